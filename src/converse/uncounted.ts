import { nobodyCounted } from '../understand/said.js'

/** Whether a report says itself that nobody counted who came; then it is not asked: …讲了一课，人来人往的没点数. */
export const uncounted = (text: string): boolean =>
  text
    .slice(0, 600)
    .split(/[\s，,。；;！!、()（）]+/)
    .some((clause) => clause.length <= 16 && nobodyCounted(clause))
