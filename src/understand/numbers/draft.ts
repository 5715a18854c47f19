import type { Qualifier } from '../../core/measure.js'
import type { NumberRole } from './find.js'
import { oneOf } from '../text/chars.js'
import { arabic, kindAt, isMoneyUnit, units } from './words.js'
import type { Numeral } from './read.js'

/** A figure under construction, with what stands right behind it. */
export interface Draft {
  start: number
  end: number
  value: number
  high: number
  qualifier: Qualifier
  vague: boolean
  bare: boolean
  role: NumberRole
  unit: string
  unitEnd: number
}

export function draft(start: number, numeral: Numeral): Draft {
  const { form, value, high, end, bare } = numeral
  const plainForm = form === 'plain' || form === 'string'
  return {
    start,
    end,
    value,
    high,
    qualifier: plainForm ? 'exact' : form === 'pair' ? 'range' : form,
    vague: false,
    bare,
    role: 'quantity',
    unit: '',
    unitEnd: end,
  }
}

const latin = (c: string | undefined): boolean =>
  c !== undefined && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))

/** 30w, 100K, 1.2M: thousands, ten thousands, millions, where no further letter follows. */
export function multiply(text: string, d: Draft, numeral: Numeral): void {
  const c = text[d.end]
  if (!latin(c) || latin(text[d.end + 1])) return
  const free = d.end + 1 >= text.length || text[d.end + 1] === ' '
  const by =
    c === 'k' || c === 'K'
      ? 1e3
      : c === 'w' || c === 'W'
        ? 1e4
        : c === 'M' && free
          ? 1e6
          : c === 'G' && free && numeral.decimal
            ? 1e9
            : 0
  if (by === 0) return
  d.value *= by
  d.high *= by
  d.end = d.unitEnd = d.end + 1
}

/** Finds the classifier or unit behind a figure; one space may stand between. */
export function lookUnit(text: string, d: Draft): void {
  const at = text[d.end] === ' ' ? d.end + 1 : d.end
  const found = units.at(text, at)
  if (!found || (at > d.end && !spacedUnit(text, at))) {
    d.unit = ''
    d.unitEnd = d.end
    return
  }
  if (found.value === '打' && !isDozen(text, found.end)) {
    d.unit = ''
    d.unitEnd = d.end
    return
  }
  if (latin(text[found.end - 1]) && latin(text[found.end])) return
  d.unit = found.value
  d.unitEnd = found.end
}

const followsDozen = oneOf(' ,。、;!?)鸡啤铅毛袜纸笔饮酒饼')

/** 三打啤酒 counts dozens; in 三打白骨精 and 一打开 打 is a verb. */
const isDozen = (text: string, end: number): boolean => end >= text.length || followsDozen(text, end)

/** Behind a space only what can be nothing but a unit: 300 人, not 300 年. */
const beginsSomethingElse = oneOf('年月日号周点时等大面方路')
const spacedUnit = (text: string, at: number): boolean => !beginsSomethingElse(text, at)

const openBefore = oneOf(' ,。、;:!?("\'“‘【[《<\n=+×÷是为和与及或到至加减乘除于共计叫达~-')
const closedAfter = oneOf(' ,。、;:!?)"\'”’】]》>\n=+×÷~-的')
const closingWords = ['是', '不是', '而是', '还是', '和', '与', '加', '减', '乘', '除', '等于', '到', '至']

export const opens = (text: string, at: number): boolean => at === 0 || openBefore(text, at - 1)
export const closes = (text: string, at: number): boolean =>
  at >= text.length || closedAfter(text, at) || closingWords.some((word) => text.startsWith(word, at))

const namesUnit = new Set(['年', '号', '路', '室', '楼', '号楼', '号线', '度', '期', '届', '班', '%'])

/**
 * Whether Chinese digits are a number here. What holds a unit of place (十二, 三百) is one; a lone digit, a bare unit
 * and digits in a row are one only with a classifier behind them or standing for themselves (答案是四).
 */
export function accepts(text: string, d: Draft, numeral: Numeral, approximated: boolean): boolean {
  const { start, end } = d
  const alone = (): boolean => opens(text, start) && closes(text, end)
  if (numeral.formal && numeral.digits === 1)
    return isMoneyUnit(text, end) || (opens(text, start) && (end >= text.length || closedAfter(text, end)))
  if (numeral.form === 'string' && numeral.digits > 2)
    return d.unit !== '' || closes(text, end) || /[零〇]/.test(text.slice(start, end))
  // 王五三位老师: two digits without 十 count nothing, they name (二五年, 三二号).
  if (numeral.form === 'string') return namesUnit.has(d.unit) || alone()
  if (numeral.digits > 0) return d.unit !== '' || alone()
  if (numeral.bare) {
    if (numeral.form === 'over' || numeral.form === 'about' || approximated) return true
    const letters = text.slice(start, end).replaceAll(' ', '')
    if (letters.length === 1 || letters === '万万' || letters === '亿万') return false
    return d.unit !== '' || alone()
  }
  if (end - start === 1) return d.unit !== '' || alone()
  return true
}

export const isArabic = (text: string, at: number): boolean => kindAt(text, at) === arabic
