/** Items a list of them has at least, and characters of the longest stretch that is looked at. */
const least = 4
const longest = 120

const day =
  /^(?:(?:[0-9]{2,4}年)?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号]|[今昨前][天日晚]|[本上这]?周[一二三四五六日])(?:上午|下午|晚上)?$/
const number =
  /^(?:(?:来了?|到了?|听众|人数|参加|共)[:：]?)?(?:[0-9]{1,5}|[一二两三四五六七八九十百千]{1,7})[多余来]?(?:人次?|名|位|个人?)$/

/**
 * 11月12日、望江、给老人讲防骗、42人、社区: the mark between words of a list, written for commas by those who fill in a form. A stretch
 * of such items of which one is a day and one those who came. The length never changes.
 */
export function pausesAsCommas(text: string): string {
  if (!/、[^、]+、[^、]+、/.test(text)) return text
  return text
    .split(/(?<=[\n。;:；：!？?])/)
    .map((part) => (isList(part) ? part.replaceAll('、', ',') : part))
    .join('')
}

function isList(part: string): boolean {
  if (part.length > longest || /[,，]/.test(part)) return false
  const items = part.replace(/[\n。;:；：!？?]$/, '').split('、')
  return items.length >= least && items.some((x) => day.test(x)) && items.some((x) => number.test(x))
}
