import {
  InsertQueryNode,
  SelectQueryNode,
  UpdateQueryNode,
  DeleteQueryNode,
  type CompiledQuery,
} from 'kysely'

/** What a statement answers with; the driver must be told before it runs. */
export type Answer = 'rows' | 'changed rows' | 'changes' | 'nothing'

/** Hand-written statements by their first word; all others (with, pragma, values …) are asked for rows. */
const rawWrites = /^\s*(insert|update|delete|replace)\b/i
const rawCommands =
  /^\s*(create|drop|alter|begin|commit|rollback|savepoint|release|vacuum|reindex|analyze)\b/i
const returning = /\breturning\b/i

export function answerOf({ query, sql }: CompiledQuery): Answer {
  if (SelectQueryNode.is(query)) return 'rows'
  if (InsertQueryNode.is(query) || UpdateQueryNode.is(query) || DeleteQueryNode.is(query)) {
    return query.returning ? 'changed rows' : 'changes'
  }
  if (query.kind !== 'RawNode' || rawCommands.test(sql)) return 'nothing'
  if (!rawWrites.test(sql)) return 'rows'
  return returning.test(sql) ? 'changed rows' : 'changes'
}

/** Whether a statement surely only reads, so that a read-only connection may run it. */
export const onlyReads = ({ query, sql }: CompiledQuery): boolean =>
  SelectQueryNode.is(query) || (query.kind === 'RawNode' && /^\s*(select|values|explain)\b/i.test(sql))
