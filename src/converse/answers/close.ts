import { privately, type Reply } from '../../turn.js'
import { plain } from '../../understand/said.js'
import { closeNow, looseOf } from '../closing.js'
import { monthText } from '../months.js'
import type { Answer } from './index.js'

/** 那就现在结 · 不等了结掉吧. */
const now =
  /^(?:(?:那么?|好的?|行|嗯|不等了?|不管它?了?|还是|你?您?就|先|给我){0,4}(?:现在|马上|直接|这就|立刻|今天)?就?(?:结[账帐掉了上]{0,2}|结(?:了|掉)?[账帐]?吧)|确认|确定|可以结?|好的?|行|是的?)$/
const later =
  /^(?:那?就?(?:先|暂时|暂且)?(?:不结|别结|不忙结|缓一?缓|放一?放|等一?等|不急)(?:再说|着)?|先办完?|再等等|再说|(?:回头|以后|过[几两]天|改天|明天|办完|等办完)再(?:结|说)|等我办完|不|不用)$/

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
