/** How one person speaks of another: 王秀兰, 秀兰, 王老师, 老王, 王主任; never by the family name alone. */
export function isCalled(name: string, words: string): boolean {
  const family = name.slice(0, 1)
  const given = name.slice(1)
  return (
    words === name ||
    (given.length === 2 && words === given) ||
    words === `老${family}` ||
    (titles.test(words) && [family, name, given].includes(words.replace(titles, '')))
  )
}
const titles = /(?:老师|主任|会长|秘书长?|医生|大夫|教授|工|站长|师傅|同志|大姐|大哥)$/
