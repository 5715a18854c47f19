/** Parts of the day that are called alike; the rules know the second. Both of one length, so that offsets stay. */
const alike: readonly (readonly [said: string, meant: string])[] = [
  ['午后', '下午'],
  ['后晌', '下午'],
  ['头晌', '上午'],
  ['前晌', '上午'],
  ['早上', '上午'],
  ['早晨', '上午'],
  ['清早', '上午'],
]
const meant = new Map(alike)
const any = new RegExp(alike.map(([said]) => said).join('|'), 'g')

/** A point for a full stop: 来了60人.明天再去. */
const point = /(?<=[一-龥)》”」])\.(?![.。])/g

/** The message as the rules know it: 午后给社区讲防火.来了60人 → 下午给社区讲防火。来了60人. Its length never changes. */
export const saidAlike = (text: string): string =>
  text.replace(any, (said) => meant.get(said)!).replace(point, '。')
