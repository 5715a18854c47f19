import { createRequire } from 'node:module'
import type { Span } from '../../core/span.js'

/**
 * A message as the scanners read it. `text` is UTF-16 like `typed`; it is never longer, and shorter only by the
 * invisible characters that were taken out.
 */
export interface Normalized {
  readonly typed: string
  readonly text: string
  /** The span of `typed` that `[start, end)` of `text` was made of; an empty range gives an empty span. */
  span(start: number, end: number): Span
}

/*
 * One canonical form for what keyboards write in several ways. `-` (a hyphen, also full width) may part a date or a
 * range; `~` stands for every dash and wave and is only ever a range or a pause.
 */
const canonicalForms: readonly (readonly [written: string, canonical: string])[] = [
  ['－﹣‐‑‒−', '-'],
  ['—–―─━～〜∼﹏ー‾', '~'],
  ['：﹕∶︰ː', ':'],
  ['，﹐', ','],
  ['．﹒', '.'],
  ['；﹔', ';'],
  ['！﹗', '!'],
  ['？﹖', '?'],
  ['（﹙', '('],
  ['）﹚', ')'],
  ['［', '['],
  ['］', ']'],
  ['｛', '{'],
  ['｝', '}'],
  ['％﹪', '%'],
  ['／∕⁄', '/'],
  ['＋', '+'],
  ['＊', '*'],
  ['＝', '='],
  ['＜', '<'],
  ['＞', '>'],
  ['＆', '&'],
  ['＠', '@'],
  ['＃', '#'],
  ['＄', '$'],
  ['＿', '_'],
  ['＼', '\\'],
  ['｜', '|'],
  ['＾', '^'],
  ['｀', '`'],
  ['＂', '"'],
  ['＇', "'"],
  ['｡', '。'],
  ['､', '、'],
  ['｢', '「'],
  ['｣', '」'],
  ['·‧・•', '·'],
  [
    '\t\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
    ' ',
  ],
  ['\r\u0085\u2028\u2029', '\n'],
]

const KEEP = 0
const DROP = 0xffff
/** Per UTF-16 unit: 0 keep, DROP take out, otherwise what to write instead. */
const forms = new Uint16Array(0x10000)
for (const [written, canonical] of canonicalForms)
  for (const c of written) if (c !== canonical) forms[c.charCodeAt(0)] = canonical.charCodeAt(0)
for (let c = 0xff10; c <= 0xff19; c++) forms[c] = c - 0xfee0
for (let c = 0xff21; c <= 0xff3a; c++) forms[c] = c - 0xfee0
for (let c = 0xff41; c <= 0xff5a; c++) forms[c] = c - 0xfee0
for (let c = 0; c < 0x20; c++) if (forms[c] === KEEP && c !== 0x0a) forms[c] = DROP
for (const [from, to] of [
  [0x7f, 0x84],
  [0x86, 0x9f],
  [0xad, 0xad],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
] as const)
  for (let c = from; c <= to; c++) forms[c] = DROP

/*
 * Traditional characters so frequent that any traditional sentence holds one, and all that a number or date word can
 * hold. Only a message with one of them pays for the converter; rarer ones alone (names) stay as they are.
 */
const traditional = new Uint8Array(0x10000)
for (const c of '協會學講區縣場開動業發髮傢眾衆報個箇農為爲進點術醫數傳診時師羣國題調義們辦員單訓週種書鎮組織長參蔘專間園來閤課資衛鄉請導實號議舉聯產産給養習內節齣諮詢創識對與療關門級廣貧魚峯團糰紅聽領過現侷誌餘極係繫當設問體範機兩衕續繼達寫積蠶認藥強檯臺颱結樂錶陽採熱質麵計歡圖觀藝見嚮曏統決譚別電費歲還願遊幹網東裏裡橋後慶戶條談謝這說説萬轉獎製預約館黃龍葉護黨冊經總揚張隊貫徹幾眞試圍難勵將納線於補並幷愛脫堅擴類樑陞楓蘭話項齡迴視況滿選評偉態優聲據離麼麽變華車纔驗從職孫處註閱閲沒帶準額獻繞遶劃責營綠遠軍臨鐘獲匯屬壓測曆歷氣婦畫樣幫嗎掛屆殘陣證訊蓋針負鬍際揮豬遷廠訪響駐劉邊連雙標鋼馬錯銀頭齊壽讚贊夠擬復複溫爺搶載績衝層編狀維礎庫購買豐鬥羅陳鄧覽濱勝應稱彎煙飛蟲適剛簽籤親圓淺樓飯誰風詩輕鏈佈減爭斷閉緊讓鐵訂戲濃億貳陸兆塊價賣鈔錢隻顆噸畝蘋聖誕勞軍臘陰陽曆閏驚蟄穀種滿處週禮蘿靜聲禮賬帳雞懇尋')
  traditional[c.charCodeAt(0)] = 1
for (const c of '陆点种处兆') traditional[c.charCodeAt(0)] = 0

const convert = lazily(() => {
  const { Converter } = createRequire(import.meta.url)('opencc-js/t2cn') as typeof import('opencc-js/t2cn')
  return Converter({ from: 't', to: 'cn' })
})

function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

/** Traditional → simplified, character for character; a text the converter would lengthen or shorten stays as it is. */
function simplify(text: string): string {
  const simplified = convert()(text)
  return simplified.length === text.length ? simplified : text
}

/**
 * Prepares a message for the scanners: full width → half width, one sign for each kind of dash, space and point,
 * invisible characters taken out, lone surrogates replaced, traditional → simplified. Circled list marks (①, ⒈, ⑴) and
 * other single characters that hold a number stay as they are, so `①10日` never becomes 110 (no NFKC). Linear in length; never throws.
 */
export function normalize(typed: string): Normalized {
  const length = typed.length
  let changed = false
  let hant = false
  let dropped = 0
  for (let i = 0; i < length; i++) {
    const c = typed.charCodeAt(i)
    if (c >= 0x4e00 && c <= 0x9fff) {
      if (traditional[c] === 1) hant = true
    } else if (c >= 0xd800 && c <= 0xdfff) {
      if (c < 0xdc00 && i + 1 < length && (typed.charCodeAt(i + 1) & 0xfc00) === 0xdc00) i++
      else changed = true
    } else if (forms[c] !== KEEP) {
      changed = true
      if (forms[c] === DROP || isIdle(typed, i)) dropped++
    } else if (c === 0x20 && isIdle(typed, i)) {
      changed = true
      dropped++
    }
  }
  if (!changed && !hant) return { typed, text: typed, span: same }
  const { text, origin } = changed ? rewrite(typed, dropped) : { text: typed, origin: null }
  const span = origin ? mapped(origin) : same
  return { typed, text: hant ? simplify(text) : text, span }
}

/** `[from, to)` of a message; its spans still point into the whole of it as typed. */
export const part = (n: Normalized, from: number, to: number): Normalized => ({
  typed: n.typed,
  text: n.text.slice(from, to),
  span: (start, end) => n.span(start + from, end + from),
})

/** A message without some stretches of it, in order and apart; its spans still point into the whole of it as typed. */
export function without(n: Normalized, cuts: readonly (readonly [from: number, to: number])[]): Normalized {
  let text = ''
  const at: number[] = []
  let from = 0
  for (const [start, end] of [...cuts, [n.text.length, n.text.length] as const]) {
    text += n.text.slice(from, start)
    for (let i = from; i < start; i++) at.push(i)
    from = end
  }
  return {
    typed: n.typed,
    text,
    span: (start, end) =>
      end > start
        ? n.span(at[start]!, at[end - 1]! + 1)
        : n.span(at[start] ?? n.text.length, at[start] ?? n.text.length),
  }
}

const same = (start: number, end: number): Span => [start, end]

function mapped(origin: readonly number[]): (start: number, end: number) => Span {
  return (start, end) => {
    const first = origin[start]!
    return [first, end > start ? origin[end - 1]! + 1 : first]
  }
}

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true })
/** Shorter texts are written faster without the decoder; more arguments than this a call need not take. */
const short = 2000

const parting = new Uint8Array(0x10000)
for (const c of ',，。;；!！?？') parting[c.charCodeAt(0)] = 1
/** Spaces behind a mark that are looked at. */
const mostIdle = 8
/** A space behind a mark that parts already: 讲座60人，  资料80份. */
function isIdle(typed: string, i: number): boolean {
  const c = typed.charCodeAt(i)
  if (c !== 0x20 && forms[c] !== 0x20) return false
  let k = i - 1
  while (
    k >= Math.max(0, i - mostIdle) &&
    (typed.charCodeAt(k) === 0x20 || forms[typed.charCodeAt(k)] === 0x20)
  )
    k--
  return k >= 0 && parting[typed.charCodeAt(k)] === 1
}

/** Writes the canonical form; `origin[i]` is where unit i of the result stood (one more than its length). */
function rewrite(typed: string, dropped: number): { text: string; origin: readonly number[] | null } {
  const length = typed.length
  const out: number[] = []
  const origin: number[] | null = dropped > 0 ? [] : null
  for (let i = 0; i < length; i++) {
    const c = typed.charCodeAt(i)
    const form = forms[c]!
    if (form === DROP || isIdle(typed, i)) continue
    origin?.push(i)
    if (c >= 0xd800 && c <= 0xdfff) {
      if (c < 0xdc00 && i + 1 < length && (typed.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
        out.push(c, typed.charCodeAt(++i))
        origin?.push(i)
      } else out.push(0xfffd)
    } else out.push(form === KEEP ? c : form)
  }
  origin?.push(length)
  return {
    text: out.length <= short ? String.fromCharCode(...out) : utf16.decode(Uint16Array.from(out)),
    origin,
  }
}
