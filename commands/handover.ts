import type { Command, Said } from '../src/command.js'
import { hearHandover, type HandoverSaid } from '../src/converse/handover.js'
import { unitsIn } from '../src/understand/index.js'

/** Somebody by name, not 我 or 谁. */
const name = '(?![我你他她谁咱您由就让换])([\\u4e00-\\u9fff]{2,4}?)(?:老师)?'
/** 以后由何敏报 · 我把联络员交给何敏 · 联络员换成何敏. */
const when = '(?:从?(?:以后|今后|往后|下[个]?月起?|下周起?|明年起?|今天起|现在起))'
const office = '(?:(?:负责)?(?:上?报送?|报活动|联络|当联络员|做联络员|接手|接|管)(?:活动)?|负责)(?:了|吧)?'
const own = [
  new RegExp(`^${when}?由${name}来?${office}$`),
  new RegExp(`^${when}(?:换|让|就)?${name}来?${office}$`),
  new RegExp(
    `^我?想?把?(?:我的)?联络员(?:的?(?:事|活|工作))?(?:交给|让给|换成|换|改成|改由|移交给?)${name}(?:来)?(?:当|做|负责)?$`,
  ),
]
/** 何敏当城东联络员 · 城东的联络员改成何敏. */
const named = new RegExp(`^(?:请|让|由|以后)?${name}(?:来)?(?:当|做|任|担任)(.{0,12}?)(?:的)?联络员$`)
const unitFirst = new RegExp(
  `^(?:把)?(.{1,12}?)的?联络员${when}?(?:交给|让给|换成|换|改成|改为|改由|由|是|让)${name}(?:来)?(?:当|做|担任|负责)?$`,
)

/** 以后城东的活动由何敏报: the words without the one branch that is named in them. */
function withoutUnit(words: string, { units }: Said['house']): { words: string; unit: string | null } {
  const [only, ...more] = unitsIn(words, units)
  if (!only || more.length > 0) return { words, unit: null }
  const [from, to] = only.span
  const rest = words
    .slice(to)
    .replace(/^(?:老科协|分会)?(?:这边|那边|这里|那里)?的?(?:活动|报表|材料|事)?(?:都|就)?/, '')
  return { words: words.slice(0, from) + rest, unit: only.name }
}

/** A branch's contact changes: asked by the contact, decided by the secretariat. */
export const handover: Command<HandoverSaid> = {
  name: '交接',
  access: 'contact',
  examples: [
    ['以后由何敏报', { name: '何敏', unit: null }],
    ['我把联络员交给何敏', { name: '何敏', unit: null }],
    ['联络员换成何敏老师', { name: '何敏', unit: null }],
    ['何敏当城中联络员', { name: '何敏', unit: '城中区老科协' }],
    ['城中的联络员改成何敏', { name: '何敏', unit: '城中区老科协' }],
  ],
  parse({ words, tight, house }) {
    if (tight.length > 30) return null
    // 我不干了，以后何敏来报: what stands before it is why
    for (const clause of [tight, ...words.split(' ')]) {
      const said = withoutUnit(clause, house)
      const m = own.map((pattern) => pattern.exec(said.words)).find((found) => found !== null)
      if (m) return { name: m[1]!, unit: said.unit }
    }
    const m = named.exec(tight)
    const turned = m ? null : unitFirst.exec(tight)
    const [who, of] = m ? [m[1]!, m[2]!] : turned ? [turned[2]!, turned[1]!] : [null, '']
    if (who === null) return null
    const units = unitsIn(of, house.units)
    if (units.length > 1 || (units.length === 0 && !/^(?:本会|我们|我们分会|我们区|我们县)?$/.test(of)))
      return null
    return { name: who, unit: units[0]?.name ?? null }
  },
  run: (said, turn) => hearHandover(turn, said),
}
