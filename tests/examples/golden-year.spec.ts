import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadOrg } from '../../src/org.js'
import { recount } from '../../src/ledger/recount.js'
import type { RecordRow } from '../../src/store.js'
import { openReplay, type Line, type Played } from '../replay/played.js'

const path = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url))
const generated = (...args: string[]): string =>
  execFileSync(process.execPath, [path('examples/golden-year.mjs'), ...args], { encoding: 'utf8' })
const events = readFileSync(path('examples/golden-year.ndjson'), 'utf8')

/** What the year was drawn to be: one row a record. */
interface Told {
  readonly no: number
  readonly id: string
  readonly unit: string
  readonly kind: string
  readonly start: string
  readonly end: string
  readonly sessions: number
  readonly attendance: number
  readonly void: boolean
}

let year: Played
beforeAll(async () => {
  const org = loadOrg(path('data/sample-org.yaml'))
  if (!org.ok) throw new Error(JSON.stringify(org.error))
  year = await openReplay(org.value)
  await year.play(events)
}, 120_000)
afterAll(() => year.close())

/** Asks the secretary's question in private and gives what comes back to her. */
let minute = 0
async function ask(text: string): Promise<string> {
  const at = `2020-01-06T10:${String(minute++ * 2).padStart(2, '0')}:00+08:00`
  const from = { id: 'wxid_zhou', name: '周敏' }
  const said = await year.play(
    `${JSON.stringify({ at, type: 'message', id: `ask-${minute}`, from, text })}\n`,
  )
  return said
    .filter((l) => l.to.person === from.id)
    .map((l) => l.text)
    .join('\n')
}

test('the file is what its generator writes', () => {
  expect(generated()).toBe(events)
})

test('the annual report stands in the answer to the character', () => {
  const [answer] = year.lines.filter((l) => l.text.includes('科学素质演讲') && 'room' in l.to)
  expect(answer?.text).toContain(
    '2019年共开展科学素质演讲210场次（任务47场，超额346.8%），受众人数33892人次（任务4760人次，超额612%）',
  )
  expect(answer?.at).toMatch(/^2020-01-/)
  // branches − joint events told by two = city
  expect(answer?.text).toContain('分会合计214场，减联合重复4场（人次34902−1010=33892）')
})

test('every record is what was told', async () => {
  const told = generated('--truth')
    .split('\n')
    .filter(Boolean)
    .map((l) => JSON.parse(l) as Told)
  const kept: RecordRow[] = []
  await year.db.read(async (store) => {
    for await (const r of store.records.stream()) kept.push(r)
  })
  expect(
    kept.map((r) => ({
      no: r.no,
      id: r.source,
      unit: r.unit,
      kind: r.kind,
      ...r.period,
      sessions: r.measures.sessions?.value,
      attendance: r.measures.attendance?.value,
      void: r.status === 'void',
    })),
  ).toEqual(told)
  expect(new Set(told.map((t) => t.unit)).size).toBe(10)
})

test('凭据 adds up on every page and to the answer', async () => {
  const pages = [await ask('凭据 全市 科学素质演讲 2019年')]
  const count = Number(/第1页，共(\d+)页/.exec(pages[0]!)?.[1])
  for (let p = 2; p <= count; p++) pages.push(await ask(`凭据 第${p}页`))
  let [sessions, attendance, entries] = [0, 0, 0]
  for (const page of pages) {
    const subtotal = /本页小计 (?:[\d+]+=)?(\d+)人次，(\d+)场/.exec(page)!
    const lines = page.split('\n').filter((l) => /^[\d、]+号 /.test(l))
    const values = lines.map((l) =>
      Number(/只算一次(\d+)/.exec(l)?.[1] ?? /【\D{0,2}(\d+)\D*】/.exec(l)?.[1] ?? Number.NaN),
    )
    expect(values.reduce((a, n) => a + n, 0)).toBe(Number(subtotal[1]))
    attendance += Number(subtotal[1])
    sessions += Number(subtotal[2])
    entries += lines.length
    expect(page).toContain('全部合计210场33892人次')
    expect(page).not.toContain('对不上')
  }
  expect({ sessions, attendance }).toEqual({ sessions: 210, attendance: 33892 })
  expect(pages[0]).toContain(`共${count}页${entries}笔`)
})

test('a recount finds nothing, and nothing went wrong on the way', async () => {
  const { wrong } = await year.db.read((store) => recount(store, year.app.house.tree, false))
  expect(wrong).toEqual([])
  expect(year.failures).toEqual([])
})

test('in the rooms only receipts and answers: chatter is met with silence', () => {
  const ids = new Map<string, string>()
  for (const l of events.split('\n').filter(Boolean)) {
    const e = JSON.parse(l) as { id: string; text?: string }
    if (e.text !== undefined) ids.set(e.id, e.text)
  }
  const replied = (l: Line): string => ids.get(l.inReplyTo ?? '') ?? ''
  const strange = year.lines.filter((l) => l.to.room !== undefined && !/\d|小科/.test(replied(l)))
  // without a figure: a report whose audience is asked
  expect(strange.filter((l) => !l.text.includes('大约'))).toEqual([])
})
