// A slip in what is wished of a record by its number: 作费101 → 作废101, 101号恢夏 → 101号恢复; pure.
import type { Said } from '../command.js'
import { commandWords } from './call.js'

/** What is wished of a record by its number; `uncalled`: heard in a room without a call. */
const verbs: readonly { readonly word: string; readonly uncalled?: true }[] = [
  { word: '作废', uncalled: true },
  { word: '恢复', uncalled: true },
  { word: '撤销' },
  { word: '撤回' },
  { word: '取消' },
  { word: '删掉' },
  { word: '归并' },
  { word: '合并' },
  { word: '拆开' },
  { word: '凭据' },
]
/** Words of their own, never slips: 回复101 answers somebody. */
const ownWords: readonly string[] = ['回复', '答复', '消费', '坐飞', '取回', '撤下', '删了', '合办', '拆封']

const numbers = '[#＃]?\\s?[\\dlIoO]{3,7}号?'
const inFront = new RegExp(
  `(?<=^|[，,。！!\\s])(?<verb>[\\u4e00-\\u9fff]{2})(?=\\s?(?<no>${numbers})(?![\\da-zA-Z点路块元楼房]))`,
)
const behind = new RegExp(
  `(?<=^|[，,。！!\\s])(?<no>${numbers})(?<between>请|给|都|就)?(?<verb>[\\u4e00-\\u9fff]{2})(?=$|[了吧，,。！!\\s])`,
)
/** A letter typed for a digit of the number: l01, 1O1. */
const digits = (no: string): string => no.replace(/[lI]/g, '1').replace(/[oO]/g, '0')

/** What was said with the verb, and letters in the number, put right; null where neither is slipped. */
export function withRecordVerb(said: Said, isSlip: (text: string, word: string) => boolean): Said | null {
  const m = inFront.exec(said.raw) ?? behind.exec(said.raw)
  const { verb, no } = m?.groups ?? {}
  if (!m || verb === undefined || no === undefined || ownWords.includes(verb) || !/\d/.test(no)) return null
  const meant = verbs.find(
    (v) => (said.called || v.uncalled) && (v.word === verb ? digits(no) !== no : isSlip(verb, v.word)),
  )
  if (!meant) return null
  const at = m.index
  const whole = m[0].startsWith(verb) ? said.raw.slice(at, at + verb.length) : m[0]
  const right = whole.replace(verb, meant.word)
  const raw = said.raw.slice(0, at) + right + said.raw.slice(at + whole.length)
  const mended = raw.replace(no, digits(no))
  return { ...said, ...commandWords(mended), raw: mended }
}
