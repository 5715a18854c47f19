import type { Measure } from '../../core/measure.js'
import { wholeNumber } from '../numbers/numeral.js'
import type { Scan } from '../scan.js'
import type { Draft } from '../structure/draft.js'

const turn =
  /(?:前|头|首|后|末|最后|另外?|其余|剩下|余下|第)的?([一二两三四五六七八九1-9])个?(场|期|次|讲|节|班|回|堂)(?:[^,，。;0-9场期次]{0,8})$/
const everyOne = /每|各|都|均/

/** 前三场每场60人，后两场每场50人: so many of them with so many each, and then the others. */
export function inTurns(
  s: Scan,
  d: Draft,
): { readonly sessions: Measure; readonly attendance: Measure } | null {
  const people = d.figures.filter((f) => f.counts === 'people' && !f.part && !f.aside)
  if (people.length < 2 || people.length > 6) return null
  let held = 0
  let came = 0
  let several = false
  let from = Math.max(d.start, people[0]!.start - 32)
  for (const f of people) {
    const lead = s.text.slice(Math.max(from, f.start - 24), f.start)
    // 前三场义诊每场40人: the second 场 is of each
    const said = turn.exec(lead.replace(/(?:每|各)(?:个|一)?[场期次讲节班回堂]/, '每'))
    // 第二场94人: one of them
    const n = said?.[0].startsWith('第')
      ? 1
      : said
        ? (wholeNumber(said[1] === '两' ? '二' : said[1]!) ?? 0)
        : 0
    if (!said || n === 0) return null
    // 前三场共120人，最后一场35人
    const alike = n > 1 && !f.total && (f.each || everyOne.test(lead))
    if (n > 1) several = true
    held += n
    came += (alike ? n : 1) * f.measure.value
    from = f.end
  }
  const told = d.figures.filter((f) => f.counts === 'sessions' && !f.each && !f.part)
  if (!several || (told.length > 0 && !told.some((f) => f.measure.value === held))) return null
  const first = people[0]!.measure
  return {
    sessions: { ...first, value: held, qualifier: 'exact', words: '' },
    attendance: { ...first, value: came },
  }
}
