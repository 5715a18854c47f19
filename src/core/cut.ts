/** Nearest place at or before `at` that is not inside a run of digits, hidden ones among them. */
export function cutBefore(text: string, at: number): number {
  let cut = at
  while (cut > 0 && cut < text.length && inNumber(text, cut)) cut--
  return cut
}

/** The same at or behind `at`. */
export function cutBehind(text: string, at: number): number {
  let cut = at
  while (cut > 0 && cut < text.length && inNumber(text, cut)) cut++
  return cut
}

const inNumber = (text: string, at: number): boolean =>
  /[\d*０-９]/.test(text[at - 1]!) && /[\d*０-９Xx]/.test(text[at]!)

/** At most so many characters of a text, no number cut in two. */
export const beginning = (text: string, most: number): string => text.slice(0, cutBefore(text, most))
