import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalize } from '../../src/understand/text/normalize.js'

const rows: readonly (readonly [why: string, typed: string, text: string])[] = [
  ['plain text stays itself', '昨天讲座300人', '昨天讲座300人'],
  [
    'full width digits, letters and punctuation',
    '１０月８日，Ａ班：３００人（约）！',
    '10月8日,A班:300人(约)!',
  ],
  ['hyphens become -, dashes and waves ~', '1－3，2—4，5～6，7–8', '1-3,2~4,5~6,7~8'],
  ['odd spaces become plain ones', '10月\u30008日\u00a0讲座\t一场', '10月 8日 讲座 一场'],
  ['invisible characters are taken out', '3\u200b00\u202e人\ufeff\u0000', '300人'],
  ['a lone surrogate is replaced, a pair stays', 'a\ud800b😀', 'a\ufffdb😀'],
  ['traditional becomes simplified', '參加三萬人，週五晚上八點', '参加三万人,周五晚上八点'],
  ['a circled list mark is no digit', '①10日②11日', '①10日②11日'],
  ['a half and a square stay what they are', '½㎡', '½㎡'],
  ['line breaks of every kind', 'a\u2028b\nc', 'a\nb\nc'],
]

describe('normalize', () => {
  it.each(rows)('%s', (_why, typed, text) => {
    expect(normalize(typed).text).toBe(text)
  })

  it('leads spans back to the text as typed, over what was taken out', () => {
    const typed = '约3\u200b00人\u200b，完'
    const n = normalize(typed)
    expect(n.text).toBe('约300人,完')
    const [from, to] = n.span(1, 4)
    expect(typed.slice(from, to)).toBe('3\u200b00')
    expect(n.span(5, 5)).toEqual([7, 7])
    expect(n.span(7, 7)).toEqual([9, 9])
  })

  it('keeps a rare character of a name as written where nothing else is traditional', () => {
    expect(normalize('王昇老师讲课').text).toBe('王昇老师讲课')
  })

  it('never throws, never grows, and maps every place into the text as typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const n = normalize(typed)
        expect(n.text.length).toBeLessThanOrEqual(typed.length)
        let last = 0
        for (let i = 0; i < n.text.length; i++) {
          const [from, to] = n.span(i, i + 1)
          expect(from).toBeGreaterThanOrEqual(last)
          expect(to).toBe(from + 1)
          expect(to).toBeLessThanOrEqual(typed.length)
          last = to
        }
      }),
    )
  })
})
