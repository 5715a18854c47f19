// Which of two figures an answer takes, where the shares add up to another sum than was written; pure.

/** 错了, 是打错的, 加错, 不对. */
const amiss =
  /[写记报说弄搞打算数填看抄加按][错岔混串反倒重多少漏]|[错多少漏][写记报说算数加打]|弄?错了?|不对|不准|有误/
const stands = /没错|没写错|没加错|不错|才?对|是对的|准|为准/
/** 用161, 就按161吧, 是161. */
const taken = /^(?:那|就|还是|应该|实际|其实|我?又[^\d，]{1,6}){0,3}(?:用|按|以|照|应?是|取|记|算){0,3}$/
/** 总数写错了 · 加错了: the shares hold. */
const sumWrong =
  /^我?(?:把)?(?:总数|合计|总的|加起来的?|后面的?|共)(?:的?数)?(?:我|给)?(?:写|加|算|打|记|报|抄)?错了?的?$|^我?(?:是)?(?:加|合计|总数)错了?的?$/
const asksBack = /还是|都行|随便|[?？]|吗|糊涂|哪/

/** `summed` or `stated`, whichever the words take; null where they take neither, both or something else. */
export function figureTaken(text: string, summed: number, stated: number): 'summed' | 'stated' | null {
  if (text.length > 40 || asksBack.test(text)) return null
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
      if (sumWrong.test(clause)) chosen.add('summed')
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
