import type { PlainDate } from '../core/day.js'
import type { Kind } from '../core/kinds.js'
import type { Org } from '../core/org.js'
import type { Reading } from '../core/report.js'
import type { Span } from '../core/span.js'

/** The org's units as the parser looks them up: names, aliases and recognisable variants. Compile once per org. */
export interface Gazetteer {
  readonly root: string | null
}

/** What a message is read against: the units of its association and the civil time there when it was sent. */
export interface Context {
  readonly units: Gazetteer
  readonly sentAt: { readonly day: PlainDate; readonly minute: number }
}

/** Compiles the org's units; pure, a few milliseconds for a hundred units. */
export function gazetteer(org: Pick<Org, 'name' | 'units' | 'bot'>): Gazetteer {
  return { root: org.units[0]?.name ?? null }
}

/** Reads one message. Pure; never throws for any string; cost linear in its length. */
export function understand(text: string, context: Context): Reading {
  void text
  void context
  return { reports: [], plans: [], doubts: [] }
}

/** Units named anywhere in a text by name, alias or variant, in order: for commands, where a bare alias is enough. */
export function unitsIn(text: string, units: Gazetteer): { name: string; span: Span }[] {
  void text
  void units
  return []
}

/** The kind a word stands for (讲座, 义诊, 投稿, 科普; 讲坐 too), or null: the whole text is the word. */
export function kindWord(text: string): Kind | null {
  void text
  return null
}

/** Kinds named in a text, in order, overlapping words once: 讲座和义诊 → lecture, clinic. */
export function kindsIn(text: string): { kind: Kind; span: Span }[] {
  void text
  return []
}
