import type { House } from '../house.js'

/** What may stand in a 群昵称 beside a name besides a unit: titles and signs. */
const beside = /老科协|老师|主任|会长|秘书长|医生|教授|联络员|分会|[\s\-—_·|｜/、，,()（）[\]【】]/g

/** Whether a 群昵称 is a person's name beside nothing but a unit or a title: 城东-王秀兰, 王秀兰老师. */
export function isCalled(nickname: string, name: string, house: House): boolean {
  if (!nickname.includes(name) || name.length < 2) return false
  let rest = nickname.replace(name, ' ').replace(beside, ' ').trim()
  const aliases = house.org.units.flatMap((u) => [u.name.replace('老科协', ''), ...u.aliases])
  for (const alias of aliases.sort((a, b) => b.length - a.length)) rest = rest.replace(alias, ' ').trim()
  return rest === ''
}
