import { describe, expect, test } from 'vitest'
import { story } from './story.js'

/** The last thing heard after a few lines. */
async function lastHeard(script: string): Promise<string> {
  const { heard } = await story(`${script}\n⟂`)
  return heard.at(-1)!.slice(1).join('\n')
}

describe('asked about what a member said, which is quoted', () => {
  const quoted = '张大爷（引用“床底下放碗生姜水，蚊子三年不进门”）：'
  test.each([
    '小科 这个是真的吗',
    '小科 这话当真？真的假的',
    '小科 靠谱不',
    '小科 这方子靠不靠谱',
    '小科，有没有科学道理啊',
    '小科 这有什么依据吗',
    '小科 能信吗',
    '小科 可不可信',
    '小科 是不是谣言',
    '小科 骗人的吧',
    '小科 帮忙求证一下',
    '小科 核实一下这条消息',
    '小科 老周发的这个能信吗',
    '小科 上面说的有道理吗',
    '小科 这个说法对吗',
    '小科 有这回事吗',
    '这是真是假 @小科',
  ])('%s', async (said) => {
    const heard = await lastHeard(quoted + said)
    expect(heard).toContain('已请周老师看')
    expect(heard).toMatch(/〔私→周敏〕：张老师求证：床底下放碗生姜水/)
  })
  test.each(['这个是真的吗', '小科 这是假的', '小科 谣言', '小科 全市', '真的假的'])(
    'is not asked: %s',
    async (said) => expect(await lastHeard(quoted + said)).not.toContain('生姜水'),
  )
  test('of the library: its answer', async () =>
    expect(await lastHeard('张大爷（引用“听人讲喝醋能软化血管”）：小科 这有道理吗')).toContain('据：'))
})

test.each(['小科 这个是真的吗', '小科 这个方子靠谱吗', '小科 核实一下这条消息'])(
  'nothing is quoted, nothing is asked of the editor: %s',
  async (said) => expect(await lastHeard(`张大爷：${said}`)).toContain('要求证哪一句'),
)

test.each([
  '小科 生姜水赶蚊子，靠不靠谱',
  '小科 生姜水赶蚊子有科学依据吗',
  '小科 生姜水赶蚊子能信吗',
  '小科 听说生姜水赶蚊子，是谣言吧？',
])('the claim in front: %s', async (said) => expect(await lastHeard(`张大爷：${said}`)).toContain('求证：'))

test.each(['小科 这个月的总数靠谱吗', '小科 讲座时间对不对', '小科 核实101号的人数', '小科 对不对'])(
  'of the book: %s',
  async (said) => expect(await lastHeard(`张大爷：${said}`)).not.toContain('求证：'),
)

test.each(['小科 这个是真的吗', '小科 对不对'])('a receipt is no claim: %s', async (said) => {
  const told = '李建国：昨天在南山县二小讲防溺水，64人\n李建国（引用 101号）：'
  expect(await lastHeard(told + said)).not.toContain('求证：')
})
