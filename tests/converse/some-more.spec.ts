import { describe, expect, test } from 'vitest'
import { story } from './story.js'

const told = `
  /进 城东区群
  王秀兰：昨天上午在三小讲了防冻，来了110人
  /快进 1分钟`
const heard = async (...said: readonly string[]): Promise<string> => {
  const { heard: lines } = await story(`${told}\n${said.join('\n')}\n⟂`)
  return lines.at(-1)!.slice(1).join('\n')
}

describe('so many more came than was told just now: asked in private, never added in silence', () => {
  test.each([
    ['家长还有30个没算', 140],
    ['还有30个家长没算进去', 140],
    ['人数再加8个，后来又来了几个', 118],
    ['人数要加上6个人', 116],
    ['再加7个，刚才漏数了', 117],
    ['后来又来了9个，加上', 119],
    ['对了，后来又到了12位没算进去', 122],
    ['外面还有十二个没数进去', 122],
    ['人数扣掉5个，工作人员', 105],
  ])('%s', async (said, now) => {
    const line = await heard(`王秀兰：${said}`)
    expect(line).toMatch(/^小科〔私→王秀兰〕：101号记的是110人次/)
    expect(line).toContain(`改成${now}吗？`)
  })
  test('by name, in fewer words', async () =>
    expect(await heard('王秀兰：小科 再加8个人')).toContain('改成118吗？'))
  test('agreed', async () =>
    expect(await heard('王秀兰：人数再加8个', '王秀兰 → 小科：改')).toContain('101号已改：110 → 118人次'))
  test('what adds up is what was told', async () =>
    expect(await heard('王秀兰：人数再加8个', '王秀兰 → 小科：不用', '王秀兰 → 小科：101')).toContain(
      '110人次',
    ))

  test.each([
    '王秀兰：菜再加8个',
    '王秀兰：还有8个人没报',
    '王秀兰：还有5个人没加进来',
    '王秀兰：老师还有2个没算',
    '王秀兰：学生有30个没写',
    '王秀兰：来了3个人要加上',
    '王秀兰：总数减2个人',
    '王秀兰：再加8个凳子',
    '王秀兰：群里再加8个人',
    '王秀兰：再加8个人',
    '王秀兰：还有3个题没讲',
    '王秀兰：还有2个人没吃饭',
    '王秀兰：后来又来了8个',
    '王秀兰：人数再加几个',
    '王秀兰：人数再加500个，后来又来了几个',
    '王秀兰：人数再加8个就满了',
    '张大爷：人数再加8个，后来又来了几个',
  ])('chatter: %s', async (said) => expect(await heard(said)).toBe(''))
  test('another spoke in between', async () =>
    expect(await heard('张大爷：那边呢', '王秀兰：人数再加8个，后来又来了几个')).toBe(''))
  test('an hour later', async () =>
    expect(await heard('/快进 1小时', '王秀兰：人数再加8个，后来又来了几个')).toBe(''))
})
