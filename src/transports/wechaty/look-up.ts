import type { IdentityRow } from './identity.js'
import type { Roster } from './roster.js'

/** Somebody of this login who may be the one that is looked for. */
export interface Candidate {
  readonly platformId: string
  /** Nickname. */
  readonly name: string
}

/**
 * Who of a login could be this person: whoever the account keeps under their 备注, then whoever bears their name or
 * 群昵称, among its contacts and the members of its rooms. Those in `known` are somebody already. Who it is, the rules
 * of identity.ts decide.
 */
export async function lookUp(
  roster: Roster,
  row: IdentityRow,
  known: ReadonlyMap<string, string>,
): Promise<readonly Candidate[]> {
  const names = new Set([row.name, row.remark, ...row.former, ...Object.values(row.calls)])
  names.delete('')
  const remarked: Candidate[] = []
  const named = new Map<string, Candidate>()
  for (const platformId of await roster.contacts()) {
    if (known.has(platformId)) continue
    const contact = await roster.contact(platformId)
    const name = contact?.name ?? ''
    if (row.remark !== '' && contact?.alias === row.remark) remarked.push({ platformId, name })
    else if (names.has(name)) named.set(platformId, { platformId, name })
  }
  for (const room of await roster.rooms()) {
    for (const platformId of await roster.members(room)) {
      if (known.has(platformId) || named.has(platformId)) continue
      const { name, call } = await roster.member(room, platformId)
      if (names.has(name) || names.has(call)) named.set(platformId, { platformId, name })
    }
  }
  return [...remarked, ...named.values()]
}
