import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { kindName } from '../../src/core/kinds.js'
import { isApproximate } from '../../src/core/measure.js'
import { understand } from '../../src/understand/index.js'
import { city, sunday } from './city-rows.js'

/** The rows of docs/understanding-reports.md: rule, message (⏎ for a line break), reading, source. */
const rows = readFileSync('docs/understanding-reports.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  )
  .filter((cells) => cells[0] !== 'rule' && !/^-+$/.test(cells[0]!))

/** As the document writes a reading: 讲座 望江区老科协 11-21 1场 86人; （问） where it is asked about. */
function told(text: string): string {
  const { reports, doubts } = understand(text, { units: city, sentAt: sunday })
  const day = (d: string): string => (d.startsWith('2026-') ? d.slice(5) : d)
  return reports.length === 0
    ? 'none'
    : reports
        .map((r, i) => {
          const { sessions, attendance, materials, count, adopted } = r
          return [
            kindName(r.kind),
            r.branch,
            r.date &&
              (r.date.start === r.date.end ? day(r.date.start) : `${day(r.date.start)}..${day(r.date.end)}`),
            sessions && `${sessions.value}场`,
            attendance && `${isApproximate(attendance) ? '约' : ''}${attendance.value}人`,
            materials && `资料${materials.value}`,
            count && `${count.value}件`,
            adopted && `采用${adopted.value}`,
            r.partners.length > 0 && `同${r.partners.join('、')}`,
            r.topics.map((t) => `《${t}》`).join(''),
            r.speakers.length > 0 && `主讲${r.speakers.join('、')}`,
            r.venue && `在${r.venue}`,
            (r.confidence < 0.85 || doubts.some((d) => d.report === i)) && '（问）',
          ]
            .filter(Boolean)
            .join(' ')
        })
        .join('；')
}

test('the document holds its rules', () => expect(rows.length).toBeGreaterThan(70))
test.each(rows)('%s: %s', (_, text, reading) => expect(told(text.replaceAll('⏎', '\n'))).toBe(reading))
