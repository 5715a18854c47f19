import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gazetteer, understand } from '../../src/understand/index.js'
import { toWire } from '../../src/understand/wire.js'
import { association } from './general-support.js'

const context = { units: gazetteer(association), sentAt: { day: '2025-06-18', minute: 20 * 60 } }
const read = (text: string) => toWire(understand(text, context)).reports

/** Ways in which one activity is told; every figure of it is stated in each. */
const branches = ['河西区老科协', '青石镇分会', '平川县老科协', '医卫分会', '纺织厂分会'] as const
const kinds = [
  ['lecture', '健康讲座', '场'],
  ['training', '技术培训', '期'],
  ['clinic', '义诊', '次'],
  ['publicity', '科普展览', '次'],
  ['meeting', '座谈会', '次'],
] as const
const told = fc.record({
  branch: fc.constantFrom(...branches),
  kind: fc.constantFrom(...kinds),
  month: fc.integer({ min: 1, max: 5 }),
  day: fc.integer({ min: 1, max: 28 }),
  people: fc.integer({ min: 21, max: 990 }),
  sheets: fc.integer({ min: 21, max: 990 }),
  sessions: fc.integer({ min: 2, max: 9 }),
})
type Told = typeof told extends fc.Arbitrary<infer T> ? T : never

const wide = (text: string): string =>
  text.replace(/[0-9]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
const forms: readonly (readonly [name: string, write: (t: Told) => string])[] = [
  [
    'a sentence',
    (t) =>
      `${t.month}月${t.day}日，${t.branch}举办${t.kind[1]}${t.sessions}${t.kind[2]}，群众${t.people}人参加，发放资料${t.sheets}份。`,
  ],
  [
    'full-width digits',
    (t) =>
      wide(
        `${t.month}月${t.day}日，${t.branch}举办${t.kind[1]}${t.sessions}${t.kind[2]}，群众${t.people}人参加，发放资料${t.sheets}份。`,
      ),
  ],
  [
    'a terse line',
    (t) =>
      `${t.branch} ${t.month}.${t.day} ${t.kind[1]}${t.sessions}${t.kind[2]} ${t.people}人 资料${t.sheets}份`,
  ],
  [
    'a form',
    (t) =>
      `单位：${t.branch}\n时间：2025年${t.month}月${t.day}日\n活动：${t.kind[1]}\n场次：${t.sessions}\n人数：${t.people}\n资料：${t.sheets}份`,
  ],
  [
    'the branch at the end',
    (t) =>
      `${t.month}月${t.day}日${t.kind[1]}${t.sessions}${t.kind[2]}，到场${t.people}人，发资料${t.sheets}份。${t.branch}`,
  ],
]
const fields = (reports: ReturnType<typeof read>) =>
  reports.map((r) => ({
    kind: r.kind,
    branch: r.branch,
    start: r.date ? (r.date as { readonly start: string }).start : undefined,
    sessions: r.sessions,
    attendance: r.attendance,
    materials: r.materials,
  }))
const two = (n: number): string => String(n).padStart(2, '0')
const expected = (t: Told) => [
  {
    kind: t.kind[0],
    branch: t.branch,
    start: `2025-${two(t.month)}-${two(t.day)}`,
    sessions: t.sessions,
    attendance: t.people,
    materials: t.sheets,
  },
]

describe('a report told in any form reads back to itself', () => {
  it.each(forms)('%s', (_, write) => {
    fc.assert(
      fc.property(told, (t) => {
        expect(fields(read(write(t)))).toEqual(expected(t))
      }),
      { numRuns: 300 },
    )
  })
})

/** Lines that people write before and after, and that tell of nothing. */
const chatter = fc.constantFrom(
  '各位老师晚上好！',
  '辛苦了，注意休息。',
  '照片稍后发群里。',
  '@小科',
  '请秘书处收一下',
  '谢谢大家👏👏',
  '天真热啊',
)
describe('chatter around a report', () => {
  it('changes none of its figures', () => {
    fc.assert(
      fc.property(
        told,
        fc.constantFrom(...forms.slice(0, 3)),
        chatter,
        chatter,
        (t, [, write], before, after) => {
          expect(fields(read(`${before}\n${write(t)}\n${after}`))).toEqual(expected(t))
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('evidence', () => {
  it('of every figure holds the number it is for, in the text as typed', () => {
    fc.assert(
      fc.property(told, fc.constantFrom(...forms), chatter, (t, [, write], before) => {
        const text = `\u200b${before}\n${write(t)}`
        for (const r of understand(text, context).reports)
          for (const measure of [r.sessions, r.attendance, r.materials]) {
            const words = text.slice(...measure!.span!).normalize('NFKC')
            expect(words).toContain(String(measure!.value))
          }
      }),
      { numRuns: 300 },
    )
  })
})

/** Words that reports are made of, and signs and characters that break them. */
const pieces = fc.constantFrom(
  ...'讲座 义诊 培训 座谈会 建议 调研报告 投稿 示范基地 河西 河西区老科协 医卫分会 市老科协 6月1日 昨天 上周 今年以来 3场 100人 5份 2篇 其中 共 每场 分别 采纳 不是 更正 应为 第一天 、 ， 。 ； ： ( ) “ ” 《 》 | / 1. ① \n'.split(
    ' ',
  ),
  ' ',
  '\u0000',
  '\ud800',
  '\u202e',
  '😀',
  '万万',
  '-',
)
describe('any string', () => {
  it('is read without a fault, and what is found stands in it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 80 }),
          fc.array(pieces, { maxLength: 40 }).map((ps) => ps.join('')),
        ),
        (text) => {
          const { reports, plans, doubts } = understand(text, context)
          for (const r of reports)
            for (const [from, to] of Object.values(r.evidence)) {
              expect(from).toBeGreaterThanOrEqual(0)
              expect(to).toBeGreaterThan(from)
              expect(to).toBeLessThanOrEqual(text.length)
            }
          expect(plans.length + doubts.length).toBeGreaterThanOrEqual(0)
        },
      ),
      { numRuns: 3000 },
    )
  })
})
