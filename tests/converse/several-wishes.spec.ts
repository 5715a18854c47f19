import { describe, expect, test } from 'vitest'
import { story } from './story.js'

const two = `
  王秀兰：11月18日城东区在二中讲航天，听众60人
  王秀兰：11月19日城东区在一小讲防火，听众45人`

async function heard(said: string): Promise<string[]> {
  const { heard: lines } = await story(`${two}\n${said}\n⟂`)
  return lines.at(-1)!.slice(1)
}
const voided = '✅ 101号已作废。要恢复说“恢复101”。'

describe('one record withdrawn, another put right', () => {
  test.each([
    ['王秀兰：101号作废，102号改成39人', [voided, '✅ 102号已改：45 → 39人次']],
    ['王秀兰：小科 102号改39人，101号不要了', ['✅ 102号已改：45 → 39人次', voided]],
    ['王秀兰：101作废，那场没办成，102号不是45，是39', [voided, '✅ 102号已改：45 → 39人次']],
    ['王秀兰：101号作废。102号少写了3个人，是48人', [voided, '✅ 102号已改：45 → 48人次']],
  ])('%s', async (said, texts) => {
    expect((await heard(said)).join('\n').replaceAll('小科：', '')).toBe(texts.join('\n'))
  })

  test('what is not understood of it is said', async () => {
    const lines = (await heard('王秀兰：小科 101号作废，102号那个要改成啥来着')).join('\n')
    expect(lines).toContain('“102号那个要改成啥来着”我没听明白')
  })
})

describe('two records whose figures were exchanged', () => {
  test.each([
    '王秀兰：101号和102号的人数弄反了',
    '王秀兰：小科 101和102人数写颠倒了',
    '王秀兰：101号跟102号人数对调一下',
    '王秀兰：不好意思，101号、102号的人数记反了',
  ])('%s', async (said) => {
    expect(await heard(said)).toEqual(['小科：✅ 101号已改：60 → 45人次／✅ 102号已改：45 → 60人次'])
  })

  test('nobody says what was exchanged', async () => {
    const { heard: lines, expected } = await story(`
      ${two}
      王秀兰：101号和102号弄反了
      小科〔私→王秀兰〕：101号记的是60人次，102号记的是45人次，人数对调吗？回“改”或“不用”。
      王秀兰 → 小科：改
      小科〔私→王秀兰〕：✅ 101号已改：60 → 45人次
      小科〔私→王秀兰〕：✅ 102号已改：45 → 60人次`)
    expect(lines).toEqual(expected)
  })

  test('another may not', async () => {
    const lines = await heard('李建国：小科 101号和102号的人数弄反了')
    expect(lines.join('\n')).not.toContain('已改')
  })

  test.each(['王秀兰：101路和102路坐反了', '王秀兰：第101和102页装反了', '王秀兰：鞋穿反了'])(
    'not about it: %s',
    async (said) => expect(await heard(said)).toEqual([]),
  )
})
