import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addSums, noSums } from '../../../src/core/totals.js'
import { prove } from '../../../src/ledger/evidence.js'
import { recount } from '../../../src/ledger/recount.js'
import { entersTotal, tally, type Query } from '../../../src/ledger/tally.js'
import type { Kind } from '../../../src/core/kinds.js'
import { addDays, daysFrom, periodsOf } from './days.js'
import { none, plus, type Sums } from './truth.js'
import type { World } from './world.js'

/** Kinds outside the sums over all kinds; the simulator tells of none of them. */
const sameSums = (a: Sums, b: Sums): boolean =>
  (Object.keys(none) as (keyof Sums)[]).every((k) => a[k] === b[k])

/** Every total of every unit, kind, month, quarter, half and year, its branches, its own and what joint events repeat. */
export async function checkTotals(world: World, year: number): Promise<number> {
  const { truth, association, house } = world
  const kinds = [...new Set(truth.told.map((t) => t.kind))]
  let checked = 0
  await house.read(async (store) => {
    for (const unit of association.units) {
      for (const period of periodsOf(year)) {
        const query: Query = {
          unit: unit.name,
          kinds: null,
          indicator: null,
          period: { start: period.start, end: period.end },
        }
        const t = await tally(store, house.app.house, query, world.today)
        const compare = (what: string, got: Sums, want: Sums): void => {
          checked++
          if (!sameSums(got, want))
            world.problem(`total of ${unit.short} ${period.words} ${what}`, { got, want })
        }
        for (const kind of kinds)
          compare(kind, t.byKind.get(kind as Kind) ?? noSums, truth.sum(unit.name, kind, period))
        const total = truth.sum(unit.name, null, period)
        compare('all', t.total, total)
        const own = truth.sum(unit.name, null, period, true)
        compare('own', t.own, own)
        const children = association.units.filter((u) => u.parent === unit.name)
        const parted = children.reduce((s, u) => plus(s, truth.sum(u.name, null, period)), own)
        compare('repeated', plus(t.repeated, total), parted)
      }
    }
  })
  return checked
}

/** Totals of days chosen at random, that begin and end within a month; and what they open into. */
export async function checkDays(world: World, year: number): Promise<number> {
  const { truth, association, house, random } = world
  let checked = 0
  await house.read(async (store) => {
    for (let i = 0; i < 60; i++) {
      const start = addDays(`${year}-01-01`, random.int(0, daysFrom(`${year}-01-01`, world.today)))
      const period = { start, end: addDays(start, random.int(0, 70)) }
      const unit = random.pick(association.units).name
      const kind = random.pick([...new Set(truth.told.map((t) => t.kind))])
      const query: Query = { unit, kinds: [kind as Kind], indicator: null, period }
      const want = truth.sum(unit, kind, period)
      const { total } = await tally(store, house.app.house, query, '2099-01-01')
      if (!sameSums(total, want)) world.problem(`days ${unit} ${kind}`, { period, total, want })
      const proofs = await prove(store, house.app.house, query, '2099-01-01')
      const sum = proofs.reduce((s, p) => addSums(s, p.sums), noSums)
      if (!sameSums(sum, want)) world.problem(`凭据 of days ${unit} ${kind}`, { period, sum, want })
      checked++
    }
  })
  return checked
}

/** Every total opens into entries that add up to it. */
export async function checkEvidence(world: World, year: number): Promise<void> {
  const { truth, association, house } = world
  const kinds = [...new Set(truth.told.map((t) => t.kind))]
  await house.read(async (store) => {
    for (const unit of association.units) {
      const { start, end } = periodsOf(year).at(-1)!
      const all: Query = { unit: unit.name, kinds: null, indicator: null, period: { start, end } }
      const { total } = await tally(store, house.app.house, all, '2099-01-01')
      const every = (await prove(store, house.app.house, all, '2099-01-01')).filter((p) =>
        entersTotal(all, p.kind),
      )
      const together = every.reduce((s, p) => addSums(s, p.sums), noSums)
      if (!sameSums(together, total)) world.problem(`凭据 of ${unit.short}, every kind`, { together, total })
      for (const kind of kinds) {
        for (const period of [
          { start, end },
          ...periodsOf(year)
            .slice(0, 16)
            .filter(() => world.random.chance(0.1)),
        ]) {
          const proofs = await prove(
            store,
            house.app.house,
            {
              unit: unit.name,
              kinds: [kind as Kind],
              indicator: null,
              period: { start: period.start, end: period.end },
            },
            '2099-01-01',
          )
          const sum = proofs.reduce((s, p) => addSums(s, p.sums), noSums)
          const want = truth.sum(unit.name, kind, period)
          if (!sameSums(sum, want))
            world.problem(`凭据 of ${unit.short} ${kind} ${period.start}`, { sum, want })
        }
      }
    }
  })
}

export async function checkBook(world: World): Promise<void> {
  const { house, truth } = world
  const { wrong } = await house.read((store) => recount(store, house.app.house.tree, false))
  if (wrong.length > 0) world.problem('recount', wrong)
  for (const t of truth.told) if (t.no !== null) await world.verify(t, 'at the end')
  const known = new Set(truth.told.map((t) => t.no))
  await house.read(async (store) => {
    for await (const r of store.records.stream())
      if (!known.has(r.no) && r.status !== 'void')
        world.problem('a record nobody told', [r.no, (await store.sources.get(r.source))?.text])
  })
  for (const f of house.failures) world.problem('a bug the house caught', f)
}

/** Chatter is written nowhere: no mark of it is found in any byte of the database's files. */
export function checkSilence(world: World, folder: string): void {
  const files = readdirSync(folder)
  if (files.length === 0) world.problem('no file to search')
  const bytes = Buffer.concat(files.map((f) => readFileSync(join(folder, f))))
  for (const mark of world.marks) if (bytes.includes(mark)) world.problem('chatter in the database', mark)
}
