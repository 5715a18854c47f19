import { describe, expect, test } from 'vitest'
import { asksStill } from '../../src/converse/owing-still.js'
import { openPlay, sampleOrg } from './play.js'

/** The sample association, with contacts for two towns of 南山县. */
function withTowns() {
  const org = sampleOrg()
  const sun = org.people.find((p) => p.unit === '南山县老科协' && p.role === 'contact')!
  const town = (id: string, name: string, unit: string) => ({ ...sun, id, name, unit })
  return {
    ...org,
    people: [
      ...org.people,
      town('ma', '马小兰', '南山县山口镇老科协'),
      town('lu', '陆大勇', '南山县河口镇老科协'),
    ],
  }
}

test('a town with a contact of its own is asked after, in private; one that reported or said 没有 is not', async () => {
  const play = await openPlay(withTowns())
  const said = async (line: string): Promise<string> => (await play.line(line)).join(' ')

  await play.line('马小兰：11月18日山口镇在村里讲柑橘，听众40人')
  expect(await said('周敏：小科 还有谁没报')).toBe(
    '小科：名单我私下发您。 小科〔私→周敏〕：十一月未报：城东区、城西区、北岭县、医卫分会。／下级未报：南山县河口镇。／要提醒说“提醒城东区”。',
  )
  expect(await said('孙国平：小科 谁没报')).toBe(
    '小科：我私下跟您说。 小科〔私→孙国平〕：南山县十一月报过了。／下级未报：南山县河口镇。',
  )
  expect(await said('周敏 → 小科：提醒河口镇')).toContain(
    '小科〔私→陆大勇〕：陆老师好，十一月还没收到南山县河口镇的活动。',
  )
  await play.line('陆大勇 → 小科：没有，都在修路')
  expect(await said('周敏 → 小科：欠报')).not.toContain('下级未报')
  expect(await said('孙国平 → 小科：谁没报')).toBe('小科〔私→孙国平〕：南山县十一月报过了。')
  await play.close()
})

describe('who is still missing, behind the list', () => {
  test.each([
    ['现在还有谁', 'alone'],
    ['还差哪家', 'alone'],
    ['那就剩谁了', 'alone'],
    ['眼下还缺哪几个', 'alone'],
    ['剩下的是谁', 'alone'],
    ['现在呢', 'lean'],
    ['这会儿呢？', 'lean'],
    ['都报齐了吗', 'lean'],
    ['还剩几家', 'alone'],
    ['现在', null],
    ['还差多少', null],
    ['还有谁能讲', null],
    ['现在结', null],
    ['谁剩下的饭', null],
    ['十月呢', null],
  ])('%s → %s', (words, expected) => expect(asksStill(words.replace(/[？]/g, ''), words)).toBe(expected))

  test('it is of the month just asked about', async () => {
    const play = await openPlay(undefined, '2026-11-04T09:00:00+08:00')
    const asked = async (words: string): Promise<string> =>
      (await play.line(`周敏 → 小科：${words}`)).join(' ')
    expect(await asked('现在呢')).not.toContain('未报')
    expect(await asked('九月谁没报')).toContain('九月未报：城东区、城西区、南山县、北岭县')
    await play.line('何敏 → 小科：九月没活动')
    expect(await asked('现在还有谁')).toContain('九月未报：城东区、城西区、南山县、医卫分会')
    expect(await asked('这会儿呢')).toContain('九月未报：城东区、城西区、南山县、医卫分会')
    expect(await asked('谁没报')).toContain('十月未报')
    await play.close()
  })
})
