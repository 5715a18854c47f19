/**
 * What the platforms do to words, undone: web WeChat's HTML, quotes written as text, mentions, recalls.
 * Pure; every function takes text as it came and gives what a person typed.
 */

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&nbsp;': ' ',
  '<br/>': '\n',
}

/** Web WeChat's HTML as typed, in one pass: `A &amp; B<br/>C` → `A & B⏎C`; `&amp;lt;` → `&lt;`. */
export function decodeHtml(html: string): string {
  return html.replace(
    /&(?:lt|gt|amp|quot|apos|nbsp|#39);|<br\/>|<span class="emoji emoji([0-9a-f]{4,10})"><\/span>/g,
    (found: string, emoji: string | undefined) => (emoji ? emojiOf(emoji) : (entities[found] ?? found)),
  )
}

// Eight and ten digits are two code points (flags, keycaps).
function emojiOf(hex: string): string {
  const half = hex.length === 8 || hex.length === 10 ? hex.length / 2 : hex.length
  const points = [hex.slice(0, half), hex.slice(half)]
    .filter(Boolean)
    .map((part) => Number.parseInt(part, 16))
  return points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points) : ''
}

/**
 * The full text of a web-WeChat message from its raw payload (wechat4u cuts group text at the second `:⏎`);
 * null where the raw payload is not that of a plain text (its words are then inside XML).
 */
export function uncutText(raw: unknown, inRoom: boolean): string | null {
  if (typeof raw !== 'object' || raw === null) return null
  const { OriginalContent: content, MsgType: type } = raw as Record<string, unknown>
  if (typeof content !== 'string' || Number(type) !== 1) return null
  const mark = inRoom ? content.indexOf(':<br/>') : -1
  return decodeHtml(mark < 0 ? content : content.slice(mark + ':<br/>'.length))
}

/** The XML of a card said in private, from web WeChat's raw payload; null where it holds none. */
export function uncutCard(raw: unknown): string | null {
  if (typeof raw !== 'object' || raw === null) return null
  const { OriginalContent: content } = raw as Record<string, unknown>
  return typeof content === 'string' && content !== '' ? decodeHtml(content) : null
}

export interface Quoted {
  readonly name: string
  /** The quoted words; 图片, 视频… where they were none. */
  readonly quote: string
  /** What was newly written. */
  readonly text: string
}

/**
 * Splits a quote written as text: `「李工：原 50 人」⏎- - - -⏎更正：60人`. The last rule line counts, so that of
 * a quote within a quote only the newest part is read as new. Null: no quote.
 */
export function splitQuote(text: string): Quoted | null {
  if (!text.startsWith('「')) return null
  const lines = text.split('\n')
  for (let at = lines.length - 1; at > 0; at--) {
    if (!isRule(lines[at] ?? '') || !lines[at - 1]?.endsWith('」')) continue
    const inner = lines.slice(0, at).join('\n').slice(1, -1)
    const colon = inner.indexOf('：')
    if (colon < 0) return null
    return {
      name: inner.slice(0, colon),
      quote: inner.slice(colon + 1),
      text: lines.slice(at + 1).join('\n'),
    }
  }
  return null
}

const isRule = (line: string): boolean =>
  line.length >= 9 && /^[- ]+$/.test(line) && line.startsWith('- - - ')

/** Whether the text calls one of the names with an @; phones end a mention with U+2005, computers with a space. */
export function mentions(text: string, names: readonly string[]): boolean {
  return names.some((name) => name !== '' && ['@', '＠'].some((sign) => mentionsAs(text, sign + name)))
}

function mentionsAs(text: string, call: string): boolean {
  for (let at = text.indexOf(call); at >= 0; at = text.indexOf(call, at + 1)) {
    const next = text.charAt(at + call.length)
    if (next === '' || /[\s\u2005\p{P}]/u.test(next)) return true
  }
  return false
}

/**
 * The id a recall names: as its whole text, or in web WeChat's `<msgid>`. Null where nothing names the message
 * (it must then be found by who and when).
 */
export function recalledId(text: string): string | null {
  const plain = decodeHtml(text).trim()
  if (!plain.includes('<')) return plain === '' || /\s/.test(plain) ? null : plain
  const start = plain.indexOf('<msgid>')
  const end = plain.indexOf('</msgid>', start)
  const id = start < 0 || end < 0 ? '' : plain.slice(start + '<msgid>'.length, end).trim()
  return id === '' ? null : id
}

/** Epoch milliseconds of a puppet's timestamp, which some give in seconds; never after `now`. */
export function sentAt(timestamp: number, now: number): number {
  const ms = timestamp < 1e11 ? timestamp * 1000 : timestamp
  return Number.isFinite(ms) && ms > 0 ? Math.min(ms, now) : now
}
