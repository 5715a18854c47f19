import { describe, expect, test } from 'vitest'
import { commands } from '../../commands/index.js'
import { commandWords } from '../../src/converse/call.js'
import { houseOf } from '../../src/house.js'
import { openPlay, sampleOrg } from './play.js'

/** What 帮助 offers, as one would type it, and what then has to be heard; the records it names are made before. */
const offers: readonly (readonly [said: string, heard: string, room?: 'room'])[] = [
  ['昨天在三小讲防诈骗，120人', '106号', 'room'],
  ['小科 明天上午去二中讲航天', '记着了', 'room'],
  ['我的计划', '说过要去'],
  ['小科 全市', '讲座', 'room'],
  ['小科 我的', '讲座', 'room'],
  ['小科 城东区 讲座 十月', '城东区 10月', 'room'],
  ['小科 看128', '102号 ', 'room'],
  ['不是300，是350', '已改', 'room'],
  ['作废128', '已作废', 'room'],
  ['恢复128', '102号没有作废', 'room'],
  ['小科 今日科普', '【', 'room'],
  ['小科 再来一条', '【', 'room'],
  ['求证 喝醋软化血管', '醋'],
  ['随笔：出门记得带伞', '收到'],
  ['我的数据', '我存着'],
  ['删除我的资料', '确认删除'],
  // contacts
  ['任务', '城东区'],
  ['明细', '102 '],
  ['凭据 城东区 讲座 十月', '【300人】'],
  ['待办', '人数未报'],
  ['漏网', '1条'],
  ['补登3', '106号'],
  ['不用补3', '不'],
  ['零报告', '不用零报告'],
  ['本月没活动', '不用零报告'],
  ['李老师：昨天在三小讲航天，80人', '106号'],
  ['别提醒我', '不再提醒'],
  ['恢复提醒', '提醒'],
  ['以后由何敏报', '秘书处同意'],
  ['小科 停科普', '不再发', 'room'],
  ['小科 开科普', '科普', 'room'],
  ['小科安静', '好', 'room'],
  ['小科说话', '好', 'room'],
  // the office
  ['欠报', '未报'],
  ['提醒医卫分会', '医卫分会'],
  ['按时率', '按时率'],
  ['城东区 讲座 任务 12场 1200人次', '12场1200人次'],
  ['结账十月', '十月'],
  ['差异', '结账'],
  ['归并125 128', '已归并'],
  ['不是125 128', '各算各的'],
  ['拆开125', '101号没有归并过'],
  ['同一场125 128', '归并'],
  ['同一场 3', '待办里没有3号'],
  ['办完 3', '待办里没有3号'],
  ['认人3 是', '待认的人'],
  ['科普预告', '科普'],
  ['科普设置', '科普'],
  ['明天别发科普', '科普'],
  ['小科 科普改到8点半', '8:30', 'room'],
  // who edits and reviews
  ['待审', '审'],
  ['采用随笔3', '没有3号随笔'],
  ['退回随笔3 太长', '没有3号随笔'],
  ['审科普', '签'],
  ['答复求证3 没有依据', '求证'],
]

const heads = /^(?:联络员|秘书处|定重复|待办按号办|管科普|审稿|管理员|查数|听科普|自己的资料)：/

/** The phrases of a help text: what stands in quotes, and what stands between ／ and ·. */
const phrasesOf = (help: string): string[] =>
  help
    .replaceAll(/。(?=群里说：|待办按号办：)/g, '／')
    .replaceAll('群里说：', '联络员：')
    .split(/／ ?/)
    .flatMap((line) => {
      const quoted = [...line.matchAll(/“([^”]+)”/g)].map((m) => m[1]!)
      const plain = heads.test(line) ? line.replace(heads, '').split(' · ') : [line]
      return [
        ...quoted,
        ...plain
          .map((p) => p.replace(/。.*$/, '').trim())
          .filter((p) => p !== '' && !p.includes('“') && !/^报(?:活动|错了)/.test(p)),
      ]
    })

/** 128 and 125 are only examples of numbers. */
const typed = (said: string): string =>
  said
    .replaceAll('128', '102')
    .replaceAll('125', '101')
    .replace('补登3', '补登1 90人')
    .replace('不用补3', '不用补1')

const seed = [
  '赵玉珍：11月19日医卫分会和城东区在广场义诊，看了150人',
  '王秀兰：11月19日城东区和医卫分会在广场义诊，看了150人',
  '王秀兰：10月12日城东区在二中讲极光，听众300人',
  '何敏：11月18日北岭县在一中讲反诈，听众60人',
  '王秀兰：11月17日城东区在礼堂举办讲座1场',
  '王秀兰：没数',
  '王秀兰：前天义诊0人',
  '/快进 1小时',
  '/群 城东区群',
]

async function tried(said: string, who: string, room: boolean): Promise<string> {
  const play = await openPlay()
  for (const line of seed) await play.line(line)
  const heard = await play.line(room ? `${who}：${typed(said)}` : `${who} → 小科：${typed(said)}`)
  await play.close()
  return heard.join('\n')
}

/**
 * Not in 帮助: itself, an offer answered where it is made, what is not built yet or refused, the bot's own name, and the questions
 * beside 结账, 欠报 and a total.
 */
const elsewhere = [
  '帮助',
  '答归并',
  '以后再学',
  '不排名次',
  '你是谁',
  '原话保留',
  '结账没有',
  '一场没有',
  '谁讲的',
  '哪一条',
  '收到没有',
  '人最多的一场',
]

const house = houseOf(sampleOrg())
const commandOf = (text: string): string | undefined => {
  const raw = text.replace(/^小科 ?/, '')
  const said = {
    ...commandWords(raw),
    raw,
    called: true,
    private: true,
    quoted: [],
    house,
    today: '2026-11-21',
  }
  return commands.find((c) => c.parse(said) !== null)?.name
}

describe('who reads only 帮助', () => {
  test('every command of the table is reached by something that stands there', () => {
    const reached = new Set(offers.map(([said]) => commandOf(typed(said))))
    expect(commands.map((c) => c.name).filter((n) => !reached.has(n) && !elsewhere.includes(n))).toEqual([])
  })

  test('the one thing only an administrator may do is told to one', async () => {
    const org = sampleOrg()
    const people = org.people.map((p) => (p.name === '周敏' ? { ...p, role: 'admin' as const } : p))
    const play = await openPlay({ ...org, people })
    const [help] = await play.line('周敏 → 小科：帮助')
    await play.close()
    expect(help).toContain('原话保留365天')
    expect(commandOf('原话保留365天')).toBe('原话保留')
  })

  test('finds there what this table tries, and nothing that it does not', async () => {
    const play = await openPlay()
    const [help] = await play.line('周敏 → 小科：帮助')
    await play.close()
    expect(phrasesOf((help ?? '').replace(/^小科〔私→周敏〕：/, '')).toSorted()).toEqual(
      offers.map(([said]) => said).toSorted(),
    )
  })

  test.each(offers.map(([said, heard, where], i) => ({ said, heard, where, i })))(
    '$said',
    async ({ said, heard, where, i }) => {
      const office = offers.findIndex(([first]) => first === '欠报')
      const answer = await tried(said, i >= office ? '周敏' : '王秀兰', where === 'room')
      expect(answer).toContain(heard)
      expect(answer).not.toMatch(/没听明白|要秘书处来办|您是要查/)
    },
  )
})
