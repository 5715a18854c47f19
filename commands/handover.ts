import type { Command } from '../src/command.js'
import { hearHandover, type HandoverSaid } from '../src/converse/handover.js'
import { unitsIn } from '../src/understand/index.js'

/** Somebody by name, not 我 or 谁. */
const name = '(?![我你他她谁咱您])([\\u4e00-\\u9fff]{2,4}?)(?:老师)?'
/** 以后由何敏报 · 我把联络员交给何敏 · 联络员换成何敏. */
const when = '(?:从?(?:以后|今后|往后|下[个]?月起?|下周起?|明年起?|今天起|现在起))'
const office = '(?:负责)?(?:上?报|报活动|联络|当联络员|做联络员|接手|接)'
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
    const clauses = [tight, words.split(' ').at(-1)!]
    for (const pattern of own) {
      const m = pattern.exec(clauses[0]!) ?? pattern.exec(clauses[1]!)
      if (m) return { name: m[1]!, unit: null }
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
