/** Where `word` stands at most `reach` characters behind `at`; -1 where it does not. Never looks through the whole text. */
export function near(text: string, word: string, at: number, reach: number): number {
  const found = text.slice(at, at + reach).indexOf(word)
  return found < 0 ? -1 : at + found
}
