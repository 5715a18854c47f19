import { oneOf } from '../text/chars.js'
import { weekdayAt } from '../dates/weekday.js'
import { arabic, kindAt, plain, units } from './words.js'
import { digitsEnd } from './digits.js'
import type { Numeral } from './read.js'

const isDigit = (text: string, i: number): boolean => kindAt(text, i) === arabic

function isLatin(c: number): boolean {
  return (c >= 65 && c <= 90) || (c >= 97 && c <= 122)
}

/** Letters that may stand behind a figure: multipliers and units; 5G, 3D, 4S are names. */
const unitLetters = new Set(['k', 'K', 'w', 'W', 'm', 'M', 'g', 't', 'l', 's', 'h'])

const labels = [
  '电话',
  '手机',
  '热线',
  '编号',
  '学号',
  '账号',
  '帐号',
  '卡号',
  '群号',
  '号码',
  '邮编',
  '微信',
  '房号',
  '工号',
  'QQ',
]

/**
 * Where a number ends that only names something: telephone and identity numbers, 5G, A4, COVID-19, 192.168.1.1, and
 * dates in signs (2024.10.9, 2024-10-9, 10/9), which the date reader takes. `at` itself when it is a figure.
 */
export function codeEnd(text: string, at: number): number {
  const end = digitsEnd(text, at)
  const before = text.charCodeAt(at - 1)
  if (isLatin(before)) return wordEnd(text, end)
  // 139****8888: parts of a number that was made unreadable.
  if (text[end] === '*' || text[at - 1] === '*') return end
  const c = text.charCodeAt(end)
  if (isLatin(c)) {
    const next = text.charCodeAt(end + 1)
    const single = !isLatin(next) && !isDigit(text, end + 1)
    if (single && unitLetters.has(text[end]!)) return at
    if (single && text[end] === 'G' && isPoint(text, at)) return at
    if ((text[end] === 'e' || text[end] === 'E') && (isDigit(text, end + 1) || text[end + 1] === '-'))
      return at
    const unit = units.at(text, end)
    return unit && !isLatin(text.charCodeAt(unit.end)) && unit.end > end + 1 ? at : wordEnd(text, end)
  }
  const length = end - at
  if (length === 11 && text[at] === '1' && text[at + 1]! >= '3') return end
  if (length > 15) return end
  if (length >= 5 && labelled(text, at)) return end
  if (c === 46 || c === 45 || c === 47) return chainEnd(text, at, end)
  return at
}

/** A figure with a point in front of its digits is a decimal: .5G. */
const isPoint = (text: string, at: number): boolean => text[at - 1] === '.'

function wordEnd(text: string, from: number): number {
  let i = from
  while (i < text.length && (isLatin(text.charCodeAt(i)) || isDigit(text, i))) i++
  return i
}

const isLabelEnd = oneOf(' :为是')

function labelled(text: string, at: number): boolean {
  let end = at
  while (end > 0 && at - end < 3 && isLabelEnd(text, end - 1)) end--
  return labels.some((label) => text.startsWith(label, end - label.length))
}

/** Three or more parts joined by the same sign, and two that are a telephone number or a month: no figure. */
function chainEnd(text: string, at: number, end: number): number {
  const sign = text[end]!
  let parts = 1
  let i = end
  let last = at
  while (text[i] === sign) {
    const next = digitsEnd(text, i + 1)
    if (next === i + 1) break
    last = i + 1
    i = next
    parts++
  }
  if (parts >= 3) return i
  if (parts < 2) return at
  if (sign === '-') {
    const areaCode = text[at] === '0' && end - at >= 3 && i - last >= 7
    const yearMonth =
      end - at === 4 &&
      (text[at] === '1' || text[at] === '2') &&
      i - last <= 2 &&
      Number(text.slice(last, i)) <= 12
    return areaCode || yearMonth ? i : at
  }
  // 实到/应到：45/50
  if (sign === '/' && text[at - 1] === ':' && text[at - 2] === '到') return at
  if (sign === '/') return at === 0 && i === text.length ? at : i
  return at
}

/** 三中全会, 三中心: what makes 中 no school; 三小的学生, 三小、四小: what makes 小 one. */
const breaksMiddle = oneOf('心国医药华老年青级旬秋午途间小东西文外央式等餐共部')
const followsSchool = oneOf('学的、,(及和师讲开举')

/** 十中, 五十一中, 17中, 三小: schools by number. */
export function isSchool(text: string, start: number, end: number, numeral: Numeral): boolean {
  const c = text[end]
  if (numeral.decimal || numeral.form !== 'plain' || numeral.value > 200 || start === end) return false
  if (c === '中') return !breaksMiddle(text, end + 1)
  if (c === '小') return followsSchool(text, end + 1)
  return false
}

/** 最高三场: 高 is a measure. */
const isHeight = oneOf('最提新达增')

/** 大二学生, 大三的: years of a college; 加大三项 is none. */
const followsYear = oneOf('学新的、,和及')

/** 高三, 初二: grades, where no classifier follows. */
export const isGrade = (text: string, at: number, numeral: Numeral): boolean =>
  numeral.digits === 1 &&
  numeral.value >= 1 &&
  (((text[at - 1] === '高' || text[at - 1] === '初') && numeral.value <= 3 && !isHeight(text, at - 2)) ||
    (text[at - 1] === '大' && numeral.value <= 4 && followsYear(text, numeral.end)))

/** 高一高二|七百余名, 初三|四百二十人: the grade ends where a figure of hundreds begins. */
export const isGradeBefore = (text: string, at: number): boolean =>
  isGraded(text, at - 1) &&
  isFirstThree(text, at) &&
  isDigitSaid(text, at + 1) &&
  isTens(text, at + 2) &&
  !isHeight(text, at - 2)
const isGraded = oneOf('高初')
const isFirstThree = oneOf('一二三')
const isDigitSaid = oneOf('一二两三四五六七八九')
const isTens = oneOf('十百千')

/** 五年级三班, 三年2班: the class has a number, it is not counted. */
export const isClass = (text: string, at: number, unit: string): boolean =>
  unit === '班' && (text[at - 1] === '级' || (text[at - 1] === '年' && kindAt(text, at - 2) > 0))

const isPlaceUnit = oneOf('门里方台元道叶合角段泉口排')
const isGround = oneOf('江河湖山峡岭峰溪湾岛洲塘塬沟坡坪坝桥镇乡县街路巷村庄屯寨营堡港亭')

/** 三门江, 五里街, 六合路: a lone digit with one of these characters in front of water, mountain or street is a place. */
export function isPlace(
  text: string,
  d: { readonly start: number; readonly end: number; readonly unit: string },
): boolean {
  if (d.end - d.start !== 1 || kindAt(text, d.start) !== plain || !isPlaceUnit(d.unit, 0)) return false
  return isGround(text, d.end + 1) && !(d.unit === '里' && text[d.end + 1] === '路')
}

/** 看一看, 等一等: the verb said twice. */
export const isRepeated = (text: string, at: number): boolean =>
  text[at] === '一' && at > 0 && text[at - 1] === text[at + 1] && text[at - 1]! > '\u4e00'

/** 周三, 星期五, 礼拜一: the digit is a weekday, unless it counts (一周三次, 本周三场). */
export function weekdayDigit(text: string, at: number): boolean {
  const before = text[at - 1]
  if (before !== '周' && before !== '期' && before !== '拜') return false
  if (before === '期' && text[at - 2] !== '星') return false
  if (before === '拜' && text[at - 2] !== '礼') return false
  return weekdayAt(text, at) > 0
}

/**
 * `1.` `1、` `一、` `(一)` `1)` in front of an item: the number counts the items and is no figure. Inside a line only
 * `(1)` and `1.` can be marks.
 */
export function listMark(text: string, start: number, end: number, digits: number): boolean {
  if (end - start > 3 || digits > 2) return false
  const c = text[end]
  if (c === ')' && text[start - 1] === '(') return true
  // 一、……；二、…… goes on within the line.
  const lineStart = atLineStart(text, start) || endsItem(text, start - 1)
  if (c === '.') return kindAt(text, end + 1) !== arabic && end + 1 < text.length && (lineStart || digits > 0)
  return lineStart && (c === ')' || (c === '、' && end + 1 < text.length))
}

const endsItem = oneOf(';。')

function atLineStart(text: string, at: number): boolean {
  let i = at - 1
  while (i >= 0 && at - i < 4 && text[i] === ' ') i--
  return i < 0 || text[i] === '\n'
}

/** 时间, 时代 are no hours; 三点整, 三点半 are; 下午, 8日 lead to one. */
const breaksHour = oneOf('间代期候节刻事任常而装髦')
const followsHour = oneOf('钟整半过许')
const leadsHour = oneOf('午晚早晨夜间后上日号天')

/** Where a time of day ends that begins with these digits (9:30, 14:30:15, 下午3点半, 9时20分); 0 when it is none. */
export function clockEnd(text: string, start: number, end: number, value: number): number {
  if (value > 24 || value !== Math.floor(value)) return 0
  const c = text[end]
  if (c === ':') {
    const minutes = digitsEnd(text, end + 1)
    if (minutes !== end + 3 || end - start > 2 || text[end + 1]! > '5') return 0
    const seconds = text[minutes] === ':' ? digitsEnd(text, minutes + 1) : minutes
    return seconds === minutes + 3 ? seconds : minutes
  }
  if (c !== '点' && c !== '时') return 0
  const n = text[end + 1] ?? ''
  if (c === '时') return breaksHour(text, end + 1) ? 0 : minuteEnd(text, end + 1)
  if (followsHour(text, end + 1))
    return n === '钟' || n === '整' || n === '半' ? end + 2 : minuteEnd(text, end + 1)
  const minutes = minuteEnd(text, end + 1)
  if (minutes > end + 1) return minutes
  return leadsHour(text, start - 1) ? end + 1 : 0
}

/** 20分, 二十分, 一刻, 十五: the minutes behind 点 or 时; `from` when there are none. */
function minuteEnd(text: string, from: number): number {
  let i = from
  while (i - from < 3 && kindAt(text, i) > 0 && kindAt(text, i) <= 4) i++
  if (i === from) return from
  if (text[i] === '分') return text[i + 1] === '钟' ? i + 2 : i + 1
  if (text[i] === '刻') return i + 1
  return i - from >= 2 && !units.at(text, i) ? i : from
}
