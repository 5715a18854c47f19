import { describe, expect, test } from 'vitest'
import { story } from './story.js'

const told = `
  /进 城东区群
  张大爷：昨天在红霞村教桑农剪枝，搞了半天培训，来了四十三四个
  /快进 6分钟`

async function heard(said: string, before = told): Promise<string> {
  const { heard: lines } = await story(`${before}\n${said}\n⟂`)
  return lines.at(-1)!.slice(1).join('\n')
}

describe('the contact puts right what a member told just before', () => {
  test.each([
    ['王秀兰：我也在的，不是四十三四，是47个，签到表在我手里', 47],
    ['王秀兰：不是四十三四，是47', 47],
    ['王秀兰：不止四十三四，是四十七个，我数过', 47],
    ['王秀兰：没有四十三四个，只有39个，我点的名', 39],
    ['王秀兰：是47个，不是四十三四，我点过的', 47],
    ['王秀兰：四十三四不对，我数过，是47个', 47],
    ['王秀兰：张大爷那场不是四十三四，是47人', 47],
    ['周敏：不是四十三四，是47人，照片上数的', 47],
  ])('%s', async (said, value) => expect(await heard(said)).toContain(`101号已改：43至44 → ${value}人次`))

  test('an exact figure as well, and who told it hears so', async () => {
    const lines = await heard(
      '王秀兰：张大爷写反了，不是53，是35，我数过',
      told.replace('四十三四个', '53人'),
    )
    expect(lines).toContain('101号已改：53 → 35人次')
    expect(lines).toContain('〔私→张大爷〕：101号由王老师改了')
  })

  test.each([
    '王秀兰：不是三十来个，是47个', // no figure of it
    '王秀兰：那天我也在，是47个', // nothing is taken back
    '王秀兰：不是四十三四岁，是47岁',
    '王秀兰：不是四十三四块，是47块',
    '王秀兰：上次不是四十三四，是47个',
    '王秀兰：去年那场不是四十三四个，是47个',
    '王秀兰：我们那场不是四十三四个，是47个',
    '何敏：那天我也在，不是四十三四，是47个', // of another branch
    '孙国平：不是四十三四，是47个',
    '李建国：不是四十三四，是47个',
    '王秀兰：车钱不是四十三四，是47',
    '王秀兰：房间不是四十三四，是47',
    '王秀兰：车次不是四十三四，是47',
    '王秀兰：尾号不是四十三四，是47',
    '王秀兰：不是四十三四，是47，涨价了',
    '王秀兰：食堂里不是四十三四，是47人',
    '王秀兰：南门那边不是四十三四，是47人',
    '王秀兰：不是四十三四斤，是47',
    '王秀兰：不是四十三四页，我数过，是47页',
  ])('not: %s', async (said) => expect(await heard(said)).toBe(''))

  test.each([
    ['王秀兰：不是四十三四，是47', ''],
    ['王秀兰：听众不是四十三四，是47', '101号已改：43至44 → 47人次'],
    ['王秀兰：不是四十三四人，是47人', '101号已改：43至44 → 47人次'],
  ])('bare figures only at once: %s', async (said, part) => {
    const line = await heard(said, `${told}\n/快进 20分钟`)
    if (part === '') expect(line).toBe('')
    else expect(line).toContain(part)
  })

  test('another report stands between', async () => {
    const between = `${told}\n王秀兰：今天上午我在城东小学讲防火，学生90人\n/快进 3分钟`
    expect(await heard('王秀兰：不是四十三四，是47个', between)).toBe('')
  })
  test('long after', async () => {
    expect(await heard('王秀兰：不是四十三四，是47个', `${told}\n/快进 2小时`)).toBe('')
  })
  test('a figure of one’s own told a moment ago as well: nobody knows which', async () => {
    const both = `
      /进 城东区群
      王秀兰：今天上午我在城东小学讲防火，学生53人
      张大爷：昨天在红霞村教桑农剪枝，搞了半天培训，来了53人
      /快进 6分钟`
    expect(await heard('王秀兰：不是53，是35', both)).toBe('')
  })
})
