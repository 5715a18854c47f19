import { describe, expect, test } from 'vitest'
import { openPlay } from './play.js'
import { story } from './story.js'

/** What a message books or asks, said in the room of the branch. */
async function heard(said: string, before = ''): Promise<string> {
  const { heard: lines } = await story(`/进 城东区群\n${before}\n${said}\n⟂`)
  return lines.at(-1)!.slice(1).join('\n')
}
const hasRecord = /\d{3}号|记下了/

describe('called, with nothing but a branch, a kind and a time: a question, in any order', () => {
  test.each([
    '王秀兰：小科 城东义诊今天',
    '王秀兰：小科，今天城东的义诊',
    '王秀兰：小科 义诊 昨天 城东',
    '王秀兰：小科 19号城东培训',
    '王秀兰：小科 城东上周四培训',
    '王秀兰：小科 上午城东义诊',
    '王秀兰：小科 昨天晚上城东讲座',
    '王秀兰：小科 城东培训下午',
    '张大爷：小科 今早城东咨询',
  ])('%s', async (said) => expect(await heard(said)).not.toMatch(hasRecord))
})

describe('a verb, a place or a figure tells', () => {
  test.each([
    '王秀兰：小科 今天上午城东办了义诊',
    '王秀兰：小科 昨天城东在菜场义诊，38人',
    '王秀兰：小科 今天城东义诊38人',
    '王秀兰：小科 城东讲座1场',
  ])('%s', async (said) => expect(await heard(said)).toMatch(hasRecord))
})

describe('in the rest after too many questions', () => {
  const asked = ['讲座', '义诊', '培训', '咨询', '稿件', '宣传']
  const inRest = async (said: string): Promise<string> => {
    const play = await openPlay()
    const heardLast = async (text: string, id: string): Promise<string> => {
      await play.app.message({
        id,
        room: '城东区群',
        sender: { id: 'wang', name: '王秀兰' },
        text,
        sentAt: play.clock.now(),
      })
      await play.app.flush()
      play.clock.set(new Date(play.clock.now().getTime() + 5000))
      return (await play.room.play({ is: 'nothing' })).map((h) => h.text).join('\n')
    }
    try {
      for (const kind of asked) await heardLast(`小科 全市${kind}今天`, `q${kind}`)
      return await heardLast(said, 'last')
    } finally {
      await play.close()
    }
  }

  test.each(['小科 城东讲座今天', '小科 昨天城东义诊', '小科 培训城东今天', '小科 今天下午城东培训'])(
    'a question is left: %s',
    async (said) => expect(await inRest(said)).toBe(''),
  )
  test.each(['小科 今天城东在公园义诊，47人', '今天城东讲座52人'])('a report is taken: %s', async (said) =>
    expect(await inRest(said)).toMatch(hasRecord),
  )
})

const two = `
  王秀兰：11月3日在三小讲了防冻，来了58人
  王秀兰：11月10日在二小讲了用药，来了33人
  /快进 1小时`

describe('of what a figure is made', () => {
  test.each([
    '王秀兰 → 小科：城东十一月讲座那个91人是怎么得出来的',
    '王秀兰 → 小科：城东讲座91人怎么来的',
    '王秀兰 → 小科：十一月讲座的91人次哪来的',
    '王秀兰 → 小科：我们区这个月讲座一共91人是怎么加的',
    '王秀兰 → 小科：十一月讲座2场91人，怎么统计的',
    '周敏 → 小科：城东今年讲座91人，是怎么个算法',
    '周敏 → 小科：城东十一月的91人从哪来的',
    '王秀兰：小科 城东十一月讲座那91人是怎么算出来的',
  ])('%s', async (said) => expect(await heard(said, two)).toContain('合计 58+33=91人次，2场'))

  test('another branch is passed on to the office', async () =>
    expect(await heard('钱守义 → 小科：城东十一月讲座那个91人是怎么算出来的', two)).not.toContain('58'))
  test.each(['王秀兰：今天城东讲座91人怎么来的', '王秀兰：城东义诊40人，从哪来的'])(
    'asked of nobody it is no report: %s',
    async (said) => expect(await heard(said)).toBe(''),
  )
  test.each([
    '王秀兰 → 小科：昨天在三小讲座91人，都是走着来的',
    '王秀兰：昨天在三小讲《水从哪里来的》，91人',
  ])('told: %s', async (said) => expect(await heard(said)).toMatch(hasRecord))
})

describe('the number of one’s record behind the reason', () => {
  const one = `
  王秀兰：昨天上午在三小讲了防冻，来了64人
  /快进 20小时`
  test.each([
    '王秀兰：昨天那条报错了，作废101',
    '王秀兰：前天报的那条搞错了，101作废',
    '王秀兰：上午那场记错了，作废101号',
    '王秀兰：我那天的那条不对，把101作废',
    '王秀兰：昨天那条有误。作废101',
    '王秀兰：昨天那条报错了，是学校自己办的，作废101',
  ])('%s', async (said) => expect(await heard(said, one)).toContain('101号已作废'))
  test.each([
    '王秀兰：昨天那张发票开错了，作废重开',
    '王秀兰：昨天那条新闻不对，别信',
    '王秀兰：昨天那条通知作废，改到18号',
    '王秀兰：昨天那条报错了，应该是46人',
    '张大爷：昨天那条报错了，作废101',
  ])('none of it: %s', async (said) => expect(await heard(said, one)).not.toContain('已作废'))
})
