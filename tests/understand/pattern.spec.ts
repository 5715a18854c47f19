import { describe, expect, it } from 'vitest'
import { needsOf } from '../../src/understand/text/needs.js'
import { pattern } from '../../src/understand/text/pattern.js'

describe('words a pattern cannot do without', () => {
  it.each<[RegExp, string[] | null]>([
    [/打算/, ['打算']],
    [/(打算|准备)[^,]{0,4}办/, ['打算', '准备']],
    [/^(去|赴|前往)/, ['去', '赴', '前往']],
    // a class and what stands beside it together are longer than either
    [/[去派]了$/, ['去了', '派了']],
    [/要(举办|讲)[^,]{0,8}$/, ['要举办', '要讲']],
    // what may be left out says nothing, and parts what stands around it
    [/原(来|本)?定/, ['原']],
    [/(已|均)?预约/, ['预约']],
    [/(会员)+到/, ['会员']],
    [/(?:约|大约){1,2}[0-9]/, ['约', '大约']],
    [/(会员){0,2}/, null],
    // nor does what must or must not stand there
    [/(?<!不)准备(?!好)/, ['准备']],
    [/报名(?=参加)/, ['报名']],
    [/\d+人/, ['人']],
    [/\u4e00次/, ['次']],
    [/每[^,，。;]{0,3}$/, ['每']],
    [/a\.b|c\/d/, ['a.b', 'c/d']],
    // one open branch opens all
    [/^(讲座|[0-9]+)$/, null],
    [/[^,，]/, null],
    [/.*/, null],
    [/[\u4e00-\u9fa5]{2}/, null],
    [/讲座/i, null],
  ])('%s', (source, words) => {
    expect(needsOf(source)).toEqual(words)
  })
})

describe('patterns', () => {
  const leads = pattern(/(打算|准备)[^,]{0,4}$/)
  const opens = pattern(/^[0-9]*人/)
  const open = pattern(/^[0-9]+$/)

  it.each<[string, boolean]>([
    ['我们打算再', true],
    ['我们准备', true],
    ['打算,再', false],
    ['打', false],
    ['', false],
  ])('the whole of %j', (text, found) => {
    expect(leads(text)).toBe(found)
  })

  it('sees no more than the stretch it is asked about', () => {
    const text = '打算,听众30人到'
    expect(leads(text)).toBe(false)
    expect(leads(text, 0, 2)).toBe(true)
    expect(leads(text, -5, 2)).toBe(true)
    expect(opens(text)).toBe(false)
    expect(opens(text, 5)).toBe(true)
    expect(opens(text, 5, 7)).toBe(false)
    expect(opens(text, 5, 99)).toBe(true)
    expect(opens(text, 9, 5)).toBe(false)
  })

  it('asked about one text and another in turn', () => {
    for (let i = 0; i < 3; i++) {
      expect(leads('准备')).toBe(true)
      expect(leads('听众')).toBe(false)
      expect(open('12')).toBe(true)
      expect(open('十二')).toBe(false)
    }
  })

  it('made after a text was heard', () => {
    expect(leads('准备下乡')).toBe(true)
    expect(pattern(/下乡/)('准备下乡')).toBe(true)
  })

  it('more of them than there was room for', () => {
    const many = Array.from({ length: 1500 }, (_, i) => pattern(new RegExp(`第${i}个`)))
    expect(many.flatMap((p, i) => (p('第7个和第1499个') ? [i] : []))).toEqual([7, 1499])
  })
})
