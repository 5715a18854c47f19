import type { PlainDate } from '../core/day.js'

/** Where the fact stands: 据：国家卫生健康委《中国公民健康素养》2024. */
export interface Source {
  readonly org: string
  readonly document: string
  readonly year: number
}

/** Broad fields, one a file; what a room may choose among. */
export const groups = {
  health: '健康',
  food: '饮食',
  safety: '安全',
  weather: '气象',
  fraud: '防骗',
  farming: '农事',
  environment: '环境',
  sky: '天文',
  'home-science': '家里的科学',
  history: '科学史',
} as const
export type Group = keyof typeof groups

/** One tip. Everything the file leaves out is an empty list, null or false. */
export interface Tip {
  /** Unique, never reused: histories of years refer to it. */
  readonly id: string
  readonly theme: string
  readonly group: Group
  readonly title: string
  readonly lines: readonly string[]
  /** Null only for a member's own tip, which stands under its author's name. */
  readonly source: Source | null
  /** Months 1–12 when it is in season; empty: any time. */
  readonly months: readonly number[]
  /** Canonical name of the day or campaign it belongs to (calendar.ts); it is given on that day and on no other. */
  readonly day: string | null
  readonly regions: readonly string[]
  readonly crops: readonly string[]
  readonly audience: readonly string[]
  /** Needs a doctor's eye before anybody may claim it was reviewed. */
  readonly medical: boolean
  readonly author: string
  /** 「医卫 赵老师」, only when that person has signed this tip in chat; files say null. */
  readonly reviewer: string | null
  readonly scientist: boolean
  /** Where it was read, for faults: file and line (1-based). */
  readonly at: Place
}

export interface Place {
  readonly file: string
  readonly line: number
}

/** What is wrong in a data file, and what to write instead (a sentence for the office, in Chinese). */
export interface Fault extends Place {
  readonly text: string
}

/** A tip was given in a room. Extra ones (再来一条) count against repeats, not against the day. */
export interface Given {
  readonly day: PlainDate
  readonly tipId: string
  readonly extra?: boolean
}

/** Chinese text in characters, without line ends. */
export const bodyLength = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + Array.from(line).length, 0)

/** Puts the signatures given in chat on the tips; a tip nobody signed stays unsigned, whatever its file says. */
export const signed = (tips: readonly Tip[], signatures: ReadonlyMap<string, string>): readonly Tip[] =>
  tips.map((tip) => ({ ...tip, reviewer: signatures.get(tip.id) ?? null }))

/** How a room wants it: `short` leaves the source's document out, `largePrint` sets the lines apart. */
export interface Form {
  readonly short?: boolean
  readonly largePrint?: boolean
  /** Other names of the day (今天也是世界环境日). */
  readonly also?: readonly string[]
}

/**
 * The tip as it stands in the room: 【今日科普】title, the lines, 据：… — and 「（… 审）」 only when it was signed.
 */
export function renderTip(tip: Tip, form: Form = {}): string {
  const review = tip.reviewer ? `（${tip.reviewer}审）` : ''
  const lines = [
    `【今日科普】${tip.title}`,
    ...tip.lines,
    ...(form.also?.length ? [`今天${tip.day ? '也' : ''}是${form.also.join('、')}。`] : []),
    tip.source ? `据：${sourceWords(tip.source, form.short)}${review}` : `作者：${tip.author}${review}`,
  ]
  return lines.join(form.largePrint ? '\n\n' : '\n')
}

/** 国家卫生健康委《中国公民健康素养》2024; without the title when short. */
export const sourceWords = (s: Source, short = false): string =>
  short ? `${s.org}${s.year}` : `${s.org}《${s.document}》${s.year}`
