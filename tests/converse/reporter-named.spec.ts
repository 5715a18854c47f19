import { describe, expect, test } from 'vitest'
import { story } from './story.js'

const told = `
  /进 城东区群
  张大爷：昨天上午我们城东在三小讲了防冻，来了64人
  王秀兰：前天我们城东在文化馆办了书法讲座，35人
  /快进 10分钟
  孙国平：昨天南山县在河口小学讲了消防，88人
  /快进 5分钟`

async function heard(said: string): Promise<string> {
  const { heard: lines } = await story(`${told}\n${said}\n⟂`)
  return lines.at(-1)!.slice(1).join('\n')
}

describe('what another told is put right, by who told it', () => {
  test.each([
    ['王秀兰：张大爷报多了，应该是46人', '101号已改：64 → 46人次'],
    ['王秀兰：张大爷写错了，是46人', '101号已改：64 → 46人次'],
    ['王秀兰：小科，张大爷的人数应该是46', '101号已改：64 → 46人次'],
    ['王秀兰：张大爷那场不是64，是46', '101号已改：64 → 46人次'],
    ['王秀兰：张大爷说错了，他那场是46人', '101号已改：64 → 46人次'],
    ['周敏：王秀兰报少了，应该是53人', '102号已改：35 → 53人次'],
    ['周敏：王老师那场是11月18日的，不是19日', '102号已改：11月19日 → 11月18日'],
    ['周敏：老孙少报了，是98人', '103号已改：88 → 98人次'],
    ['王秀兰：张大爷报的64不对，是46', '101号已改：64 → 46人次'],
    ['周敏：小科，王老师报的35人不对，是53人', '102号已改：35 → 53人次'],
  ])('%s', async (said, part) => expect(await heard(said)).toContain(part))

  test.each([
    // not hers to change, and no word of her own report
    '王秀兰：孙国平报错了，应该是98人',
    '王秀兰：孙老师写错了，是98人',
    '王秀兰：何老师报错了，应该是98人',
    '王秀兰：黎教授报多了，应该是98人',
    '张大爷：王秀兰报错了，应该是53人',
    '王秀兰：张大爷那场不是72，是46',
    '王秀兰：张大爷明天也来',
    // of money, meals, trips, notices
    '王秀兰：张大爷记错了，应该是去年',
    '王秀兰：张大爷算错了，应该是60，我退你4块',
    '周敏：王老师算错了，应该是30',
    '周敏：王老师数错了，是18个人',
    '周敏：王秀兰的是50个人',
    '周敏：王秀兰发错了，是8号',
    '王秀兰：张大爷弄错了，应该是9号',
    '王秀兰：张大爷的应该是20份',
    '王秀兰：张大爷说错了，应该是3场',
    '周敏：王秀兰弄错了，是义诊',
    '周敏：王秀兰说错了，是城西的',
    '王秀兰：张大爷多算了5个人',
    '王秀兰：张大爷说错了，是明天去',
    '王秀兰：张大爷那个不是感冒，是肺炎',
  ])('nothing is changed: %s', async (said) => expect(await heard(said)).toBe(''))
})

test('of several which one is asked, called or by whoever may change them', async () => {
  const { heard: lines } = await story(
    `${told}\n张大爷：今天早上我们城东在敬老院量了血压，20人\n⟂\n王秀兰：张大爷报错了，应该是46人\n⟂`,
  )
  expect(lines.at(-1)!.slice(1).join('\n')).toMatch(/101、104里的哪一条/)
})

test('a figure nothing like the one that stands is said with its number', async () => {
  expect(await heard('王秀兰：张大爷报错了，是8人')).toContain('张大爷报的是101号')
})
