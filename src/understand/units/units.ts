import type { Clause } from '../form/clauses.js'
import type { Gazetteer } from './gazetteer.js'
import type { Field } from '../form/labels.js'
import { has, type Token, type UnitToken } from '../tokens.js'
import { bareStands, isVerb } from './bare.js'
import { addressed } from './behalf.js'
import { wordBefore, prevIs, lastItem, fieldRole, joinRole } from './roles.js'
import { settle } from './settled-role.js'
import { pattern } from '../text/pattern.js'

/**
 * What a unit is to the activity. `subject` did it; `host` is named as 主办 (and wins over others); `partner` joined;
 * `affil` only gives a person's post (市老科协副会长某某), a weak subject; `signature` stands alone at the end;
 * `none`: a place, a lender of lecturers, a recipient, a guest, part of a longer name.
 */
export type UnitRole = 'subject' | 'host' | 'partner' | 'affil' | 'signature' | 'none'

export interface UnitMention {
  readonly token: UnitToken
  /** Token index, and clause. */
  readonly at: number
  readonly clause: number
  readonly role: UnitRole
}

/** 是A和B一起在某处搞的: said behind the verb of being, and the doer all the same. */
const didIt = /[组带]的队|派的人|(搞|办|组织|举办|做|开展|主办|牵头|承办|弄|讲|负责)的/

const bodies = pattern(
  /^个?人(?:去|到|一起|下|赴)|^[个家]?(?:老科协|分会|协会|专委会|会(?!员|议|场)|单位|县|区|镇|乡|街道)/,
)
/** A meeting named right behind. */
const meets = (next: Token | undefined, at: number): boolean =>
  next?.type === 'word' && next.start === at && next.word.kind?.kind === 'meeting'

/** Whether the unit is named again soon with people of its own right behind. */
function countedAgain(tokens: readonly Token[], at: number): boolean {
  const { unit } = tokens[at] as UnitToken
  for (let k = at + 1; k < Math.min(tokens.length - 1, at + 14); k++) {
    const [t, next] = [tokens[k]!, tokens[k + 1]!]
    if (t.type === 'unit' && t.unit === unit && next.type === 'number' && next.dimension === 'people')
      return true
  }
  return false
}

/** The value of 承办, with one of ours behind 主办 in front. */
function undertook(
  text: string,
  fields: readonly Field[],
  t: UnitToken,
  before: readonly UnitMention[],
): boolean {
  const last = before.at(-1)
  if (last?.role !== 'host' || t.start - last.token.end > 24) return false
  const f = fields.findLast((x) => x.start <= t.start)
  return f !== undefined && text.startsWith('承办', f.label)
}

/** Every unit of the text with its role, in order; mentions that are no unit at all are left out. */
export function unitMentions(
  text: string,
  tokens: readonly Token[],
  cs: readonly Clause[],
  units: Gazetteer,
  fields: readonly Field[],
): UnitMention[] {
  const out: UnitMention[] = []
  for (let ci = 0; ci < cs.length; ci++) {
    const c = cs[ci]!
    let verb = false
    let last: { role: UnitRole; end: number } | null = null
    for (let i = c.from; i < c.to; i++) {
      const t = tokens[i]!
      if (t.type === 'mark' && t.mark === 'colon') verb = false
      else if (isVerb(t)) verb = true
      if (t.type !== 'unit') continue
      // 全国老科协讲师团 is another association's, whatever its last words are called here
      if (
        i > 0 &&
        tokens[i - 1]!.end === t.start &&
        has(tokens[i - 1], 'foreign') &&
        text[t.start - 1] === '协'
      )
        continue
      const labelled = fieldRole(text, fields, t)
      if (labelled) {
        // 主办：甲会，承办：乙会: whose it was is told already, and who carried it out is no partner
        const told = labelled === 'none' || (labelled === 'subject' && undertook(text, fields, t, out))
        if (!told) out.push({ token: t, at: i, clause: ci, role: labelled })
        continue
      }
      const joined = out.at(-1)
      const child =
        joined &&
        joined.at === i - 1 &&
        joined.token.end === t.start &&
        units.parents.get(t.unit) === joined.token.unit
      // 今年到现在某会…: the end of a day's words leads nowhere
      const behindDay =
        (tokens[i - 1]?.type === 'date' && tokens[i - 1]!.end === t.start) ||
        (prevIs(text, t.start, '在') && text.startsWith('到现', t.start - 3))
      let role =
        behindDay ||
        (prevIs(text, t.start, '是') &&
          /[一二三四五六七八九十]是$/.test(text.slice(Math.max(0, t.start - 2), t.start)))
          ? null
          : wordBefore(text, t.start)
      if (
        role === 'none' &&
        prevIs(text, t.start, '是') &&
        didIt.test(text.slice(t.end, Math.min(c.end, t.end + 30)))
      )
        role = 'subject'
      // 是青溪办的不是沙湾办的; 不是望江是北塔
      if (text.startsWith('不是', t.start - 2)) role = 'none'
      else if (
        role === 'none' &&
        joined &&
        /^[,，]?(而?是|应该?是)$/.test(text.slice(joined.token.end, t.start))
      )
        role = text.startsWith('不是', joined.token.start - 2) ? 'subject' : role
      if (last && role === 'join' && text.slice(last.end, t.start).length <= 3)
        role =
          last.role === 'subject' || last.role === 'host' || last.role === 'affil' ? 'partner' : last.role
      else if (role === 'join')
        role =
          out.at(-1)?.clause === ci && out.at(-1)!.role === 'none'
            ? 'none'
            : joinRole(text, tokens, c.from, i)
      // 河西6场720人、河东4场455人: each with figures of its own
      const after = tokens[i + 1]
      if (
        role === 'partner' &&
        prevIs(text, t.start, '、') &&
        after?.type === 'number' &&
        after.dimension !== null &&
        after.dimension !== 'firm' &&
        after.dimension !== 'other' &&
        after.start === t.end &&
        // 甲、乙、丙三个会一起…: how many of them
        !bodies(text, after.num.end, after.num.end + 5)
      )
        role = 'subject'
      // 甲、乙都搞了…,甲26人,乙31人: each for itself
      if (
        role === 'partner' &&
        /^(?:[今昨前]天|[今昨]晚|上周|本周|这?个?月|上个?月|[上下]午){0,2}(都|均|各|分别)/.test(
          text.slice(t.end, t.end + 8),
        ) &&
        countedAgain(tokens, i)
      )
        role = 'none'
      // 召开青溪县老科协理事会: whose meeting it was
      if (
        role === null &&
        !t.bare &&
        /(?:召开|举行|举办)了?$/.test(text.slice(Math.max(c.start, t.start - 3), t.start)) &&
        meets(tokens[i + 1], t.end) &&
        !out.some((u) => u.clause === ci && u.role !== 'none')
      )
        role = 'subject'
      if (t.bare && role !== 'none' && !bareStands(text, tokens, i)) {
        last = null
        continue
      }
      if (child && joined) {
        out.pop()
        if (role === null) role = joined.role
      }
      const final: UnitRole | 'join' = role ?? (verb && !t.aside ? 'none' : 'subject')
      const settled: UnitRole = addressed(text, tokens, i, units)
        ? 'none'
        : final === 'none' && (role === null || prevIs(text, t.start, ' ')) && lastItem(text, tokens, c, i)
          ? 'signature'
          : settle(text, tokens, cs, ci, i, final)
      out.push({ token: t, at: i, clause: ci, role: settled })
      last = { role: settled, end: t.end }
    }
  }
  return out
}
