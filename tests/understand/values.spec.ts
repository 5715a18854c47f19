import fc from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dayNumber, dayOfNumber, parts } from '../../src/core/day.js'
import { scanDates } from '../../src/understand/dates/dates.js'
import { normalize } from '../../src/understand/text/normalize.js'
import { scanNumbers } from '../../src/understand/numbers/numbers.js'
import { values } from '../../src/understand/values.js'

const reference = { day: '2025-11-19', minute: 600 }

describe('values', () => {
  it('gives numbers and dates with spans into the text as typed', () => {
    const text = '１０月８日，讲座2场，师生300多人'
    expect(values(text, reference)).toEqual({
      numbers: [
        { value: 10, low: 10, high: 10, approx: false, span: [0, 2] },
        { value: 8, low: 8, high: 8, approx: false, span: [3, 4] },
        { value: 2, low: 2, high: 2, approx: false, span: [8, 9] },
        { value: 300, low: 300, high: 400, approx: true, span: [13, 17] },
      ],
      dates: [{ start: '2025-10-08', end: '2025-10-08', span: [0, 5] }],
    })
    expect(values('早上好', reference)).toEqual({ numbers: [], dates: [] })
  })
})

/* Rendering for the tests, written apart from the reader. */
const small = '零一二三四五六七八九'
function section(n: number, digits: string, places: readonly string[]): string {
  let text = ''
  let gap = false
  for (let p = 3; p >= 0; p--) {
    const d = Math.floor(n / 10 ** p) % 10
    if (d === 0) {
      gap = text !== ''
      continue
    }
    if (gap) text += digits[0]!
    gap = false
    text += digits[d]! + places[p]!
  }
  return text
}
function chinese(
  n: number,
  digits = small,
  places = ['', '十', '百', '千'],
  bigs = ['', '万', '亿'],
): string {
  if (n === 0) return digits[0]!
  let text = ''
  let zero = false
  for (let b = 2; b >= 0; b--) {
    const part = Math.floor(n / 10 ** (4 * b)) % 10000
    if (part === 0) {
      zero = text !== ''
      continue
    }
    if (text !== '' && (zero || part < 1000)) text += digits[0]!
    zero = false
    text += section(part, digits, places) + bigs[b]!
  }
  return text
}
const formal = (n: number): string => chinese(n, '零壹贰叁肆伍陆柒捌玖', ['', '拾', '佰', '仟'])
const spoken = (n: number): string =>
  chinese(n)
    .replace(/^一十/, '十')
    .replace(/^二(?=[百千万亿])/, '两')
const wide = (text: string): string =>
  text.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
const hant = (text: string): string => text.replaceAll('万', '萬').replaceAll('亿', '億')

const written: readonly (readonly [name: string, write: (n: number) => string])[] = [
  ['Arabic', (n) => String(n)],
  ['grouped', (n) => n.toLocaleString('en-US')],
  ['full width', (n) => wide(String(n))],
  ['Chinese', (n) => chinese(n)],
  ['spoken', spoken],
  ['money forms', formal],
  ['traditional', (n) => hant(chinese(n))],
  ['in 万', (n) => (n % 100 === 0 ? `${n / 10000}万` : String(n))],
]

describe('numbers written in any form', () => {
  it.each(written)('%s', (_name, write) => {
    const anyNumber = fc.oneof(
      fc.nat(200),
      fc.nat(20_000),
      fc.nat(1_000_000),
      fc.integer({ min: 0, max: 999_999_999_999 }),
    )
    fc.assert(
      fc.property(anyNumber, (n) => {
        fc.pre(String(n).length !== 11 && n !== 0)
        // A lone money digit is a surname (伍人, 陆人): it counts only in money.
        const unit = write === formal ? '元' : '人次'
        const text = `合计${write(n)}${unit}。`
        const finds = scanNumbers(normalize(text))
        expect(
          finds.map((find) => [find.value, find.unit]),
          text,
        ).toEqual([[n, unit]])
      }),
      { numRuns: 300 },
    )
  })

  it('reads approximators of any number as its base', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.constantFrom('约', '近', '超过', '不到'), (n, word) => {
        const [find] = scanNumbers(normalize(`到场${word}${n * 10}人`))
        expect(find).toMatchObject({ value: n * 10, approx: true, words: `${word}${n * 10}` })
      }),
    )
  })
})

const anyDay = fc.integer({ min: dayNumber('2000-01-01'), max: dayNumber('2025-11-19') }).map(dayOfNumber)
const dateForms: readonly (readonly [name: string, write: (y: number, m: number, d: number) => string])[] = [
  ['年月日', (y, m, d) => `${y}年${m}月${d}日`],
  ['年月号', (y, m, d) => `${y}年${m}月${d}号`],
  [
    'Chinese',
    (y, m, d) => `${[...String(y)].map((c) => small[Number(c)]).join('')}年${spoken(m)}月${spoken(d)}日`,
  ],
  [
    '〇',
    (y, m, d) =>
      `${[...String(y)].map((c) => '〇一二三四五六七八九'[Number(c)]).join('')}年${spoken(m)}月${spoken(d)}日`,
  ],
  ['points', (y, m, d) => `${y}.${m}.${d}`],
  ['slashes', (y, m, d) => `${y}/${m}/${d}`],
  ['hyphens', (y, m, d) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`],
  ['compact', (y, m, d) => `${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`],
  ['full width', (y, m, d) => wide(`${y}年${m}月${d}日`)],
  ['spaced', (y, m, d) => `${y} 年 ${m} 月 ${d} 日`],
]

describe('dates written in any form', () => {
  it.each(dateForms)('%s', (_name, write) => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const text = `活动时间：${write(...parts(day))} 上午`
        expect(
          scanDates(normalize(text), reference).map((find) => [find.from, find.to]),
          text,
        ).toEqual([[day, day]])
      }),
      { numRuns: 200 },
    )
  })

  it('leaves out the year of any day of the past twelve months', () => {
    const recent = fc.integer({ min: dayNumber('2024-11-20'), max: dayNumber('2025-11-19') }).map(dayOfNumber)
    fc.assert(
      fc.property(recent, (day) => {
        const [, m, d] = parts(day)
        expect(scanDates(normalize(`${m}月${d}日，讲座一场`), reference)[0]!.from).toBe(day)
      }),
    )
  })
})

/** Characters from which dates and numbers are made, and others that stand beside them. */
const risky = fc.constantFrom(
  ...'0123456789一二三四五六七八九十百千万亿零两半几多余来把点分年月日号周星期礼拜上下本这今明昨前后第初廿农历闰正腊春节元旦国庆到至和与、，。.-~/:() 　①%场人次约近个的每截以',
  '\u200b',
  '😀',
  '\ud800',
)
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(risky, { maxLength: 40 }).map((chars) => chars.join('')),
)

describe('any string', () => {
  it('gives finds in order that never overlap and say what stands in the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const n = normalize(text)
        let last = 0
        for (const find of scanNumbers(n)) {
          expect(find.start).toBeGreaterThanOrEqual(last)
          expect(find.end).toBeGreaterThan(find.start)
          expect(find.unitEnd).toBeGreaterThanOrEqual(find.end)
          expect(find.unitEnd).toBeLessThanOrEqual(n.text.length)
          expect(find.high).toBeGreaterThanOrEqual(find.low)
          expect(Number.isNaN(find.value)).toBe(false)
          expect(text.slice(...n.span(find.start, find.end))).toBe(find.words)
          last = find.end
        }
        last = 0
        for (const find of scanDates(n, reference)) {
          expect(find.start).toBeGreaterThanOrEqual(last)
          expect(find.end).toBeGreaterThan(find.start)
          expect(find.end).toBeLessThanOrEqual(n.text.length)
          expect(find.from <= find.to).toBe(true)
          for (const day of [find.from, find.to]) expect(dayOfNumber(dayNumber(day))).toBe(day)
          last = find.end
        }
      }),
      { numRuns: 3000 },
    )
  })
})

/** Counts what the scanners look at: every character, prefix and piece they take from the text. */
function work(text: string): number {
  let looks = 0
  const counted = new Proxy(Object(text) as object, {
    get(target, key) {
      looks++
      const found: unknown = Reflect.get(target, key)
      if (typeof found !== 'function') return found
      return (...args: unknown[]) => {
        const result: unknown = Reflect.apply(found, text, args)
        if (typeof result === 'string') looks += result.length
        return result
      }
    },
  }) as unknown as string
  const n = {
    typed: text,
    text: counted,
    span: (start: number, end: number): [number, number] => [start, end],
  }
  scanNumbers(n)
  scanDates(n, reference)
  return looks
}

const hostile = [
  '万',
  '一',
  '1',
  ' ',
  '(',
  '周',
  '1.',
  '1-',
  '1、',
  '三、',
  '第',
  '今明',
  '十月',
  '2024年',
  '上',
  '农历',
  '①',
  '1/',
  '截至',
  '.5',
  '1 ',
  '一 ',
  '半',
  '百分之',
  '和',
  '到1',
  '1到',
  '十、',
  '1月',
  '3日、',
  '周一、',
  '一百',
  '3元',
  '又',
  '1e',
  '初',
  '大',
  '-1',
  '12:',
  '点',
]

describe('cost', () => {
  it.each(hostile.map((piece) => [piece]))('grows with the length of %j repeated', (piece) => {
    const short = work(piece.repeat(Math.ceil(300 / piece.length)))
    const long = work(piece.repeat(Math.ceil(1200 / piece.length)))
    expect(long).toBeLessThan(short * 4.4)
    expect(long / 1200).toBeLessThan(600)
  })

  it('ends on 100,000 hostile characters', () => {
    for (const piece of ['万', '一', ' ', '(', '1、', '十月', '第', '周'])
      values(piece.repeat(100_000 / piece.length), reference)
  })
})

interface PeerCase {
  readonly id: string
  readonly text: string
  readonly reference: string | null
  readonly tags?: readonly string[]
  readonly expect: {
    readonly value?: number
    readonly values?: readonly number[]
    readonly min?: number
    readonly max?: number
    readonly start?: string
    readonly end?: string
    readonly all?: readonly { readonly start: string; readonly end: string }[]
    readonly none?: boolean
  }
}

const shared = '../shared/corpus/peers'
const cases = (file: string): readonly PeerCase[] =>
  readFileSync(`${shared}/${file}.ndjson`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as PeerCase)
const at = (iso: string | null): { day: string; minute: number } => ({
  day: (iso ?? '2026-01-01').slice(0, 10),
  minute: 720,
})
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b))

const numberRight = (c: PeerCase): boolean => {
  const got = values(c.text, at(c.reference)).numbers.map((n) => n.value)
  const want = c.expect.values ?? [c.expect.value!]
  return got.length === want.length && got.every((v, i) => near(v, want[i]!))
}
const rangeRight = (c: PeerCase): boolean => {
  const got = values(c.text, at(c.reference)).numbers
  return got.length === 1 && near(got[0]!.low, c.expect.min!) && near(got[0]!.high, c.expect.max!)
}
const daysOf = (spans: readonly { readonly start: string; readonly end: string }[]): string =>
  [
    ...new Set(
      spans.flatMap(({ start, end }) => {
        const days: number[] = []
        for (let d = dayNumber(start); d <= dayNumber(end); d++) days.push(d)
        return days
      }),
    ),
  ]
    .sort((a, b) => a - b)
    .join()
const dateRight = (c: PeerCase): boolean => {
  const want = c.expect.none ? [] : (c.expect.all ?? [{ start: c.expect.start!, end: c.expect.end! }])
  return daysOf(values(c.text, at(c.reference)).dates) === daysOf(want)
}
const tagged = (c: PeerCase, tag: string): boolean => c.tags?.includes(tag) ?? false

/** The cases of other readers: each group keeps at least this share. */
const floors: readonly (readonly [
  group: string,
  file: string,
  pick: (c: PeerCase) => boolean,
  right: (c: PeerCase) => boolean,
  floor: number,
])[] = [
  [
    'numbers, whole string',
    'numbers',
    (c) => !tagged(c, 'negative') && !tagged(c, 'embedded'),
    numberRight,
    1,
  ],
  ['numbers in text', 'numbers', (c) => !tagged(c, 'negative') && tagged(c, 'embedded'), numberRight, 1],
  ['no number here', 'numbers', (c) => tagged(c, 'negative'), numberRight, 1],
  ['number ranges', 'number-ranges', () => true, rangeRight, 1],
  ['dates, simplified', 'dates', (c) => !tagged(c, 'hant'), dateRight, 0.997],
  ['dates, traditional', 'dates', (c) => tagged(c, 'hant'), dateRight, 1],
]

describe.skipIf(!existsSync(shared))("other readers' cases (skipped without ../shared)", () => {
  it.each(floors)('%s', (_group, file, pick, right, floor) => {
    const picked = cases(file).filter(pick)
    const wrong = picked.filter((c) => !right(c)).map((c) => `${c.id} ${c.text}`)
    expect(1 - wrong.length / picked.length, wrong.join('\n')).toBeGreaterThanOrEqual(floor)
  })
})
