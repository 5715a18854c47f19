import { parts, weekdayOf, type PlainDate } from '../core/day.js'
import { namesOf, toldOnDays } from './calendar.js'
import { chineseNumber, spokenText } from './numerals.js'
import type { Source, Tip } from './tip.js'

/** Characters of a text that takes about a minute to read aloud. */
export const spokenLength = { least: 200, most: 240 }

const weekdays = ['一', '二', '三', '四', '五', '六', '日']

/** Sentences that fill a short text up, in this order; the first only after a medical tip. */
const fillers = (medical: boolean): readonly string[] => [
  ...(medical ? ['各人身体不一样，拿不准的，请问医生。'] : []),
  '请把这一条转告家里人，也告诉没听到广播的邻居。',
  '说来简单，贵在天天照着做，一次记住一样就好。',
  '有想听的、想问的，也可以告诉我们，下次说给大家听。',
  '您身边要是有用得上的好办法，欢迎写下来，署上名字给我们。',
  '听完了，不妨现在就看一看、试一试。',
]

/**
 * 读稿: what a village loudspeaker reads in about 60 seconds — 200 to 240 characters, figures in words, no signs but
 * ，。？！、. The same tip and day give the same text. `name`: who speaks, 柳州市老科协.
 */
export function spokenScript(tip: Tip, day: PlainDate, name: string): string {
  const [, month, date] = parts(day)
  const called = namesOf(day).days.filter((n) => toldOnDays.has(n))[0]
  const body = sentence(spokenText(tip.lines.join('')))
  const today = `今天是${chineseNumber(month)}月${chineseNumber(date)}日，星期${weekdays[weekdayOf(day) - 1]!}`
  const opening = `各位乡亲、各位老师，大家好，这里是${spokenText(name)}的每日科普。`
  const head = `${opening}${today}${called ? `，${spokenText(called)}` : ''}。今天说的是，${spokenText(tip.title)}。${body}`
  const origin = tip.source ? sourceSaid(tip.source) : `这一条是${spokenText(tip.author)}写来的。`
  const farewell = '祝大家身体健康，平平安安，明天再会。'

  let middle = ''
  const length = (): number => Array.from(head + middle + origin + farewell).length
  const add = (text: string): void => {
    if (length() < spokenLength.least && length() + Array.from(text).length <= spokenLength.most)
      middle += text
  }
  add(`再说一遍，${body}`)
  for (const filler of fillers(tip.medical)) add(filler)
  if (length() > spokenLength.most) return `${head}${origin}明天再会。`.replace('各位乡亲、各位老师，', '')
  return head + middle + origin + farewell
}

const sentence = (text: string): string =>
  /[。？！]$/.test(text) ? text : `${text.replace(/[，、]$/, '')}。`

/** 依据国家卫生健康委二零二四年的《…》, without the standard's number and the edition in brackets. */
function sourceSaid(source: Source): string {
  const title = source.document
    .replace(/（[^（）]*）/g, '')
    .replace(/[A-Z]{2,}(\/[A-Z])? ?[\d.]+([—-]\d+)?/g, '')
    .split('——')[0]!
  return `这些话的依据，是${spokenText(source.org)}${spokenText(`${source.year}年`)}的${spokenText(title)}。`
}
