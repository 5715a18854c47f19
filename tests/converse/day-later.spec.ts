import { describe, expect, test } from 'vitest'
import { story } from './story.js'

const one = '何敏：我们在北岭集市义诊，看了82位老人'
const asked = '何敏：北岭这次医疗队下乡，去了三个村，看病的一共有156人'
const two = '何敏：我们在北岭中学讲火山，72人；我们还在村部培训养蜂，46人'
const dated = '何敏：11月20日在北岭集市义诊，看了82位老人'
async function heard(before: string, said: string): Promise<string> {
  const { heard: lines } = await story(`${before}\n${said}\n⟂`)
  return lines.at(-1)!.slice(1).join('\n')
}

describe('the day told behind a receipt that took the day of the message', () => {
  test.each([
    ['何敏：是昨天的', '11月20日'],
    ['何敏：昨天的事', '11月20日'],
    ['何敏：时间是昨天', '11月20日'],
    ['何敏：昨天下午的', '11月20日'],
    ['何敏：忘了说，是前天的', '11月19日'],
    ['何敏：对了，应该是前天办的', '11月19日'],
    ['何敏：义诊是18号的', '11月18日'],
    ['何敏：我刚才说的是昨天的事', '11月20日'],
    ['何敏：日期是11月18日', '11月18日'],
    ['何敏：其实是在昨天', '11月20日'],
    ['何敏：昨天的课', '11月20日'],
    ['何敏 → 小科：是昨天的', '11月20日'],
  ])('%s', async (said, day) => {
    expect(await heard(one, said)).toContain(`101号已改：11月21日 → ${day}`)
  })
  test('also while its figure is asked for', async () => {
    const { heard: lines } = await story(`${asked}\n何敏：是昨天的\n⟂\n何敏：3场\n⟂\n周敏 → 小科：看101\n⟂`)
    expect(lines.at(-1)!.join('')).toContain('11月20日')
    expect(lines.at(-1)!.join('')).toContain('义诊3场 156人次')
  })
  test('of all that was told in the message', async () => {
    const line = await heard(two, '何敏：都是昨天的')
    expect(line).toContain('101号已改：11月21日 → 11月20日')
    expect(line).toContain('102号已改：11月21日 → 11月20日')
  })
  test.each([
    [dated, '何敏：是昨天的'],
    [one, '李建国：是昨天的'],
    [one, '何敏：那照片不是昨天的'],
    [one, '何敏：是昨天的吗？'],
    [one, '何敏：是明天的'],
    [one, '何敏：是去年的'],
    [one, '何敏：都是去年的'],
    [one, '何敏：是十月的'],
    [one, '何敏：这是昨天的'],
    [one, '何敏：那是去年的事'],
    [`${one}\n/快进 30分钟`, '何敏：是昨天的'],
    [`${one}\n/快进 30分钟`, '何敏：时间是9号'],
    [one, '何敏：昨天的报纸'],
    [one, '何敏：昨天的菜真好吃'],
    [one, '何敏：是昨天的票'],
    [one, '何敏：会是昨天开的，不是我们这场'],
  ])('none of it: %s / %s', async (before, said) => {
    expect(await heard(before, said)).not.toContain('已改')
  })
})
