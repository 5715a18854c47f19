import type { PlainDate } from '../core/day.js'
import type { Store } from '../store.js'
import { bigrams, overlap } from './similar.js'

/** A claim the office has looked into: said again to whoever asks the same, under its name and day. */
export interface Answered {
  readonly claim: string
  readonly answer: string
  /** 陈老师. */
  readonly by: string
  readonly day: PlainDate
}

const key = 'rumours:answered'
/** The newest are kept. */
const most = 300
/** Two questions that share so much of both ask the same. */
const same = 0.8

export async function answeredClaims(store: Pick<Store, 'settings'>): Promise<readonly Answered[]> {
  const kept = await store.settings.get(key)
  return kept === null ? [] : (JSON.parse(kept) as readonly Answered[])
}

/** A newer answer to the same question takes the place of the older. */
export async function keepAnswer(store: Pick<Store, 'settings'>, answered: Answered): Promise<void> {
  const others = (await answeredClaims(store)).filter((a) => !asksSame(a.claim, answered.claim))
  await store.settings.set(key, JSON.stringify([...others, answered].slice(-most)))
}

/** Whether two questions ask the same: 手机放床头会得癌 and 手机放床头会得癌吗 do, 手机放口袋会得癌 does not. */
export function asksSame(a: string, b: string): boolean {
  const [x, y] = [bigrams(bare(a)), bigrams(bare(b))]
  return overlap(x, y) >= same && Math.min(x.size, y.size) >= same * Math.max(x.size, y.size)
}
const bare = (claim: string): string =>
  claim.replace(/^(?:听说|都说|网上说|有人说|人家说|说)+/, '').replace(/(?:吗|呢|吧|的|是不是|会不会)/g, '')
