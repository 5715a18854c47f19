import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { understand } from '../../src/understand/index.js'
import { toWire } from '../../src/understand/wire.js'
import { city, sunday } from './city-rows.js'

/** What people add to a telling: ages, prices, ways, other times, helpers. A line each; none of it is a figure of the activity. */
const remarks = readFileSync(new URL('remarks.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)

const tellings: readonly (readonly [plain: string, told: (remark: string) => string])[] = [
  ['望江昨天在二小讲防火，来了36人', (r) => `望江昨天在二小讲防火，来了36人，${r}`],
  [
    '昨天我在城南社区讲高血压，来听的老人有47位。',
    (r) => `昨天我在城南社区讲高血压，来听的老人有47位，${r}。`,
  ],
  [
    '昨天下午我们青溪在文化广场义诊，看了58人，发资料90份',
    (r) => `昨天下午我们青溪在文化广场义诊，看了58人，${r}，发资料90份`,
  ],
  ['北塔区11月18日在职高举办培训，学员62人。', (r) => `北塔区11月18日在职高举办培训，学员62人。${r}。`],
]

const figures = (text: string) =>
  toWire(understand(text, { units: city, sentAt: sunday })).reports.map(
    ({ kind, branch, date, sessions, attendance, materials, count }) => ({
      kind,
      branch,
      date,
      sessions,
      attendance,
      materials,
      count,
    }),
  )

describe.each(tellings)('%s', (plain, told) => {
  test.each(remarks)('%s', (remark) => expect(figures(told(remark))).toEqual(figures(plain)))
})
