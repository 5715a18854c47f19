// Which of two figures an answer takes, where the shares add up to another sum than was written; pure.

/** 错了, 是打错的, 加错, 不对. */
const amiss =
  /[写记报说弄搞打算数填看抄加按][错岔混串反倒重多少漏]|[错多少漏][写记报说算数加打]|弄?错了?|不对|不准|有误/
const stands = /没错|没写错|没加错|不错|才?对|是对的|准|为准/
/** 用161, 就按161吧, 是161. */
const taken = /^(?:那|就|还是|应该|实际|其实|我?又[^\d，]{1,6}){0,3}(?:用|按|以|照|应?是|取|记|算){0,3}$/
/** 总数写错了 · 加错了: the shares hold. */
const sumWrong =
  // 我算错了
  /^我?(?:把)?(?:总数|合计|总的|加起来的?|后面的?|共)(?:的?数)?(?:我|给)?(?:写|加|算|打|记|报|抄)?错了?的?$|^我?(?:是|把)?(?:加|算|合计|总数)错了?的?$|^我?(?:总数)?(?:多|少)[加算]了(?:\d{1,3}个?)?$/
/** 分项写错了 · 漏写了一个地方 · 还有一处没写: what was written in all holds. */
const partWrong =
  /^(?:是)?(?:我)?(?:分项|各项|有一?[处项个]|有个(?:地方|点|数)|其中一?[处项个]|哪[处项])(?:的?数)?(?:我)?(?:[写加记报算填]?[错漏少]|没[写列算报])[了写报记填]{0,2}$|^我?[漏少][写报记列填]了?(?:[一两几](?:个地方|[处个项]))$|^还有(?:[一两几\d]{1,3})(?:个地方|个人|[处个项人])[^，]{0,3}没[写列算报记][^，]{0,4}$/
/** 小的那个 · 用大的. */
const bySize =
  /^(?:就|还是)?(?:用|按|以|取|要)?(?:(?<small>[较]?小|少)|(?<large>[较]?大|多))的?(?:那?个|那个数|数)?(?:为准|吧|对)?$/
const asksBack = /还是|都行|随便|[?？]|吗|糊涂|哪/

/** `summed` or `stated`, whichever the words take; null where they take neither, both or something else. */
export function figureTaken(text: string, summed: number, stated: number): 'summed' | 'stated' | null {
  if (text.length > 40 || asksBack.test(text)) return null
  const size = bySize.exec(text.replace(/[\s，,。！!～~吧]+/g, ''))?.groups
  if (size) return (size.large !== undefined) === summed > stated ? 'summed' : 'stated'
  const chosen = new Set<'summed' | 'stated'>()
  for (const clause of text.split(/[，,。；;！!～~\s]+/).filter(Boolean)) {
    const named = (
      [
        ['summed', summed],
        ['stated', stated],
      ] as const
    ).filter(([, n]) => new RegExp(`(?<!\\d)${n}(?!\\d)`).test(clause))
    const others = clause.replace(new RegExp(`(?<!\\d)(?:${summed}|${stated})(?!\\d)`, 'g'), '')
    if (named.length > 1) return null
    const [one] = named
    if (one === undefined) {
      if (sumWrong.test(clause)) {
        // 总数少算了, of a sum that was too large
        if ((summed > stated ? /多[加算]/ : /少[加算]/).test(clause)) return null
        chosen.add('summed')
      }
      if (partWrong.test(clause)) chosen.add('stated')
      continue
    }
    if (/\d/.test(others)) return null
    const [which, n] = one
    const [before, behind] = [
      clause.slice(0, clause.indexOf(String(n))),
      clause.slice(clause.indexOf(String(n))),
    ]
    const rest = behind.slice(String(n).length).replace(/^(?:人次|个?人|位|名)/, '')
    if (stands.test(rest) && !/不对/.test(rest)) chosen.add(which)
    else if (amiss.test(rest) || /不是|不对/.test(before))
      chosen.add(which === 'summed' ? 'stated' : 'summed')
    else if (taken.test(before) && /^[吧的了算呢]*$/.test(rest)) chosen.add(which)
    else return null
  }
  return chosen.size === 1 ? [...chosen][0]! : null
}
