import type { Store } from '../store.js'
import { groups, type Form, type Group, type Tip } from './tip.js'

/** How a room wants its tips, as said in chat; kept beside the room. */
export interface Habit extends Pick<Form, 'short' | 'largePrint'> {
  /** Themes or groups it asked for; empty: all. */
  readonly themes: readonly string[]
}

const key = (room: string): string => `tips:habit:${room}`

export async function habitOf(store: Pick<Store, 'settings'>, room: string): Promise<Habit> {
  const kept = await store.settings.get(key(room))
  return { themes: [], ...(kept === null ? {} : (JSON.parse(kept) as Partial<Habit>)) }
}

export const setHabit = (store: Pick<Store, 'settings'>, room: string, habit: Habit): Promise<void> =>
  store.settings.set(key(room), JSON.stringify(habit))

/** Everyday words for what a room may choose; the groups and themes of the library go by their own names too. */
const everyday: Readonly<Record<string, string>> = {
  养生: 'health',
  保健: 'health',
  医药: 'health',
  吃喝: 'food',
  营养: 'food',
  防灾: 'safety',
  天气: 'weather',
  反诈: 'fraud',
  诈骗: 'fraud',
  手机: 'fraud',
  农业: 'farming',
  种养: 'farming',
  种地: 'farming',
  环保: 'environment',
  星空: 'sky',
  科学家: 'history',
  历史: 'history',
  防火: '用火用电',
  消防: '用火用电',
  着火: '用火用电',
  煤气: '燃气与一氧化碳',
  高血压: '血压心脑',
  中风: '血压心脑',
  睡觉: '睡眠与心情',
  失眠: '睡眠与心情',
  吃药: '安全用药',
  打针: '疫苗与传染病',
  锻炼: '运动',
  交通: '出行安全',
  台风: '雷电暴雨台风',
  摔跤: '防跌倒',
}

/** The groups and themes named in some words, in their order: 健康和农事 → health, farming. */
export function themesIn(words: string, tips: readonly Tip[]): readonly string[] {
  const names = new Map<string, string>([
    ...Object.entries(everyday),
    ...Object.entries(groups).map(([id, name]) => [name, id] as const),
    ...tips.map((t) => [t.theme, t.theme] as const),
  ])
  const found = [...names].filter(([name]) => words.includes(name))
  const longest = found.filter(([name]) => !found.some(([other]) => other !== name && other.includes(name)))
  return [
    ...new Set(longest.toSorted((a, b) => words.indexOf(a[0]) - words.indexOf(b[0])).map(([, id]) => id)),
  ]
}

/** A chosen group or theme as people call it. */
export const themeWord = (id: string): string => (Object.hasOwn(groups, id) ? groups[id as Group] : id)
