import type { Kind } from '../../core/kinds.js'
import type { Measure } from '../../core/measure.js'
import type { Figure } from './figures.js'

/** Kinds whose participants are the attendance, whoever they are. */
const gatherings: ReadonlySet<Kind> = new Set<Kind>(['meeting', 'culture', 'training', 'lecture'])

/**
 * The one headcount of a group of figures. An explicit total or a stated turnout wins; parts behind 其中 and services
 * beside each other are dropped; disjoint parts are summed; 每场60人 is multiplied by the sessions.
 */
export function attendance(figures: readonly Figure[], kind: Kind, sessions: number | null): Measure | null {
  const gathers = gatherings.has(kind)
  const heads = figures.filter(
    (f) =>
      f.counts === 'people' &&
      (gathers || !f.sent || f.labelled) &&
      !(kind === 'volunteer' && f.who === 'member' && !f.benefit),
  )
  let fs = wholes(kind === 'meeting' ? withHosts(figures, heads) : heads)
  if (
    fs.length === 0 &&
    (kind === 'meeting' ||
      kind === 'culture' ||
      kind === 'training' ||
      (kind === 'lecture' &&
        figures.some((f) => f.counts === 'helpers' && (f.benefit || (f.alone && f.measure.value >= 10)))))
  )
    fs = wholes(
      figures.filter((f) => f.counts === 'helpers' && !f.sent && !(kind === 'meeting' && f.brought)),
    )
  // 技术员103人参训，其中女学员31人: those taught were professionals
  if (gathers && fs.length > 0 && fs.every((f) => f.part)) {
    const taught = figures.filter(
      (f) =>
        f.counts === 'helpers' &&
        !f.part &&
        !f.sent &&
        f.measure.value > Math.max(...fs.map((x) => x.measure.value)),
    )
    if (taught.length > 0) fs = taught.slice(-1)
  }
  if (gathers && fs.some((f) => f.sent) && fs.some((f) => !f.sent && !f.each)) fs = fs.filter((f) => !f.sent)
  if (fs.length === 0) return null
  // 不到一百人，九十八个; 不到一百，九十多: the rough figure, then the counted one
  const counted = fs.find((f, i) => {
    const rough = i > 0 ? fs[i - 1] : undefined
    return (
      rough !== undefined &&
      rough.measure.qualifier !== 'exact' &&
      (f.measure.qualifier === 'exact' || (rough.measure.qualifier === 'near' && f.alone)) &&
      f.start - rough.end <= 4 &&
      Math.abs(f.measure.value - rough.measure.value) <= rough.measure.value * 0.15
    )
  })
  if (counted && fs.length === 2) return counted.measure
  const stated = fs.find((f) => f.actual) ?? fs.find((f) => f.total && !f.each)
  if (stated) {
    // 主讲1人，工作人员3人，听众74人，合计78人: a sum with those who gave it
    const rest = fs.filter((f) => f !== stated && !f.each)
    const given = figures.filter((f) => f.counts === 'helpers').reduce((n, f) => n + f.measure.value, 0)
    return given > 0 &&
      rest.length === 1 &&
      rest[0]!.labelled &&
      rest[0]!.measure.value + given === stated.measure.value
      ? rest[0]!.measure
      : stated.measure
  }
  const whole = fs.filter((f) => !f.each)
  // 石桥420人，白云380人，沙溪260人，共3场1060人: what the others add up to is their total
  const summed = whole.reduce((n, f) => n + f.measure.value, 0)
  const total = whole.length > 2 ? whole.find((f) => 2 * f.measure.value === summed) : undefined
  if (total) return total.measure
  // 义诊80人、咨询70人，惠及群众260余人: all of them
  const reached = whole.filter((f) => f.served)
  if (
    reached.length === 1 &&
    whole.length > 1 &&
    whole.every(
      (f) => f === reached[0] || (f.start < reached[0]!.start && f.measure.value < reached[0]!.measure.value),
    )
  )
    return reached[0]!.measure
  // 义诊20人次、节目8个，现场群众90余人: who was there, whatever was done for some of them
  const there = whole.filter(
    (f) => f.who === 'audience' && (f.onsite || (kind === 'outreach' && f.labelled && f === whole[0])),
  )
  if (
    there.length === 1 &&
    whole.length > 1 &&
    // 甲镇群众200人次、乙镇180人次: each of them
    !whole.every((f) => f.placed) &&
    there[0]!.measure.value > Math.max(...whole.filter((f) => f !== there[0]).map((f) => f.measure.value))
  )
    return there[0]!.measure
  if (whole.length === 0) return times(fs[0]!.measure, sessions)
  // 连讲三堂：听众110人；听众95人；听众28人: as many labelled figures as there were
  if (
    sessions !== null &&
    sessions > 1 &&
    whole.length === sessions &&
    whole.every((f) => f.labelled && f.who === 'audience')
  )
    return added(whole)
  // 内科28人，眼科19人，量血压40人: the doctors' rooms are all of them
  const rooms = whole.filter((f) => f.department)
  if (rooms.length > 1 && rooms.length < whole.length && whole.every((f) => f.department || f.service))
    return added(rooms)
  // 看了60人，我看了18个: some of them
  const main = whole.every((f) => f.department) ? whole : whole.filter((f) => !f.service && !f.department)
  const rows = main === whole ? [whole] : main.length > 0 ? lists(main) : [whole.slice(0, 1)]
  return added(rows.find((r) => r.some((f) => f.labelled)) ?? rows[0]!)
}

const wholes = (fs: readonly Figure[]): readonly Figure[] =>
  fs.some((f) => !f.part) ? fs.filter((f) => !f.part) : fs

const times = (m: Measure, n: number | null): Measure => (n === null ? m : { ...m, value: m.value * n })

/** 老师傅12个，青工30个: at a meeting those who talk to each other are all there. */
function withHosts(all: readonly Figure[], heads: readonly Figure[]): readonly Figure[] {
  return all.filter(
    (f, k) =>
      heads.includes(f) ||
      (f.counts === 'helpers' &&
        !f.sent &&
        !f.brought &&
        !f.staff &&
        !f.part &&
        [k > 0 ? all[k - 1] : undefined, all[k + 1]].some(
          (x) =>
            x !== undefined &&
            heads.includes(x) &&
            ((f.alone && x.alone && Math.abs(x.clause - f.clause) <= 1) ||
              (x.clause === f.clause && Math.max(x.start, f.start) - Math.min(x.end, f.end) <= 6)),
        )),
  )
}

/** Figures told beside each other in the same way belong together: 学生480人，教师20人; 象棋24人，扑克32人. */
function lists(fs: readonly Figure[]): readonly (readonly Figure[])[] {
  const out: Figure[][] = []
  for (const f of fs) {
    const row = out.at(-1)
    const last = row?.at(-1)
    const beside =
      last &&
      (f.clause === last.clause ||
        (f.clause - last.clause <= 2 && f.alone && (last.alone || row!.length === 1)))
    if (beside && f.start - last.end <= 18) row!.push(f)
    else out.push([f])
  }
  return out
}

function added(fs: readonly Figure[]): Measure {
  const first = fs[0]!.measure
  if (fs.length === 1) return first
  const vague = fs.find((f) => f.measure.qualifier !== 'exact')
  return {
    ...first,
    value: fs.reduce((n, f) => n + f.measure.value, 0),
    qualifier: vague?.measure.qualifier ?? 'exact',
  }
}
