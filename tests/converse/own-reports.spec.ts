import { describe, expect, test } from 'vitest'
import { story } from './story.js'

/** Two told by one contact on one day, one of them of the week before, and one by a member of another branch. */
const told = `
  何敏：今天上午在北岭二小讲冰川，学生66人
  何敏：11月12日在文化站办养兔培训，学员38人
  李建国：今天在镇医院讲用药，听众51人
  /快进 1天
`
const heard = async (...lines: readonly string[]): Promise<string> => {
  const { heard: all } = await story(`${told}\n${lines.join('\n')}\n⟂`)
  return all.at(-1)!.slice(1).join('\n')
}

describe('how a report stands on the book is asked in many words', () => {
  test.each([
    ['我昨天报的冰川那场记的多少人', '101号', '66'],
    ['昨天上午二小那堂课给我记上没有', '101号', '66'],
    ['我在二小讲的那场，你登记成几个人了', '101号', '66'],
    ['冰川那场你记成哪天了', '101号', '11月21日'],
    ['我报的养兔培训收到了吗', '102号', '38'],
    ['养兔那期你记成多少人了？', '102号', '38'],
    ['12号那期培训算进去了没', '102号', '38'],
    ['麻烦看看我文化站那期有没有记上', '102号', '38'],
    ['我上一条怎么记的', '102号', '38'],
    ['养兔那个我报的是38还是83', '102号', '38'],
    ['我那期培训你写的38人吧？', '102号', '38'],
    ['101号记成几个人了', '101号', '66'],
    ['102收到没', '102号', '38'],
  ])('何敏: %s', async (said, no, figure) => {
    const line = await heard(`何敏 → 小科：${said}`)
    expect(line).toContain(`小科〔私→何敏〕：`)
    expect(line).toContain(no)
    expect(line).toContain(figure)
  })

  test.each([
    '记了没有',
    '记上了没',
    '收到没有',
    '收到了吗？',
    '记下了吗',
    '登记上了没有',
    '你记了没有',
    '有没有记上',
    '录进去没有',
  ])('bare, of what was told just now: %s', async (words) => {
    const now = '何敏：今天在北岭三小讲星星，学生29人'
    expect(await heard(now, `何敏：小科 ${words}`)).toMatch(/收到了。／104号[^]*29人次/)
    expect(await heard(`何敏：小科${words}`)).toMatch(/没找到这一场的报告。最近收到您的是10[12] /)
    expect(await heard(now, `何敏：${words}`)).toBe('')
  })

  test('what waits for an answer is not called booked', async () => {
    const again = '何敏：今天 北岭二小 冰川课 学生66人'
    const line = await heard('/快进 1分钟', again.replace('今天', '昨天'), '何敏 → 小科：记了没有')
    expect(line).toContain('收到了，还没算')
  })

  test('several are told one by one', async () => {
    const line = await heard('何敏 → 小科：我昨天报的都记上了吗')
    expect(line).toMatch(/收到2条[^]*101 北岭县[^]*66[^]*102 北岭县[^]*38|收到2条[^]*102[^]*38[^]*101[^]*66/)
    expect(line).not.toContain('103')
  })

  test.each([
    ['李建国 → 小科：我昨天那场收到没有', '103号'],
    ['孙国平 → 小科：李建国昨天报的那场记了多少人', '103号'],
    ['周敏 → 小科：老李昨天报的讲座收到没有', '103号'],
    ['周敏 → 小科：北岭报的冰川那场你记成多少人', '101号'],
  ])('of what one may see: %s', async (said, no) => expect(await heard(said)).toContain(no))

  test.each([
    '何敏 → 小科：我前天报的那场记成多少人了',
    '何敏 → 小科：我报的义诊收到没有',
    '何敏 → 小科：我刚才报的收到没有',
    '何敏 → 小科：李建国报的那场你记成多少人了',
    '张大爷 → 小科：我昨天报的那场收到没有',
  ])('nothing fits, and so it is said: %s', async (said) =>
    expect(await heard(said)).toContain('没找到这一场的报告'),
  )

  test('what is put right then is the one shown', async () => {
    const asked = '何敏 → 小科：我昨天报的冰川那场记成多少人了'
    expect(await heard(asked, '何敏 → 小科：不对，是69人')).toContain('101号已改：66 → 69')
    // told since: that one
    const since = '何敏 → 小科：今天在北岭一小讲火山，学生40人'
    expect(await heard(asked, since, '何敏 → 小科：不对，是44人')).toContain('104号已改：40 → 44')
    expect(await heard(asked, '/快进 1小时', '何敏 → 小科：不对，是39人')).not.toContain('101号已改')
  })

  test.each([
    '何敏：我昨天报的那场记成多少人了',
    '何敏：红包收到没有',
    '何敏：昨天的讲座收到没有',
    '李建国：昨天那场球记了几分',
  ])('said to the others: %s', async (said) => expect(await heard(said)).toBe(''))

  test.each([
    ['何敏 → 小科：我昨天发的照片收到没有', /没听明白/],
    ['何敏 → 小科：北岭十一月讲座记了多少场', /讲座1场次/],
    ['何敏 → 小科：这两天收到几条', /报来2条/],
    ['周敏 → 小科：十一月都报齐了吗', /城东/],
    ['何敏 → 小科：101号作废了吗', /^(?!.*收到)[^]*101号/],
  ])('another question: %s', async (said, answer) => expect(await heard(said)).toMatch(answer))
})
