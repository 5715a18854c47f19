import { describe, expect, test } from 'vitest'
import { readAnnounced } from '../../src/converse/announced.js'
import { story } from './story.js'

// Said on Saturday 2026-11-21, at 9:00 unless told otherwise.
const at = (minute: number) => ({ day: '2026-11-21', minute })

describe('what one is going to do', () => {
  test.each([
    ['周三下午我要去松林中学讲桥怎么造', 'lecture 2026-11-25 松林中学 桥怎么造'],
    ['礼拜三要到松林中学讲潮汐', 'lecture 2026-11-25 松林中学 潮汐'],
    ['周四下午去松林中学讲桥怎么造', 'lecture 2026-11-26 松林中学 桥怎么造'],
    ['今天下午去松林中学讲潮汐', 'lecture 2026-11-21 松林中学 潮汐'],
    ['我今天下午要到松林中学上一堂课', 'lecture 2026-11-21 松林中学 '],
    ['今晚去青石社区讲课', 'lecture 2026-11-21 青石社区 '],
    ['待会儿去青石社区讲怎么防诈', 'lecture 2026-11-21 青石社区 怎么防诈'],
    ['28号上午要去市图书馆给孩子们讲怎么看星星', 'lecture 2026-11-28 市图书馆 怎么看星星'],
    ['周二上午我和老孙要去红星敬老院义诊', 'clinic 2026-11-24 红星敬老院 '],
    ['我周一准备去柳树村办个培训', 'training 2026-11-23 柳树村 '],
    ['周三我要去松林中学接孙子', null],
    ['周三要去县医院看病', null],
    ['周三要去松林中学讲什么', null],
    ['周三他要去松林中学讲潮汐', null],
    ['周三要去松林中学讲潮汐吗', null],
    ['周三不去松林中学讲潮汐了', null],
    ['今天下午去松林中学讲潮汐了', null],
    ['昨天下午去松林中学讲潮汐', null],
    ['周三下午我要去松林中学听课', null],
    ['今天下午去松林中学讲潮汐，60人', null],
    ['周三我去松林中学讲潮汐', null], // last Wednesday's as well
    ['下午去村里讲价钱', null],
    ['谁周三要去松林中学讲课', null],
    ['明天我要去市医院咨询一下', null], // as a patient
    ['明天上午去社区卫生服务中心量血压', null],
    ['周三我要去老年大学上课', null], // as a pupil
    ['周三我要去老年大学讲潮汐', 'lecture 2026-11-25 老年大学 潮汐'],
    ['明天上午我要去市医院义诊', 'clinic 2026-11-22 市医院 '],
    ['明天上午我要去卫生院给居民量血压', 'clinic 2026-11-22 卫生院 '],
    ['周三我要去老年大学给老人们上课', 'lecture 2026-11-25 老年大学 '],
  ])('%s → %s', (text, expected) => {
    const a = readAnnounced(text, at(540))
    expect(a && `${a.kind} ${a.day} ${a.venue} ${a.topics.join('、')}`).toBe(expected)
  })
  test.each([
    ['今天下午去松林中学讲潮汐', 16 * 60],
    ['今天上午去松林中学讲潮汐', 11 * 60],
    ['今天中午去松林中学讲潮汐', 13 * 60],
  ])('%s, said later: it may have been', (text, minute) => {
    expect(readAnnounced(text, at(minute))).toBeNull()
  })
})

const heard = async (before: string, said: string): Promise<string> => {
  const { heard: lines } = await story(`${before}\n${said}\n⟂`)
  return lines.at(-1)!.slice(1).join('\n')
}

describe('told in private, asked in the evening, answered the next morning', () => {
  const asked = `
    李建国 → 小科：周二下午我要去松林中学讲桥怎么造
    /时间 2026-11-24 18:00
    /时间 2026-11-25 09:00`
  test('📌 and the question', async () => {
    expect(await heard('', '李建国 → 小科：周二下午我要去松林中学讲桥怎么造')).toContain(
      '📌 记着了：11月24日 松林中学 桥怎么造',
    )
    const { heard: lines } = await story(
      '李建国 → 小科：今天下午去松林中学讲桥怎么造\n⟂\n/时间 2026-11-21 17:40\n⟂',
    )
    expect(lines[1]!.join()).toContain('今天松林中学讲完了吗')
  })
  test.each([
    '昨天来了97个娃，讲得喉咙都冒烟了',
    '昨天那场97个',
    '昨天来了九十七个娃娃',
    '昨天去讲了，孩子们来了97个，闹得很',
    '昨天下午97个学生',
    '昨天松林中学97个学生听',
    '学生来了97，问个没完',
    '孩子们97个，听得认真',
    '昨天现场坐了97人',
    '昨儿同学们来了97个，站着的都有',
  ])('%s', async (said) =>
    expect(await heard(asked, `李建国 → 小科：${said}`)).toContain('101号 讲座1场 97人次 南山县 11月24日'),
  )
  test('one talk, not two', async () => {
    const said = '李建国 → 小科：昨天来了97个娃，讲得喉咙都冒烟了'
    expect(await heard(`${asked}\n${said}`, '周敏 → 小科：南山十一月讲座')).toMatch(/讲座1场次.*97人次/)
  })
  test.each([
    '李建国 → 小科：前天来了97个娃',
    '李建国 → 小科：昨天我家来了5个娃',
    '李建国 → 小科：昨天买了97个鸡蛋',
    '李建国 → 小科：明天来97个娃',
    '李建国 → 小科：昨天的课97块课时费',
    '李建国 → 小科：昨天应到97个',
    '李建国：昨天来了97个娃，讲得喉咙都冒烟了',
    '孙国平 → 小科：昨天来了97个娃，讲得喉咙都冒烟了',
  ])('not its result: %s', async (said) => expect(await heard(asked, said)).not.toContain('101号'))
  test('before it is asked as well, of the one plan of that day', async () => {
    const told = '李建国 → 小科：今天下午去松林中学讲桥怎么造\n/时间 2026-11-21 16:30'
    expect(await heard(told, '李建国 → 小科：今天来了97个娃')).toContain('101号 讲座1场 97人次')
    expect(await heard(told, '李建国：今天来了97个娃')).toBe('')
  })
  test.each([
    ['12:00', '下午有6个'],
    ['12:00', '今天上午来了97个娃'],
    ['12:00', '今天来了97个娃'],
    ['16:30', '今天上午来了97个娃'],
    ['16:30', '今天下午97个'],
  ])('nothing told of it yet: at %s %s', async (hour, said) => {
    const told = `李建国 → 小科：今天下午去松林中学讲桥怎么造\n/时间 2026-11-21 ${hour}`
    expect(await heard(told, `李建国 → 小科：${said}`)).not.toContain('人次')
  })
  test('of the morning it is told at noon', async () => {
    const told = '李建国 → 小科：明天上午去松林中学讲桥怎么造\n/时间 2026-11-22 12:00'
    expect(await heard(told, '李建国 → 小科：今天上午来了97个娃')).toContain('101号 讲座1场 97人次')
  })
})

describe('a visit of one’s own is no plan', () => {
  test.each([
    '明天我要去市医院咨询一下',
    '明天上午我去中心医院量血压',
    '明天我要去市医院检查一下身体',
    '明天我要去老年大学上课',
    '明天下午我去老年大学听讲座',
  ])('%s', async (said) => expect(await heard('', `李建国 → 小科：${said}`)).not.toContain('📌'))
  test.each([
    '明天上午我去中心医院义诊',
    '明天上午我要去市医院给居民量血压',
    '明天我要去老年大学讲潮汐',
    '明天下午我要去老年大学给老人们上课',
    '明天上午我去市医院量血压，下午去南山二中讲航天',
  ])('one’s own doing: %s', async (said) => expect(await heard('', `李建国 → 小科：${said}`)).toContain('📌'))
})

describe('a record’s number is no headcount', () => {
  const asked = `
    李建国：11月20日在附小讲潮汐，听众41人
    李建国 → 小科：今天下午去松林中学讲桥怎么造
    /时间 2026-11-21 17:40`
  test.each(['看101', '看102', '101', '101号'])('%s', async (said) =>
    expect(await heard(asked, `李建国 → 小科：${said}`)).not.toContain('102号 讲座1场'),
  )
  test('which is meant is asked', async () => {
    expect(await heard(asked, '李建国 → 小科：101')).toContain('来了101人就回“101人”')
    expect(await heard(`${asked}\n李建国 → 小科：101`, '李建国 → 小科：101人')).toContain(
      '102号 讲座1场 101人次',
    )
  })
  test.each(['101人', '97', '125', '看了125个'])('%s came', async (said) =>
    expect(await heard(asked, `李建国 → 小科：${said}`)).toContain('102号 讲座1场'),
  )
})
