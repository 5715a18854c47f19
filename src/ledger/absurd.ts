import { kindsIn } from '../understand/index.js'
import { scanNumbers } from '../understand/numbers/numbers.js'
import { normalize } from '../understand/text/normalize.js'

/** No single event reaches more; a larger figure is a slip or a joke. */
export const absurdAttendance = 10_000_000

const who = /^(?:多|来|余|几)?(?:个|名|位|号)?(?:人|听众|学员|学生|观众|老师)/
const negative =
  /(?<![\d.\-－—~～至到月号日])(?:[-－−]|负)(?:\d{1,6}|[一二两三四五六七八九十百千]{1,5})(?:个|名|位|号)?人/
const longest = 120

/** Joke numbers: 来了一亿人, 来了-5人 beside a word for an activity. A figure like that is nobody's report. */
export function saysAbsurd(text: string): boolean {
  if (text.length > longest || kindsIn(text).length === 0) return false
  if (negative.test(text)) return true
  const n = normalize(text)
  return scanNumbers(n).some(
    (f) =>
      (f.value > absurdAttendance || f.value === 0) && f.role === 'quantity' && who.test(n.text.slice(f.end)),
  )
}
