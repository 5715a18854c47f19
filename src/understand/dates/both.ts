import { monthPeriod } from '../../core/day.js'
import { oneOf } from '../text/chars.js'
import { dated, type OpenDate, type Year } from './open.js'
import { readWhole } from './parts.js'

const joinsList = oneOf('、,和及与')

/** 五六月: in two characters and nothing between; 9、10月 names each by itself. */
const bareMonths = /^([一二三四五六七八九])([二三四五六七八九十])月(?![0-9一二三四五六七八九十初底中末头])/

/** Two months on end in one breath: 七八两个月, 七、八两月, 九十月份, 五六月, 9、10两个月. */
export function readBothMonths(text: string, at: number, year: Year | null): OpenDate | null {
  const m =
    /^(?:([一二三四五六七八九])[、,和]?([二三四五六七八九十]|十一)|(十)[、,和]?(十一)|(十一)[、,和]?(十二)|([0-9]{1,2})[、,和]([0-9]{1,2}))(?:两个?月|月份)/.exec(
      text.slice(at, at + 8),
    )
  const said = m ?? bareMonths.exec(text.slice(at, at + 8))
  if (!said) return null
  const months = '一 二 三 四 五 六 七 八 九 十 十一 十二'.split(' ')
  const [a, b] = said.slice(1).filter((x) => x !== undefined)
  const value = (x: string | undefined): number => months.indexOf(x ?? '') + 1 || Number(x)
  const first = value(a)
  if (value(b) !== first + 1 || first < 1 || first > 11) return null
  return dated(year, at + said[0].length, 'range', (y) => ({
    start: monthPeriod(y, first).start,
    end: monthPeriod(y, first + 1).end,
  }))
}

/** Two days on end in one breath, the unit behind their number: 十三、十四两日, 13、14两天, 二十二三两天; 12、13、14三个晚上. */
export function readBothDays(text: string, at: number): { first: number; last: number; end: number } | null {
  const tens = '一二三四五六七八九'
  const m = /^(二?十|三十)?([一二三四五六七八])([二三四五六七八九])(?:号|日)?两[日天晚号]/.exec(
    text.slice(at, at + 9),
  )
  if (m) {
    const base = m[1] === '二十' ? 20 : m[1] === '三十' ? 30 : m[1] === '十' ? 10 : 0
    const first = tens.indexOf(m[2]!) + 1
    return tens.indexOf(m[3]!) === first
      ? { first: base + first, last: base + first + 1, end: at + m[0].length }
      : null
  }
  const a = readWhole(text, at)
  if (!a || !joinsList(text, a.end)) return null
  let last = a
  let count = 1
  while (count < 7 && joinsList(text, last.end)) {
    let next = readWhole(text, last.end + 1)
    // 十九、二十两日: twenty, and two days
    if (next && !next.arabic && text[next.end - 1] === '两')
      next = { ...next, value: next.value - 2, end: next.end - 1 }
    if (!next || next.value !== last.value + 1 || next.value > 31) return null
    last = next
    count++
  }
  const end = text[last.end] === '号' || text[last.end] === '日' ? last.end + 1 : last.end
  const unit = /^([两三四五六七])(?:个(?:晚上|上午|下午|白天)|[日天晚号])/.exec(text.slice(end, end + 4))
  return unit && '两三四五六七'.indexOf(unit[1]!) + 2 === count
    ? { first: a.value, last: last.value, end: end + unit[0].length }
    : null
}
