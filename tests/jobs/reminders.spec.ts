import { describe, expect, test } from 'vitest'
import { reminderDays } from '../../src/jobs/reminders.js'
import { openPlay, sampleOrg } from '../converse/play.js'
import { story } from '../converse/story.js'

const plays = async (script: string, at: string): Promise<void> => {
  const { heard, expected } = await story(script, { at })
  expect(heard).toEqual(expected)
}

test.each([
  ['2026-11-21', ['2026-11-03', '2026-11-10']],
  ['2026-10-01', ['2026-10-08', '2026-10-13']], // 国庆: both pushed back, five days apart
  ['2026-01-01', ['2026-01-05', '2026-01-12']], // 元旦, weekends
  ['2026-02-01', ['2026-02-03', '2026-02-10']],
])('in the month of %s contacts are reminded on %j', (day, days) => expect(reminderDays(day)).toEqual(days))

describe('reminders', () => {
  test('twice, in working hours, to who owes; 没有 answers', () =>
    plays(
      `
      王秀兰：10月20日城东区在二中讲航天，听众120人
      何敏 → 小科：十月没有活动
      /时间 2026-11-03 09:20
      /时间 2026-11-03 09:29
      ⟂
      /时间 2026-11-03 09:31
      小科〔私→钱守义〕：钱老师好，十月还没收到城西区的活动。有就随口说一句，没有就回“没有”。这周不方便可回“别提醒”。
      小科〔私→孙国平〕：孙老师好，十月还没收到南山县的活动。有就随口说一句，没有就回“没有”。这周不方便可回“别提醒”。
      钱守义 → 小科：没有，那阵子忙秋收
      小科〔私→钱守义〕：好的，十月记零报告。您辛苦。
      /时间 2026-11-10 09:31
      小科〔私→孙国平〕：孙老师好，十月还没收到南山县的活动。有就随口说一句，没有就回“没有”。这周不方便可回“别提醒”。
      孙国平 → 小科：10月25日南山县在一中讲航天，听众50人
      /时间 2026-12-02 12:00
      /时间 2026-12-03 09:31
      小科〔私→何敏〕：何老师好，十一月还没收到北岭县的活动。有就随口说一句，没有就回“没有”。这周不方便可回“别提醒”。
      小科〔私→钱守义〕：钱老师好，十一月还没收到城西区的活动。有就随口说一句，没有就回“没有”。这周不方便可回“别提醒”。
      小科〔私→孙国平〕：孙老师好，十一月还没收到南山县的活动。有就随口说一句，没有就回“没有”。这周不方便可回“别提醒”。
      小科〔私→王秀兰〕：王老师好，十一月还没收到城东区的活动。有就随口说一句，没有就回“没有”。这周不方便可回“别提醒”。
    `,
      '2026-10-21T09:00:00+08:00',
    ))

  test('contacts of towns are left in peace: what is below a branch it knows itself', async () => {
    const org = sampleOrg()
    const [, , sun] = org.people.filter((p) => p.role === 'contact')
    const below = { ...sun!, id: 'ma', name: '马小兰', unit: '南山县山口镇老科协' }
    const play = await openPlay({ ...org, people: [...org.people, below] }, '2026-10-21T09:00:00+08:00')
    await play.line('/时间 2026-11-03 09:20')
    const heard = await play.line('/时间 2026-11-03 09:31')
    expect(heard.join()).toContain('孙国平')
    expect(heard.join()).not.toContain('马小兰')
    await play.close()
  })

  test('not on leave, not about a closed month, at most two with those of the office', () =>
    plays(
      `
      何敏 → 小科：到月底别提醒我，住院了
      小科〔私→何敏〕：好，到11月30日都不提醒您。您安心休养。
      王秀兰：10月20日城东区在二中讲航天，听众120人
      周敏 → 小科：提醒城西 十月
      小科〔私→周敏〕：好，已提醒城西区钱老师。
      小科〔私→钱守义〕：钱老师好，十月还没收到城西区的活动。有就随口说一句，没有就回“没有”。这周不方便可回“别提醒”。
      /时间 2026-11-03 09:20
      /时间 2026-11-03 09:31
      小科〔私→钱守义〕：钱老师好，十月还没收到城西区的活动。有就随口说一句，没有就回“没有”。这周不方便可回“别提醒”。
      小科〔私→孙国平〕：孙老师好，十月还没收到南山县的活动。有就随口说一句，没有就回“没有”。这周不方便可回“别提醒”。
      周敏 → 小科：结账十月
      周敏 → 小科：现在结
      /时间 2026-11-04 09:00
      /时间 2026-11-10 12:00
      ⟂
    `,
      '2026-11-02T09:00:00+08:00',
    ))

  test('nobody is asked about the time before the house was in use', () =>
    plays(
      `
      周敏 → 小科：全市
      /时间 2026-11-10 12:00
      ⟂
    `,
      '2026-11-02T09:00:00+08:00',
    ))
})
