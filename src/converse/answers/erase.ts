import { privately } from '../../turn.js'
import { isNo, isYes, plain } from '../../understand/said.js'
import { ask } from '../ask.js'
import { eraseSender } from '../privacy.js'
import type { Answer } from './index.js'

/** 确认删除, in these words and no others. */
export const answerErase: Answer = async (turn) => {
  if (plain(turn.words) === '确认删除') return eraseSender(turn)
  // it cannot be undone: a yes is not enough
  if (isYes(turn.words) || /^(?:确[定认]|删|删除|同意)(?:删|删除)?[吧了]?$/.test(plain(turn.words)))
    return ask(turn, { to: 'sender', text: '要删请回“确认删除”四个字；不删不用理。' }, { about: 'erase' })
  return isNo(turn.words) ||
    /^(?:那?就?算了?|还是|先|暂时|那就?){0,2}(?:不|别|不要|不想|不能)删了?(?:算了?)?$|^(?:那?就?算了?|取消|不用了?|等等|等一等|再想想|我?再想想|再说|(?:我)?(?:点|按|打|发|说|弄)错了?|(?:还是|先)?留着?|(?:还是|先)?保留)$/.test(
      plain(turn.words),
    )
    ? [privately('好，不删。')]
    : null
}
