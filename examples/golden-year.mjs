// A whole year in the chat groups of the sample association, drawn from a seed: 210 lectures and publicity sessions of
// ten branches with 33892 人次, told in many wordings amid chatter, and in January the question whose answer the annual
// report prints. `node examples/golden-year.mjs > examples/golden-year.ndjson` writes the events of `xiaoke replay`.
import { branches, cityRoom, joints, members, zhou } from './golden-year/branches.mjs'
import { randomFrom } from './golden-year/random.mjs'
import * as tables from './golden-year/words.mjs'

const words = { ...tables }

const year = 2019
const wanted = { sessions: 210, attendance: 33892 }
const { int, pick, chance } = randomFrom(2019)

const dayMs = 86_400_000
const addDays = (day, n) => new Date(Date.parse(`${day}T00:00:00Z`) + n * dayMs).toISOString().slice(0, 10)
const daysFrom = (a, b) => (Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / dayMs
const monthDay = (day) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
const branchOf = (short) => branches.find((b) => b.short === short)

/** What the city counts less than its branches: the smaller telling of each joint event. */
const repeated = joints.reduce((n, j) => n + Math.min(...j.attendance), 0)
const printed = branches.filter((b) => b.attendance !== undefined)
const rest = wanted.attendance + repeated - printed.reduce((n, b) => n + b.attendance, 0)
const others = branches.filter((b) => b.attendance === undefined)
const othersSessions = others.reduce((n, b) => n + b.sessions, 0)
if (branches.reduce((n, b) => n + b.sessions, 0) - joints.length !== wanted.sessions)
  throw new Error('sessions')

/** The events of one branch over the year: single ones, and now and then several told in one message. */
function eventsOf(branch) {
  const mine = joints.filter((j) => j.pair.includes(branch.short))
  let left = branch.sessions - mine.length
  const sizes = []
  while (left > 0) {
    const n = left >= 8 && chance(0.22) ? int(2, 3) : 1
    sizes.push(n)
    left -= n
  }
  const gap = Math.floor(345 / sizes.length)
  let day = addDays(`${year}-01-08`, int(0, Math.min(gap, 20)))
  const events = sizes.map((n) => {
    while (mine.some((j) => Math.abs(daysFrom(day, j.day)) <= n + 2)) day = addDays(day, 1)
    const event = {
      branch,
      day,
      end: addDays(day, n > 1 ? n - 1 : 0),
      n,
      kind: int(1, 10) <= branch.share ? 'lecture' : 'publicity',
    }
    day = addDays(event.end, Math.max(3, gap - int(0, 2) - (n - 1)))
    return event
  })
  const total = branch.attendance ?? shares.get(branch)
  spread(events, total - mine.reduce((n, j) => n + j.attendance[j.pair.indexOf(branch.short)], 0))
  return events
}

/** What is left for the branches without a printed figure, by their sessions; the last takes what rounding left. */
const shares = new Map()
for (const [i, b] of others.entries()) {
  const given = [...shares.values()].reduce((a, n) => a + n, 0)
  shares.set(b, i === others.length - 1 ? rest - given : Math.round((rest * b.sessions) / othersSessions))
}

/** Gives every event its audience, some round and said roughly, so that together they make `total` exactly. */
function spread(events, total) {
  const sessions = events.reduce((n, e) => n + e.n, 0)
  const mean = total / sessions
  for (const e of events) {
    const about = e.n * mean * (0.6 + int(0, 80) / 100)
    e.rough = chance(0.28) && about >= 60
    e.attendance = e.rough ? Math.round(about / 10) * 10 : Math.max(12, Math.round(about))
  }
  let off = total - events.reduce((n, e) => n + e.attendance, 0)
  const plain = events.filter((e) => !e.rough)
  for (let i = 0; off !== 0; i++) {
    const e = plain[i % plain.length]
    const step =
      Math.sign(off) * Math.min(Math.abs(off), Math.max(1, Math.ceil(Math.abs(off) / plain.length)))
    if (e.attendance + step < 10) continue
    e.attendance += step
    off -= step
  }
}

const events = branches.flatMap(eventsOf)

/** 2019-03-05 09:12 as an instant of the association's wall clock. */
const at = (day, minute) =>
  `${day}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00+08:00`

/** What is said, in any order: `text` may need record numbers that are only known in order of time. */
const said = []
let n = 0
const say = (day, minute, from, room, text, more = {}) => {
  const line = { at: at(day, minute), from, room, text, seq: n++, ...more }
  said.push(line)
  return line
}

const recent = []
/** A topic or a place nobody told of within the last days, so that different events do not look like one. */
function unused(list, day) {
  for (let tries = 0; ; tries++) {
    const it = pick(list)
    if (tries < 200 && recent.some((r) => r.it === it && Math.abs(daysFrom(r.day, day)) <= 4)) continue
    recent.push({ it, day })
    return it
  }
}

const attendanceText = (e) => pick(e.rough ? words.roughly : words.exactly)(e.attendance)
const tellerOf = (branch) => {
  if (branch.short === '鹿寨' && chance(0.5)) return members[0]
  return branch.teller
}
const roomOf = (branch) => (branch.room && chance(0.6) ? branch.room : cityRoom)

/** A report of one event, some days after it, with everything the wordings need. */
function tell(e, more = {}) {
  const late = e.n > 1 ? int(0, 2) : pick([0, 0, 1, 1, 1, 2, 5])
  const day = addDays(e.end, late)
  const known = {
    ...e,
    unit: e.branch.unit,
    short: e.branch.short,
    place: e.place ?? unused(e.branch.places, e.day),
    topic: e.topic ?? unused(words.topics[e.kind], e.day),
    when: late > 2 ? monthDay(e.day) : ['今天', '昨天', '前天'][daysFrom(e.day, day)],
    date: e.n > 1 ? `${monthDay(e.day)}至${monthDay(e.end)}` : monthDay(e.day),
    att: attendanceText(e),
    leaflets: int(2, 20) * 50,
    other: e.other,
  }
  const wordings = e.n > 1 ? words.several[e.kind] : e.other ? [words.joint[e.kind]] : words[e.kind]
  const minute = int(late === 0 ? 17 * 60 : 8 * 60, 19 * 60 + 30)
  Object.assign(e, { place: known.place, topic: known.topic, told: day, minute })
  const alone = !e.other && chance(0.12)
  return say(day, minute, tellerOf(e.branch), alone ? undefined : roomOf(e.branch), pick(wordings)(known), {
    books: e,
    ...more,
  })
}

const singles = events.filter((e) => e.n === 1)
/** Every so often something goes another way; each way is taken by some events of the year. */
const ways = new Map()
const exact = singles.filter((e) => !e.rough && e.attendance > 30)
const take = (way, count) => {
  for (let i = 0; i < count; i++) {
    const e = exact.splice(int(0, exact.length - 1), 1)[0]
    ways.set(e, way)
  }
}
take('corrected', 4)
take('corrected by number', 3)
take('wrong day', 2)
take('told twice', 3)
take('asked', 4)

for (const e of events) {
  const way = ways.get(e)
  const right = e.attendance
  if (way === 'corrected' || way === 'corrected by number') e.attendance = right + int(1, 4) * 10
  if (way === 'wrong day') Object.assign(e, { day: addDays(e.day, -1), end: addDays(e.end, -1) })
  const line = tell(e)
  const wrong = e.attendance
  e.attendance = right
  if (way === 'wrong day') Object.assign(e, { day: addDays(e.day, 1), end: addDays(e.end, 1) })
  const after = (minutes, text, room = line.room, from = line.from) =>
    say(e.told, Math.min(e.minute + minutes, 1255), from, room, text)
  if (way === 'corrected') after(7, `不是${wrong}，是${right}人`)
  if (way === 'corrected by number') after(31, () => `${e.no}号改${right}人`)
  if (way === 'wrong day') after(12, `日期写错了，是${Number(e.day.slice(8))}号`)
  if (way === 'asked') {
    line.text = `${e.branch.short}${e.told === e.day ? '今天' : monthDay(e.day)}在${e.place}搞了一场${e.kind === 'lecture' ? `${e.topic}讲座` : '科普宣传'}`
    after(2, pick(words.chatter), line.room ?? cityRoom, members[2])
    after(4, pick([`${right}人`, `${right}`, `一共${right}人`]))
  }
  if (way === 'told twice') {
    const again = `${e.branch.short} ${monthDay(e.day)} ${e.place} ${e.kind === 'lecture' ? `${e.topic}讲座` : '科普宣传'} 听众${right}人`
    const next = addDays(e.told, 1)
    say(next, 9 * 60 + 10, line.from, cityRoom, again)
    say(next, 9 * 60 + 14, line.from, undefined, '同一场')
  }
}

for (const j of joints) {
  const topic = unused(words.topics[j.kind], j.day)
  const [a, b] = j.pair.map((short, i) => {
    const event = {
      branch: branchOf(short),
      day: j.day,
      end: j.day,
      n: 1,
      kind: j.kind,
      attendance: j.attendance[i],
      place: j.place,
      topic,
      other: j.pair[1 - i],
    }
    const line = tell(event)
    return Object.assign(event, { line })
  })
  const told = a.told > b.told ? a.told : b.told
  say(
    addDays(told, 1),
    10 * 60 + int(0, 50),
    zhou,
    undefined,
    () => `归并${Math.min(a.no, b.no)} ${Math.max(a.no, b.no)}`,
  )
}

// told, and taken back: one with 作废, one with the platform's recall
{
  const branch = branchOf('柳城')
  const event = {
    branch,
    day: '2019-06-12',
    end: '2019-06-12',
    n: 1,
    kind: 'lecture',
    attendance: 66,
    gone: true,
  }
  const gone = { ...event }
  const line = say(
    '2019-06-12',
    16 * 60,
    branch.teller,
    cityRoom,
    '今天上午柳城在六合村讲《防火逃生》，听众66人',
    { books: gone },
  )
  say('2019-06-12', 16 * 60 + 20, line.from, cityRoom, () => `${gone.no}号报错了`)
  const back = { ...gone, branch: branchOf('柳北'), day: '2019-08-23', end: '2019-08-23', attendance: 88 }
  say(
    '2019-08-23',
    15 * 60,
    branchOf('柳北').teller,
    cityRoom,
    '今天柳北区老科协在白云小学讲了一堂《月球探秘》，学生88人',
    { books: back, id: 'recalled' },
  )
  said.push({ at: at('2019-08-23', 15 * 60 + 5), recall: 'recalled', seq: n++ })
}

// chatter, most days
for (let day = `${year}-01-02`; day < `${year + 1}-01-01`; day = addDays(day, 1)) {
  for (let k = int(0, 2); k > 0; k--) {
    const from = chance(0.5) ? pick(members) : pick(branches).teller
    say(day, int(7 * 60 + 40, 20 * 60 + 30), from, cityRoom, pick(words.chatter))
  }
}

say(`${year + 1}-01-06`, 9 * 60 + 30, zhou, cityRoom, `小科 全市 科学素质演讲 ${year}年`)
say(`${year + 1}-01-06`, 9 * 60 + 32, zhou, undefined, `凭据 全市 科学素质演讲 ${year}年`)

said.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.seq - b.seq))
let no = 101
const lines = said.map((line, i) => {
  if (line.recall) return { at: line.at, type: 'recall', id: line.recall }
  const id = line.id ?? `g${i + 1}`
  if (line.books) Object.assign(line.books, { no: no++, id })
  const text = typeof line.text === 'function' ? line.text() : line.text
  return {
    at: line.at,
    type: 'message',
    id,
    ...(line.room === undefined ? {} : { room: line.room }),
    from: line.from,
    text,
  }
})
/** What is on the book at the end, by record number: what the year was drawn to be. */
const truth = said.flatMap(({ books: e }) =>
  e
    ? [
        {
          no: e.no,
          id: e.id,
          unit: e.branch.unit,
          kind: e.kind,
          start: e.day,
          end: e.end,
          sessions: e.n,
          attendance: e.attendance,
          void: e.gone === true,
        },
      ]
    : [],
)
const output = process.argv[2] === '--truth' ? truth : lines
process.stdout.write(output.map((l) => `${JSON.stringify(l)}\n`).join(''))
