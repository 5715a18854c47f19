import { describe, expect, test } from 'vitest'
import { story } from './story.js'

const one = '何敏：今天在北岭集市义诊，看了82位老人'
const two = '何敏：今天上午在北岭中学讲火山，72人；下午在村部培训养蜂，46人'
const withPapers = '何敏：今天在北岭集市义诊，看了82位老人，发资料100份'
async function heard(before: string, said: string): Promise<string> {
  const { heard: lines } = await story(`${before}\n${said}\n⟂`)
  return lines.at(-1)!.slice(1).join('\n')
}

describe('what was handed out, told behind the receipt', () => {
  test.each([
    ['何敏：还发了150份宣传单', '101号已改：未报 → 150份'],
    ['何敏：发资料150份', '101号已改：未报 → 150份'],
    ['何敏：对了，资料发了两百份', '101号已改：未报 → 200份'],
    ['何敏：忘了说，还给老人发了80本小册子', '101号已改：未报 → 80份'],
    ['何敏：补充：现场发放健康宣传册一百五十来份', '101号已改：未报 → 150来份'],
    ['何敏：101号还发了150份资料', '101号已改：未报 → 150份'],
    ['周敏 → 小科：101号还发了150份资料', '101号已改：未报 → 150份'],
    ['何敏 → 小科：还发了150份资料', '101号已改：未报 → 150份'],
  ])('%s', async (said, part) => expect(await heard(one, said)).toContain(part))

  test('of two told together it is asked which', async () => {
    const line = await heard(two, '何敏：还发了150份资料')
    expect(line).toContain('资料是101、102里哪一条的')
    expect(line).not.toContain('已改')
  })
  test('what is on the book stays until it is put right', async () => {
    const line = await heard(withPapers, '何敏：还发了150份资料')
    expect(line).toContain('101号已经记了资料100份')
    expect(line).not.toContain('已改')
  })
  test.each([
    '李建国：还发了150份资料',
    '何敏：明天要发150份资料',
    '何敏：办公室印了150份资料，谁要？',
    '何敏：给各分会寄了150份资料',
    '何敏：还剩150份资料',
    '何敏：发了三本书',
    '何敏：给大家发了1份资料',
    '何敏：单子发了30张',
    '何敏：又送书30本',
    '何敏：还发了150个鸡蛋',
    '何敏：发了150份资料了吗',
  ])('none of it: %s', async (said) => expect(await heard(one, said)).toBe(''))
})
