import { describe, expect, test } from 'vitest'
import { openPlay } from './play.js'
import { story } from './story.js'

const plays = async (script: string, at?: string): Promise<void> => {
  const { heard, expected } = await story(script, at === undefined ? {} : { at })
  expect(heard).toEqual(expected)
}

describe('one question at a time', () => {
  test('several lines of one message that may be told already are asked about one after the other', () =>
    plays(`
      王秀兰：11月10日城东区在一小讲航天，听众120人
      王秀兰：11月11日城东区在二小讲防溺水，听众90人
      王秀兰：城东区近期活动：／1. 11月10日在一小讲航天，听众120人／2. 11月11日在二小讲防溺水，听众90人
      小科〔私→王秀兰〕：和101号像是同一场。回“同一场”或“另一场”。／这条里还有1处要问您，答完这个再问。
      王秀兰 → 小科：同一场
      小科〔私→王秀兰〕：好，只算一场。
      小科〔私→王秀兰〕：和102号像是同一场。回“同一场”或“另一场”。
      王秀兰 → 小科：同一场
      小科〔私→王秀兰〕：好，只算一场。
      周敏 → 小科：待办
      小科〔私→周敏〕：没有要您办的。
    `))

  test('several lines without an audience likewise', () =>
    plays(`
      何敏：北岭近期活动：／1. 11月10日在一小举办讲座1场／2. 11月11日在集市举办义诊1场／3. 11月12日在二小举办讲座1场，听众80人
      小科：✅ 3条都记下了：／101 北岭县 讲座1场 11月10日／102 北岭县 义诊1场 11月11日／103 北岭县 讲座1场 80人次 11月12日／101号：何老师，大约多少人听？／回个数就行，没数就回“没数”。
      何敏：60
      小科：✅ 101号 补上60人次。／102号：何老师，大约看了多少人？／回个数就行，没数就回“没数”。
      何敏：没数
      小科：✅ 102号 人数记“未报”。
    `))
})

test('told while the house was away: what is missing is asked under the private line', async () => {
  const play = await openPlay()
  await play.app.message({
    id: 'late',
    room: '市老科协会员群',
    sender: { id: 'he', name: '何敏' },
    text: '今天北岭县在集市举办义诊1场，发资料500份',
    sentAt: new Date('2026-11-21T07:40:00+08:00'),
    late: true,
  })
  const heard = await play.line('/快进 1分钟')
  expect(heard).toEqual([
    '小科〔私→何敏〕：我刚才不在线，您7:40的报告已补记（101号）。／101号 义诊1场 资料500份 北岭县／何老师，大约看了多少人？／回个数就行，没数就回“没数”。',
  ])
  expect(await play.line('何敏 → 小科：一百五十多吧')).toEqual(['小科〔私→何敏〕：✅ 101号 补上150多人次。'])
  await play.close()
})

describe('said once', () => {
  test('who pokes twice at the record of another has it passed on once, until it changes', () =>
    plays(`
      李建国：昨天南山县在一小讲航天，听众60人
      张大爷：小科 作废101
      小科：101号是李建国老师报的，我请他自己看看。
      小科〔私→李建国〕：有老师觉得101号可能不对。没错就不用理。
      张大爷：小科 101号改30
      小科：101号是李建国老师报的，已经请他自己看了。
      李建国：101号改66
      张大爷：小科 101号改30
      小科：101号是李建国老师报的，我请他自己看看。
      小科〔私→李建国〕：有老师觉得101号可能不对。没错就不用理。
    `))
})

describe('an answer nobody waits for any more', () => {
  test('the office has decided meanwhile', () =>
    plays(`
      王秀兰：11月18日城东区在二中讲航天，听众120人
      王秀兰：城东18号二中航天讲座，120人
      小科〔私→王秀兰〕：和101号像是同一场。回“同一场”或“另一场”。
      周敏 → 小科：同一场 1
      小科〔私→周敏〕：好，只算一场。
      小科〔私→王秀兰〕：您报的那一场，秘书处或联络员看过了：好，只算一场。
      王秀兰 → 小科：同一场
      小科〔私→王秀兰〕：这件事已经定了：没有另记，只算101号，不用再回。
    `))

  test('it comes after the question was closed, and nobody has decided: it still settles it', () =>
    plays(`
      王秀兰：11月18日城东区在二中讲航天，听众120人
      王秀兰：城东18号二中航天讲座，120人
      小科〔私→王秀兰〕：和101号像是同一场。回“同一场”或“另一场”。
      /快进 5天
      王秀兰 → 小科：同一场
      小科〔私→王秀兰〕：好，只算一场。
      周敏 → 小科：待办
      小科〔私→周敏〕：没有要您办的。
    `))
})
