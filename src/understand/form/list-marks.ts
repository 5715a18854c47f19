import { oneOf } from '../text/chars.js'

/** Circled and bracketed numbers that only ever count items. */
/** Ticks, boxes, arrows and bullets: they only open a line. */
const bullets = '✅✔☑❌⬜◆◇■□●○▲△▶►▪▫☆➤➢✦✧❖※'
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⒈⒉⒊⒋⒌⒍⒎⒏⒐'
const han = '一二三四五六七八九十'

interface Mark {
  readonly at: number
  readonly end: number
  /** Its number, and how it is written: marks of one list are written alike. */
  readonly n: number
  readonly style: string
}

/** Characters a mark begins with. */
const mayMark = new Uint8Array(0x10000)
for (const c of `${circled}${bullets}${han}0123456789(其`) mayMark[c.charCodeAt(0)] = 1

const digit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9'

/** A list mark at `at`: 1、 2. (3) 四、 ⑤. */
function markAt(text: string, at: number): Mark | null {
  const c = text[at]!
  if (bullets.includes(c)) return { at, end: at + 1, n: 0, style: 'b' }
  const round = circled.indexOf(c)
  if (round >= 0) return { at, end: at + 1, n: (round % 15) + 1, style: 'o' }
  // 其一，…；其二，…
  if (c === '其') {
    const n = han.indexOf(text[at + 1] ?? '-') + 1
    return n > 0 && ',:、'.includes(text[at + 2] ?? '-') ? { at, end: at + 3, n, style: '其' } : null
  }
  const open = c === '('
  let i = open ? at + 1 : at
  let n = 0
  if (digit(text[i])) {
    const from = i
    while (digit(text[i]) && i - from < 3) i++
    n = Number(text.slice(from, i))
  } else if (text[i] !== undefined && han.includes(text[i]!)) {
    n = han.indexOf(text[i]!) + 1
    i++
  } else return null
  const sign = text[i]
  if (open ? sign !== ')' : sign === undefined || !'、.)．'.includes(sign)) return null
  if (!open && sign === '.' && digit(text[i + 1])) return null
  return {
    at,
    end: i + 1,
    n,
    style: `${open ? '(' : ''}${digit(text[open ? at + 1 : at]) ? '1' : '一'}${sign}`,
  }
}

/** 9、10两个月…, 18、19、20号…: a message that opens with the time it tells of, not with an item. */
const daysFirst =
  /^(?:[2-9]|[1-3][0-9])(?:、[0-9]{1,2}){1,4}(?:月份|月(?![0-9一二三四五六七八九十初])|两个?月|[日号]|[三四五六]天)|^[二三四五六七八九]、[三四五六七八九十](?:月份|两个?月)/

/**
 * Takes list marks out of the way, so that 1、2月28日 is a day and 2. 柳树村 no number: each becomes spaces, and where it
 * opens an item inside a line (…：1、…；2、…) a line break. Length never changes. A mark inside a line counts only as
 * one of a row that starts at one.
 */
export function withoutListMarks(text: string): string {
  const found: (Mark & { readonly line: boolean })[] = []
  for (let at = 0; at < text.length; at++) {
    if (mayMark[text.charCodeAt(at)] === 0) continue
    const before = text[at - 1]
    const line =
      before === undefined || before === '\n' || (before === ' ' && (text[at - 2] ?? '\n') === '\n')
    if (!line && !opens(text, at)) continue
    const m = at === 0 && daysFirst.test(text.slice(0, 24)) ? null : markAt(text, at)
    if (m) {
      found.push({ at: m.at, end: m.end, n: m.n, style: m.style, line })
      at = m.end - 1
    }
  }
  if (found.length === 0) return text
  const inline = rows(found)
  let out = ''
  let from = 0
  for (const m of found) {
    if (!m.line && !inline.has(m)) continue
    out += text.slice(from, m.at) + (m.line ? ' ' : '\n') + ' '.repeat(m.end - m.at - 1)
    from = m.end
  }
  return out + text.slice(from)
}

/** An inline mark stands behind a pause or a space; a circled one anywhere. */
function opens(text: string, at: number): boolean {
  return isCircled(text, at) || pauses(text, at - 1)
}
const isCircled = oneOf(circled)
const pauses = oneOf(' :;。,!)、')

/** Inline marks of a style that count up from one. */
function rows(found: readonly (Mark & { readonly line: boolean })[]): ReadonlySet<Mark> {
  const out = new Set<Mark>()
  const open = new Map<string, Mark[]>()
  for (const m of found) {
    const row = open.get(m.style) ?? []
    if (m.n === 1) open.set(m.style, [m])
    else if (row.length > 0 && m.n === row.at(-1)!.n + 1) {
      row.push(m)
      for (const x of row) out.add(x)
    }
  }
  return out
}
