import { plain } from '../../understand/said.js'
import { privately } from '../../turn.js'
import { decideHandover } from '../handover.js'
import type { Answer } from './index.js'

/** 同意 / 不同意 of the secretariat; another's answer may have come first. */
export const answerHandover: Answer = async (turn, q) => {
  const words = plain(turn.words)
  const agreed = /^(?:同意|可以|批准|准了?|行|好|好的)$/.test(words)
  if (!agreed && !/^(?:不同意|不行|不可以|不准|不批准|先不换|不换)$/.test(words)) return null
  const { todo } = (q.data ?? {}) as { readonly todo?: number }
  const row = todo === undefined ? null : await turn.store.todos.byId(todo)
  if (row?.status !== 'open') return [privately('这件事已经办过了。')]
  return decideHandover(turn, row, agreed)
}
