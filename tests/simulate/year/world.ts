import type { Line } from '../../replay/played.js'
import type { Association, Person } from './association.js'
import { chatterLine } from './chatter.js'
import { addDays, instantAt, isoAt, wallOf } from './days.js'
import type { Driver } from './driver.js'
import type { Random } from './random.js'
import { figures, Truth, type Told } from './truth.js'

/** One year being lived: the association, what really happened, and the house that is told of it. */
export class World {
  readonly truth: Truth
  readonly problems: string[] = []
  /** Words that occur in chatter alone. */
  readonly marks: string[] = []
  /** Who has a question to answer and says nothing else meanwhile. */
  readonly busy = new Set<string>()
  /** Branch of the people the org file does not know, once they have told something. */
  readonly bound = new Set<string>()
  /** Months closed, with what was counted then. */
  readonly closed = new Map<string, ReadonlyMap<string, ReturnType<Truth['sum']>>>()
  /** Zero reports: unit and month. */
  readonly zeros = new Set<string>()
  /** Events told by several branches and not decided yet. */
  readonly pairs: Told[][] = []
  /** Reports whose question was left open. */
  readonly open: Told[] = []
  readonly done = new Map<string, number>()
  readonly #agenda: { readonly at: Date; readonly run: () => Promise<void> }[] = []

  constructor(
    readonly association: Association,
    readonly random: Random,
    readonly house: Driver,
  ) {
    this.truth = new Truth(association)
  }

  get today(): string {
    return wallOf(this.house.now()).day
  }
  get minute(): number {
    return wallOf(this.house.now()).minute
  }
  get night(): boolean {
    return this.minute >= 21 * 60 || this.minute < 7 * 60 + 30
  }

  /** Something that does not hold; the run goes on, so that one fault does not hide the next. */
  problem(what: string, facts: unknown = ''): void {
    this.problems.push(
      `${isoAt(this.house.now()).slice(0, 16)} ${what} ${typeof facts === 'string' ? facts : JSON.stringify(facts)}`,
    )
  }
  count(what: string): void {
    this.done.set(what, (this.done.get(what) ?? 0) + 1)
  }

  /** Something for a later hour; what is due is done in order of time. */
  later(at: Date, run: () => Promise<void>): void {
    let [low, high] = [0, this.#agenda.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#agenda[middle]!.at > at) low = middle + 1
      else high = middle
    }
    // the latest first: what comes next is taken from the end
    this.#agenda.splice(low, 0, { at, run })
  }
  async live(): Promise<void> {
    for (;;) {
      const next = this.#agenda.pop()
      if (!next) return
      await this.house.at(next.at)
      await next.run()
    }
  }
  /** Minutes go by; sometimes somebody says something meanwhile. */
  async wait(minutes: number, room?: string): Promise<void> {
    await this.house.at(new Date(this.house.now().getTime() + minutes * 60_000))
    if (room !== undefined && this.random.chance(0.3)) await this.chat(room)
  }
  async chat(room: string = this.random.pick(this.association.rooms).name): Promise<void> {
    const { text, mark } = chatterLine(this.random)
    this.marks.push(mark)
    const from = this.random.pick(this.association.people.filter((p) => !this.busy.has(p.id)))
    const { lines } = await this.house.say(from, text, { room })
    const strange = lines.filter((l) => l.inReplyTo === this.lastId(lines) && l.to.room !== undefined)
    if (strange.length > 0) this.problem('an answer to chatter', [text, strange])
  }
  private lastId(lines: readonly Line[]): string | null {
    return lines.length === 0 ? null : (JSON.parse(this.house.events.at(-1)!) as { id: string }).id
  }

  office(): Person {
    return this.random.pick(this.association.people.filter((p) => p.role === 'secretariat'))
  }
  contactOf(unit: string): Person {
    return this.association.people.find((p) => p.unit === unit && p.role === 'contact')!
  }
  /** The room a branch talks in: its own, its county's, or the whole association's. */
  roomOf(unit: string): string {
    const { rooms, above } = this.association
    const near = rooms.find((r) => above(unit).includes(r.unit) && r.unit !== this.association.root)
    return near && this.random.chance(0.6) ? near.name : rooms[0]!.name
  }
  /** Somebody free who tells of a branch: its contact half of the time. */
  tellerOf(unit: string, other?: string): Person | null {
    const free = this.association.people.filter(
      (p) => p.unit === unit && !this.busy.has(p.id) && p.id !== other,
    )
    const contact = free.find((p) => p.role === 'contact')
    if (contact && this.random.chance(0.5)) return contact
    return free.length === 0 ? null : this.random.pick(free)
  }
  short(unit: string): string {
    return this.association.units.find((u) => u.name === unit)!.short
  }
  isClosed(day: string): boolean {
    return this.closed.has(day.slice(0, 7))
  }
  /** Now by day; at night the next 7:31. */
  morning(): Date {
    if (!this.night) return this.house.now()
    return instantAt(this.minute >= 21 * 60 ? addDays(this.today, 1) : this.today, 7 * 60 + 31)
  }

  /** What was misread is a problem said once; the sums that follow are held against what is on the book. */
  async adopt(t: Told): Promise<void> {
    const row = t.no === null ? null : await this.house.read((store) => store.records.byNo(t.no!))
    if (!row || row.unit === null) return
    t.unit = row.unit
    t.kind = row.kind
    t.days = row.period
    t.said = Object.fromEntries(
      figures.flatMap((f) => {
        const m = row.measures[f]
        return m ? [[f, { value: m.value, rough: m.qualifier !== 'exact' }]] : []
      }),
    )
  }

  /** Compares what the house has on the book for one telling with what was told. */
  async verify(t: Told, after: string): Promise<void> {
    const row = t.no === null ? null : await this.house.read((store) => store.records.byNo(t.no!))
    if (!row) return this.problem(`${after}: not on the book`, describe(t))
    const got = {
      // nobody has said yet whose it is
      unit: t.state === 'counted' ? row.unit : (row.unit ?? t.unit),
      kind: row.kind,
      start: row.period.start,
      end: row.period.end,
      state: row.status === 'void' ? 'void' : row.status === 'counted' ? 'counted' : 'waiting',
      ...Object.fromEntries(figures.map((f) => [f, row.measures[f]?.value ?? null])),
      rough: figures.map((f) => (row.measures[f] && row.measures[f].qualifier !== 'exact' ? f : '')).join(''),
    }
    const want = {
      unit: t.unit,
      kind: t.kind,
      start: t.days.start,
      end: t.days.end,
      state: t.state,
      ...Object.fromEntries(figures.map((f) => [f, t.said[f]?.value ?? null])),
      rough: figures.map((f) => (t.said[f]?.rough ? f : '')).join(''),
    }
    if (JSON.stringify(got) !== JSON.stringify(want)) {
      const source = await this.house.read((store) => store.sources.get(t.source))
      this.problem(`${after}: ${t.no}号 differs`, { got, want, text: source?.text })
    }
    for (const f of figures) {
      const m = row.measures[f]
      const text = m?.span && (await this.house.read((store) => store.sources.get(m.source)))?.text
      if (
        m?.span &&
        text?.slice(...m.span).replace(/\s/g, '') !== m.words.replace(/\s/g, '') &&
        f !== 'sessions'
      )
        this.problem(`${after}: ${t.no}号 ${f} is marked in the wrong words`, [m, text])
    }
  }
}

export const describe = (t: Told): string =>
  `${t.no}号 ${t.unit} ${t.kind} ${t.days.start} ${JSON.stringify(t.said)} ${t.state} (${t.source})`
