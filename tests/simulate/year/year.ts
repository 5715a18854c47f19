import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { associationOf } from './association.js'
import { checkBook, checkEvidence, checkDays, checkSilence, checkTotals } from './check.js'
import { addDays, instantAt } from './days.js'
import { correction, recall, redelivery, withdrawal } from './deeds-changing.js'
import { plan, summary } from './deeds-ahead.js'
import { decideJoint, jointEvent } from './deeds-joint.js'
import { closing, difference, outage, question, zeroReport } from './deeds-office.js'
import { again, document, event, list } from './deeds-telling.js'
import { settleOpen } from './dialogue.js'
import { openDriver } from './driver.js'
import { randomFrom } from './random.js'
import { World } from './world.js'

/** How long a year is and how much is said: forty messages a day, one in twenty about activities. */
export interface Size {
  readonly days: number
  readonly messages: number
  /** Of a hundred messages so many are no chatter. */
  readonly reports: number
  /** The book is a file whose bytes are searched for chatter, instead of one in memory. */
  readonly onDisk: boolean
}
export interface Lived {
  readonly problems: readonly string[]
  readonly done: ReadonlyMap<string, number>
  readonly checked: number
  readonly events: readonly string[]
  readonly lines: readonly { readonly n: number; readonly text: string }[]
  readonly file: string
}

const year = 2025
const deeds = {
  event,
  again,
  jointEvent,
  list,
  document,
  summary,
  plan,
  correction,
  withdrawal,
  recall,
  redelivery,
  question,
  zeroReport,
  decideJoint,
  settleOpen,
}
const weights: Readonly<Record<keyof typeof deeds, number>> = {
  event: 40,
  again: 8,
  jointEvent: 7,
  list: 4,
  document: 5,
  summary: 5,
  plan: 3,
  correction: 12,
  withdrawal: 4,
  recall: 3,
  redelivery: 4,
  question: 3,
  zeroReport: 2,
  decideJoint: 7,
  settleOpen: 3,
}

/** Lives a year drawn from a seed and gives what did not hold. */
export async function liveYear(seed: number, size: Size): Promise<Lived> {
  const random = randomFrom(seed)
  const association = associationOf(random)
  const folder = mkdtempSync(join(tmpdir(), 'xiaoke-year-'))
  const house = await openDriver(
    association,
    size.onDisk ? `sqlite:${join(folder, 'year.db')}` : 'sqlite::memory:',
  )
  const world = new World(association, random, house)
  try {
    for (let d = 0; d < size.days; d++) liveDay(world, addDays(`${year}-01-01`, d), size)
    await world.live()
    const months = [...world.closed.keys()]
    for (const ym of months) await difference(world, ym)
    const checked = (await checkTotals(world, year)) + (await checkDays(world, year))
    await checkEvidence(world, year)
    await checkBook(world)
    if (size.onDisk) checkSilence(world, folder)
    return {
      problems: world.problems,
      done: world.done,
      checked,
      events: house.events,
      lines: house.lines,
      file: association.file,
    }
  } finally {
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function liveDay(world: World, day: string, { messages, reports }: Size): void {
  const { random } = world
  for (let i = 0; i < messages; i++) {
    const at = instantAt(
      day,
      random.chance(0.95) ? random.int(7 * 60 + 35, 20 * 60 + 50) : random.int(6 * 60, 22 * 60 + 30),
    )
    const deed = random.chance(reports / 100) ? random.weighed(weights) : null
    world.later(at, () => (deed === null ? world.chat() : deeds[deed](world)))
  }
  if (random.chance(0.04)) world.later(instantAt(day, random.int(8 * 60, 18 * 60)), () => outage(world))
  if (Number(day.slice(8)) === 8 && random.chance(0.8))
    world.later(instantAt(day, 10 * 60), () => closing(world))
}
