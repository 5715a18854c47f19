import { privately, type Reply } from '../../turn.js'
import { plain } from '../../understand/said.js'
import { closeNow, looseOf } from '../closing.js'
import { monthText } from '../months.js'
import type { Answer } from './index.js'

const now = /^(?:现在就?结|马上结|直接结|就?结[账帐]?|结了|确认|确定|可以结?|好的?|行|是的?|结[账帐]?吧)$/
const later = /^(?:先办完?|先不结|不结|别结|等等|再等等|先等等|以后再结|先办|办完再结|不|不用)$/

/** 现在结 / 先办完. */
export const answerClose: Answer = async (turn, q) => {
  const { month } = (q.data ?? {}) as { month?: string }
  if (!month) return null
  const words = plain(turn.words)
  if (now.test(words)) return closeNow(turn, month)
  return later.test(words) ? [await firstThen(turn, month)] : null
}

async function firstThen(turn: Parameters<Answer>[0], month: string): Promise<Reply> {
  const { gaps, held, joints } = await looseOf(turn, month)
  const open = [
    ...(gaps.length > 0
      ? [
          `未报人数：${gaps
            .slice(0, 10)
            .map((no) => `${no}号`)
            .join('、')}${gaps.length > 10 ? '等' : ''}`,
        ]
      : []),
    ...(held + joints > 0 ? ['待核的说“待办”看'] : []),
  ]
  const text = `好，先不结。${open.length > 0 ? `${open.join('；')}。` : ''}办完再说“结账${monthText(month, turn.local.day)}”。`
  return privately(text, gaps.slice(0, 20))
}
