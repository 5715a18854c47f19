import { plain } from '../../understand/said.js'
import { privately } from '../../turn.js'
import { decideHandover } from '../handover.js'
import type { Answer } from './index.js'

const agrees =
  /^(?:我|我们|秘书处|办公室)?(?:都|完全)?(?:同意|可以|批准|批|准了?|行|好|好的|成|没意见|没问题|赞成|(?:那)?就这么[办定]|(?:就|由|让|换)[她他]吧?|换)$/
const declines =
  /^(?:我|我们)?(?:不同意|不行|不可以|不准|不批准?|不赞成|不合适|不妥|再商量|(?:先|暂时|还是)?(?:不动|维持原状|照旧)|(?:先|暂时|暂且|还是)?(?:不|别)换|(?:先|再)?(?:等等|缓缓|缓一缓|放一放|放着|放放)(?:再说|再换)?)$/

/** 同意 / 不同意 of the secretariat; another's answer may have come first. */
export const answerHandover: Answer = async (turn, q) => {
  const words = plain(turn.words)
  const agreed = agrees.test(words)
  if (!agreed && !declines.test(words)) return null
  const { todo } = (q.data ?? {}) as { readonly todo?: number }
  const row = todo === undefined ? null : await turn.store.todos.byId(todo)
  if (row?.status !== 'open') return [privately('这件事已经办过了。')]
  return decideHandover(turn, row, agreed)
}
