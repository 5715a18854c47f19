import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { understand } from '../../src/understand/index.js'
import { city, figures, sunday } from './city-rows.js'

/**
 * What is said in front of a report, between its clauses and behind it, what it was about, where, and who spoke: none of
 * it changes what is counted. The words were written by somebody who had not seen the rules.
 */
const words = JSON.parse(readFileSync(new URL('unchanged.json', import.meta.url), 'utf8')) as Record<
  'openings' | 'remarks' | 'between' | 'topics' | 'venues' | 'names' | 'besides',
  readonly string[]
>

/** Kind, branch, day and figures: what enters a total. */
const counted = (text: string): string[] =>
  understand(text, { units: city, sentAt: sunday }).reports.map((r) =>
    [r.kind, r.branch, r.date?.start, r.date?.end, ...figures.map((f) => r[f]?.value)].join(' '),
  )

const lecture = '青溪县老科协昨天在滨湖社区讲防诈骗，听众57人'
const clinic = '11月19日，北塔区老科协到光明社区开展义诊1场，服务群众86人次，发资料120份'
const training = '望江区老科协上周五办果树修剪培训一期，来了四十三个果农'

describe.each([lecture, clinic, training])('%s', (report) => {
  const told = counted(report)
  test('is understood', () => expect(told).toHaveLength(1))
  test.each(words.openings)('opened with %s', (opening) => expect(counted(opening + report)).toEqual(told))
  test.each(words.remarks)('remarked upon%s', (remark) => expect(counted(report + remark)).toEqual(told))
  test.each(words.between)('interrupted by %s', (said) =>
    expect(counted(report.replace(/，/, said))).toEqual(told),
  )
  test.each(words.besides)('beside it a number: %s', (said) => {
    expect(counted(`${report}，${said}`)).toEqual(told)
    expect(counted(`${report}。${said}。`)).toEqual(told)
    expect(counted(report.replace(/，(?=[^，]*$)/, `，${said}，`))).toEqual(told)
  })
})

test.each(words.topics)('a lecture on %s', (topic) =>
  expect(counted(lecture.replace('防诈骗', topic))).toEqual(counted(lecture)),
)
test.each(words.venues)('a lecture at %s', (venue) =>
  expect(counted(lecture.replace('滨湖社区', venue))).toEqual(counted(lecture)),
)
test.each(words.names)('a lecture by %s', (name) =>
  expect(counted(lecture.replace('讲防诈骗', `办防诈骗讲座1场，${name}主讲`))).toEqual(counted(lecture)),
)
