import type { Given, Tip } from '../../src/tips/tip.js'

const characters = Array.from(
  '春夏秋冬山水田林湖草雷雨风雪云日月星辰木火土金石花鸟鱼虫米面油盐茶竹松柏梅兰菊荷桑麻',
)

/** A tip for tests: `{ id: 'a' }` and whatever matters; its words are its own unless given. */
export function tip(given: Partial<Tip> & { readonly id: string }): Tip {
  let seed = Array.from(given.id).reduce((h, c) => (h * 31 + c.codePointAt(0)!) % 2147483647, 7)
  const word = (n: number): string =>
    Array.from(
      { length: n },
      () => characters[(seed = (seed * 48271 + 11) % 2147483647) % characters.length],
    ).join('')
  return {
    theme: `主题${given.id}`,
    group: 'health',
    title: word(6),
    lines: [word(20), word(20)],
    source: { org: '机构', document: '文件', year: 2024 },
    months: [],
    day: null,
    regions: [],
    crops: [],
    audience: [],
    medical: false,
    author: '小科编辑部',
    reviewer: null,
    scientist: false,
    at: { file: 'test', line: 1 },
    ...given,
  }
}

export const gave = (day: string, tipId: string): Given => ({ day, tipId })
