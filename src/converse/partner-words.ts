// 101是和鱼峰一起搞的 · 这场是我们跟沙湾合办的: with whom a record was done, said behind it; pure. Units stand as ⟨0⟩, ⟨1⟩.
import { asNumber } from './numbers.js'

export interface PartnersTold {
  readonly no: number | null
  /** The units by their places in the text, the record's own among them or not. */
  readonly units: readonly number[]
  /** 不是和鱼峰一起搞的: they had no part in it. */
  readonly not: boolean
}

const front =
  /^(?:(?:不好意思|对了|哦对了?|补充(?:一下|一点|一句)?|补一句|还有|忘了说|忘说了|刚才忘了说|漏说了?)[，,：:\s]{0,3}){1,2}/
const ref =
  '(?:[#＃]?(?<no>\\d{3,7})号?(?:那[条场次])?|(?:刚才|上面|我报的)?[这那][条场次])?(?:讲座|义诊|活动|培训)?'
const their = '(?:老科协|分会)?'
const unit = `⟨\\d⟩${their}`
const more = `(?:[、和跟与同]${unit}){0,3}`
const did = '(?:搞|办|举办|主办|做|组织|开展|弄)'
const jointly = `(?:[两三四]家)?(?:(?:一起|一道|一块儿?|一同|联合|共同|合作|合伙|联手|携手)${did}|合办|联办|联合)的`
const denied = [
  // 不是和鱼峰一起搞的
  new RegExp(
    `^${ref}(?:并?不是|没有?)(?:我们?|咱们?)?(?:[和跟同与]|会同|联合)${unit}${more}(?:${jointly}|${did}的)$`,
  ),
  // 鱼峰没参加
  new RegExp(`^${ref}${unit}(?:没有?|并没有?)(?:参加|参与|份)$`),
]
const rows: readonly RegExp[] = [
  // 是和鱼峰一起搞的
  new RegExp(`^${ref}(?:也)?(?:是)?(?:我们?|咱们?)?(?:[和跟同与]|会同)${unit}${more}${jointly}$`),
  // 是联合鱼峰搞的
  new RegExp(`^${ref}(?:也)?(?:是)?(?:我们?|咱们?)?(?:联合|会同|协同|携手)${unit}${more}${did}的$`),
  // 是城中和鱼峰合办的
  new RegExp(`^${ref}(?:是|由)${unit}[、和跟与同]${unit}${more}${jointly}$`),
  // 鱼峰也有份 · 还有鱼峰一起
  new RegExp(`^${ref}(?:还有|也有|加上)${unit}(?:(?:的)?一?份|一起的?)$`),
  new RegExp(`^${ref}${unit}也(?:有份|有一份|参与了|一起办的?)$`),
]
const longest = 60

/** Null where the message says anything else. */
export function readPartners(text: string): PartnersTold | null {
  if (text.length > longest || !text.includes('⟨')) return null
  const said = text
    .trim()
    .replace(front, '')
    .replace(/[。！!～~\s]+$/, '')
    .replace(/[\s，,]/g, '')
  for (const row of [...denied, ...rows]) {
    const m = row.exec(said)
    if (m)
      return {
        no: asNumber(m.groups?.['no']),
        units: [...said.matchAll(/⟨(\d)⟩/g)].map((u) => Number(u[1])),
        not: denied.includes(row),
      }
  }
  return null
}
