import { privately, type Reply, type Turn } from '../../turn.js'
import { plain } from '../../understand/said.js'
import { ask } from '../ask.js'
import { closeNow, looseOf } from '../closing.js'
import { monthText } from '../months.js'
import type { Answer } from './index.js'

/** 那就现在结 · 不等了结掉吧. */
const now =
  /^(?:(?:那么?|好的?|行|嗯|不等了?|不管它?了?|还是|你?您?就|先|给我){0,4}(?:现在|马上|直接|这就|立刻|今天)?就?(?:结[账帐掉了上]{0,2}|结(?:了|掉)?[账帐]?吧)|(?:就)?这么(?:结|着)|(?:就)?现在|确认|确定|可以结?|好的?|行|是的?)$/
const later =
  /^(?:那?就?(?:先|暂时|暂且)?(?:不结|别结|不忙结|缓一?缓|放一?放|等一?等|不急)(?:再说|着)?|(?:我)?(?:先)?(?:(?:办|补|处理|弄|核|查)(?:完|好|齐|清楚?|一下)?|办完)|(?:再)?等(?:一)?下|再等等|再说|先(?:把)?[^\s，,]{0,6}(?:补|问|办|核|查)(?:上|清楚?|齐|好|完)?[^\s，,]{0,4}|等?(?:他们|我|大家|人数|[^\s，,]{1,6})?(?:都)?(?:补|问|办|核|查|处理|报)(?:完|好|齐|清楚?|上|问|[^\s，,]{1,5})?了?再(?:结|说)|晚点(?:再)?(?:结|说)|(?:回头|以后|过[几两]天|改天|明天|办完|等办完)再(?:结|说)|等我办完|不|不用)$/

/** To 先办完还是现在结 a yes says neither. */
const assent = /^(?:是|好|行|可以|对)$/
async function anyLoose(turn: Turn, month: string): Promise<boolean> {
  const { gaps, held, joints } = await looseOf(turn, month)
  return gaps.length + held + joints > 0
}

/** 现在结 / 先办完. */
export const answerClose: Answer = async (turn, q) => {
  const { month } = (q.data ?? {}) as { month?: string }
  if (!month) return null
  const words = plain(turn.words)
  if (assent.test(words) && (await anyLoose(turn, month)))
    return ask(
      turn,
      { to: 'sender', text: '还有没办完的：现在就结回“现在结”，办完再结回“先办完”。' },
      { about: 'close', data: { month } },
    )
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
