import type { Command } from '../src/command.js'
import { hearHandover, type HandoverSaid } from '../src/converse/handover.js'
import { unitsIn } from '../src/understand/index.js'

/** Somebody by name, not 我 or 谁. */
const name = '(?![我你他她谁咱您])([\\u4e00-\\u9fff]{2,4}?)(?:老师)?'
/** 以后由何敏报 · 我把联络员交给何敏 · 联络员换成何敏. */
const own = [
  new RegExp(
    `^(?:从?(?:以后|今后|下月起?|明年起?))?由${name}(?:来)?(?:负责)?(?:上?报|报活动|联络|当联络员)$`,
  ),
  new RegExp(`^(?:以后|今后)(?:换|让)?${name}(?:来)?(?:负责)?(?:上?报|报活动|联络)$`),
  new RegExp(
    `^(?:我)?(?:想)?(?:把)?(?:我的)?联络员(?:的?(?:事|活|工作))?(?:交给|让给|换成|改成|移交给?)${name}$`,
  ),
]
/** 何敏当城东联络员. */
const named = new RegExp(`^(?:请|让|由|以后)?${name}(?:来)?(?:当|做|任|担任)(.{0,12}?)(?:的)?联络员$`)

/** A branch's contact changes: asked by the contact, decided by the secretariat. */
export const handover: Command<HandoverSaid> = {
  name: '交接',
  access: 'contact',
  examples: [
    ['以后由何敏报', { name: '何敏', unit: null }],
    ['我把联络员交给何敏', { name: '何敏', unit: null }],
    ['联络员换成何敏老师', { name: '何敏', unit: null }],
    ['何敏当城中联络员', { name: '何敏', unit: '城中区老科协' }],
  ],
  parse({ tight, house }) {
    if (tight.length > 30) return null
    for (const pattern of own) {
      const m = pattern.exec(tight)
      if (m) return { name: m[1]!, unit: null }
    }
    const m = named.exec(tight)
    if (!m) return null
    const units = unitsIn(m[2]!, house.units)
    if (units.length > 1 || (units.length === 0 && !/^(?:本会|我们|我们分会|我们区|我们县)?$/.test(m[2]!)))
      return null
    return { name: m[1]!, unit: units[0]?.name ?? null }
  },
  run: (said, turn) => hearHandover(turn, said),
}
