/**
 * A clause with a number that is none of the activity's. A row holds for a whole clause, without its stop; to learn of another way
 * of saying it, add a row to by-the-way-people.ts or by-the-way-things.ts: what it is named by is its test.
 */
export interface Row {
  readonly of: string
  readonly clause: RegExp
  /** Where the clause holds this, it tells of the activity. */
  readonly unless?: RegExp
  /** Where the rest of the message goes on so, what was told by the way is taken up again. */
  readonly next?: RegExp
  /** Nowhere in the message. */
  readonly never?: RegExp
  /** Its largest number. */
  readonly most?: number
  /** Only beside a headcount told in another clause; `more`: a larger one. */
  readonly beside?: 'some' | 'more'
}

export const numeral = '[0-9一二两俩仨三四五六七八九十百千万几零半]'
export const n = `(?:大概|大约|约|将近|近|快|足足|整整|总共|一共|拢共|也?就|才|只|光|好|得|至少|差不多|起码|不到|不足|超过|上){0,3}${numeral}{1,7}(?:[.点]${numeral}{1,2})?(?:多|来|余|把|好几)?`
export const heads = `${n}(?:个|名|位|号|口)?(?:人|名|位|个|号人|来?号)?`
export const few = (most: number): string => `[^,，。;；]{0,${most}}`
