// Who is still missing, behind the list of who owes: 现在还有谁 · 就剩谁了 · 现在呢 · 都齐了没; pure.
import { unitWord } from '../ledger/asked-words.js'

const now =
  '(?:那么?|好|嗯)?(?:(?:现在|目前|眼下|眼前|如今|这会儿?|这时候?|今天|到现在|截至现在|到目前)(?:为止)?)?'
const which = `(?:谁家?|哪[些几]?[个家]?(?:${unitWord})?|几[个家](?:${unitWord})?)`
const end = '(?:了|啦|呢|没有?|的)?'

/** Says by itself that somebody is missing. */
const missing = [
  `(?:还|就|只|光)(?:[有差剩缺欠]|是)(?:下)?(?:的)?(?:是|有)?${which}`,
  `[剩差缺](?:下)?(?:的)?(?:还?有|是)?${which}`,
  `(?:还|就|只)?[剩差缺](?:下)?(?:的)?(?:是|有)?${which}(?:还?没(?:有)?(?:报|交|动静|来))?`,
]
/** Only behind the question who owes. */
const leaning = [
  '(?:怎么样|咋样|如何|情况)',
  '(?:都|全)?(?:[报交收]?齐|[报交]全|到齐|[报交]完)了?(?:没有?|没|吗)',
  '还有(?:没有|没|吗)',
  '还[有差剩缺]几[个家]?',
  '(?:还|又)?(?:有人)?(?:没(?:有)?)?(?:报|交)(?:上)?来(?:了)?(?:没有?|没|吗)',
]
const alone = new RegExp(`^${now}(?:${missing.join('|')})${end}$`)
const behind = new RegExp(`^(?:${now}(?:${leaning.join('|')})${end}|${now}呢)$`)
const onlyNow = /^(?:那)?(?:现在|目前|眼下|这会儿?|如今)呢?$/

/** 'lean': it asks so only behind that question. `words`: without spaces; `raw`: as typed. */
export function asksStill(words: string, raw: string): 'alone' | 'lean' | null {
  if (words.length > 16 || words === '呢' || words === '') return null
  if (alone.test(words)) return 'alone'
  const asking = onlyNow.test(words) ? /呢[?？。！!\s]*$/.test(raw) : behind.test(words)
  return asking ? 'lean' : null
}
