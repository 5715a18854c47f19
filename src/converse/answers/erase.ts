import { privately } from '../../turn.js'
import { isNo, plain } from '../../understand/said.js'
import { eraseSender } from '../privacy.js'
import type { Answer } from './index.js'

/** 确认删除, in these words and no others. */
export const answerErase: Answer = async (turn) => {
  if (plain(turn.words) === '确认删除') return eraseSender(turn)
  return isNo(turn.words) ||
    /^(?:算了)?(?:先)?(?:不|别)删了?(?:算了)?$|^(?:算了|取消|不用了?|等等|再想想|我再想想)$/.test(
      plain(turn.words),
    )
    ? [privately('好，不删。')]
    : null
}
