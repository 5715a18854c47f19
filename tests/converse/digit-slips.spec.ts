import { describe, expect, test } from 'vitest'
import { digitSlip, fitsDigits, plainSlips } from '../../src/converse/digit-slips.js'
import { story } from './story.js'

describe('how a figure came to be wrong', () => {
  test.each([
    ['103号我把3看成8了，应该是38人', '103号看错了，应该是38人'],
    ['我把103号的三写成八了，是38人', '103号看错了，是38人'],
    ['103号7和1看混了，应该是71人', '103号看错了，应该是71人'],
    ['我把3听成8了，103号应该是38人', '103号应该是38人'],
    ['103号没戴眼镜，把3认成8了，应该38', '103号看错了，应该是38'],
    ['103号手一抖打成88了，应该是38人', '103号打成88了，应该是38人'],
    ['应该是38人，103号我把3看成8了', '103号看错了，应该是38人'],
    ['103号听成88了，人家说的是38', '103号听成88了，实际是38'],
    ['今天把伞看成拐杖了', '今天把伞看成拐杖了'],
    ['昨天在三小讲防火，来了38人', '昨天在三小讲防火，来了38人'],
  ])('%s → %s', (words, plain) => expect(plainSlips(words)).toBe(plain))

  test.each([
    [62, 82, true],
    [66, 82, false],
    [616, 816, true],
    [62, 92, false],
    [62, 820, false],
    [62, 62, false],
  ])('6 for 8: %i → %i is %s', (from, to, fits) => {
    const slip = digitSlip('我把8看成6了')!
    expect([slip, fitsDigits(from, to, slip)]).toEqual([{ was: '6', now: '8' }, fits])
  })

  const told = `
    王秀兰：上午我们城东区在柳林村讲蚕病，农户53人
    王秀兰：下午我们城东区在桑园村讲选种，农户70人`
  const heard = async (said: string): Promise<string> => {
    const { heard: lines } = await story(`${told}\n${said}\n⟂`)
    return lines.at(-1)!.slice(1).join('\n')
  }

  test.each([
    '王秀兰：101号我把9看成5了，应该是93人',
    '王秀兰：101号看岔了，应该是93人',
    '王秀兰：101号5和9写混了，应该是93',
    '王秀兰：101号手滑了，应该是93人',
    '王秀兰：101号没戴眼镜，是93人',
    '王秀兰：柳林村那场眼花了，是93人',
    '王秀兰：柳林村那场手滑了，是93人',
    '王秀兰：柳林村那场我手快打成53了，应该是93人',
    '王秀兰：蚕病那场写成53了，应该是93人',
    '王秀兰：我把9抄成5了，蚕病那场应该是93人',
    '王秀兰：101号眼花了，93看成53了',
    '王秀兰：101号老花眼，9看成5，应该93',
    '王秀兰：101号听成53了，村里说的是93',
    '王秀兰：101号按错了，是93人',
    '王秀兰：101号记成了53，其实是93',
    '王秀兰：101号输入法跳错了，应该是93',
    '王秀兰 → 小科：101号九写得像五，应该是93人，不是53',
    '王秀兰 → 小科：我手滑打成53了，应该是93人',
    '周敏 → 小科：101号他们把9看成5了，应该是93人',
  ])('%s', async (said) => expect(await heard(said)).toContain('101号已改：53 → 93人次'))

  test('what does not come of the digits named is asked, not taken', async () => {
    const { heard: lines } = await story(`${told}
      王秀兰：101号我把9看成5了，应该是98人
      ⟂
      王秀兰 → 小科：93
      ⟂`)
    expect(lines[0]!.slice(1).join()).toContain('101号记的是53人次，把5换成9不是98。按98改吗')
    expect(lines[1]!.slice(1).join()).toContain('101号已改：53 → 93人次')
  })

  test.each([
    '王秀兰：我把9看成5了，坐错车了',
    '王秀兰：我把9看成5了，应该坐93路',
    '王秀兰：我把9听成5了，应该是93块',
    '王秀兰：老花眼，把102路看成101路了',
    '王秀兰：101号楼我看错了，应该是93号',
    '王秀兰：手滑了，发错群了',
    '王秀兰：眼花了，红灯看成绿灯',
    '王秀兰：老李把9看成5了，应该是93岁',
    '张大爷：我把9看成5了，应该是93',
    '王秀兰：没戴眼镜，是72',
    '王秀兰：没戴老花镜，有72个人',
    '王秀兰：手滑了，是72人',
    '王秀兰：眼花了，应该有72个',
  ])('of something else: %s', async (said) => expect(await heard(said)).toBe(''))

  test.each([
    ['王秀兰：101号漏打了个2，是253人', 253],
    ['王秀兰：101号少按了个零，该是530人', 530],
    ['王秀兰：101号是153人，前面少打了个1', 153],
    ['王秀兰：101号多敲了个3，应该是5个人', 5],
    ['王秀兰：101号少打了一位，是523人', 523],
    ['王秀兰：101号少写了个4，该543', 543],
    ['王秀兰：柳林村那场掉了个1，是153人', 153],
    ['周敏：101号他们丢了个1，是153人', 153],
    ['王秀兰：101号少打了1个，是54人', 54],
  ])('a digit left out or one too many: %s', async (said, value) =>
    expect(await heard(said)).toContain(`101号已改：53 → ${value}人次`),
  )
  test('of the last one where the figure fits to the digit', async () => {
    expect(await heard('王秀兰：哎呀少打了个1，是170人')).toContain('102号已改：70 → 170人次')
    expect(await heard('王秀兰：后面多打了个0，是7人')).toContain('102号已改：70 → 7人次')
  })
  test('whose digit is not said is asked in private', async () => {
    const { heard: lines } = await story(`${told}
      王秀兰：101号少打了一位
      ⟂
      王秀兰 → 小科：253
      ⟂`)
    expect(lines[0]!.slice(1).join()).toMatch(/^小科〔私→王秀兰〕：101号记的是53人次，对的数是多少/)
    expect(lines[1]!.slice(1).join()).toContain('101号已改：53 → 253人次')
  })
  test.each([
    ['王秀兰：101号少打了个1，该是188人', '差的不止一位，您说的是188。按188改吗'],
    ['王秀兰：101号少打了个1', '要改成153吗'],
    ['王秀兰：101号多打了个3', '要改成5吗'],
  ])('asked, not taken: %s', async (said, part) => {
    expect(await heard(said)).toContain(part)
    expect(await heard(said)).not.toContain('已改')
  })
  test.each([
    '王秀兰：少打了个1，是166人',
    '王秀兰：车费少了个0，应该是700',
    '王秀兰：饭钱少了个0，应该是700块',
    '王秀兰：房号少写了个1，应该是170',
    '王秀兰：少了个0，应该是700',
    '王秀兰：牌位掉了个1，是170',
    '王秀兰：少打了个1',
    '王秀兰：打牌少打了个1，输了70块',
    '王秀兰：电话少打了个1，是170开头的',
    '张大爷：少打了个1，是170人',
  ])('no digit of ours: %s', async (said) => expect(await heard(said)).toBe(''))
})
