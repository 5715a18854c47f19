// What was handed out, told behind the receipt: 还发了150份宣传单 · 对了，资料发了两百份; pure.

export interface HandedOut {
  /** The record, where its number is said. */
  readonly no: number | null
  /** The figure with its unit: 150份. */
  readonly said: string
}

const figure = '(?:约|大约|大概|近)?(?:\\d{1,6}|[一二两三四五六七八九十百千万零]{1,9})[多来余几]?[份册本张]'
const paper =
  '(?:(?:科普|宣传|健康|技术|防[\\u4e00-\\u9fff]{1,2}的?)(?:材料|书|单子)|(?:科普|宣传|健康|技术|防[\\u4e00-\\u9fff]{1,2}的?)?(?:资料|宣传[单页册品]|传单|单页|小?册子|手册|折页|读本|挂图|明白纸))'
const opening =
  '^(?:(?:对了|[噢哦]|另外|补充(?:一下|一句)?|补一下|(?:刚才)?忘[了记]说?了?|还有|顺便说?|漏说?了?(?:一句)?)[，,：:、\\s]{0,2}){0,2}(?:#?(?<no>\\d{3,7})号[，,：:]?)?(?:我们?|咱们?|现场|当场|当时|那天|会上|一共|总共|共|还|又|也|另外|给(?:老人们?|群众|居民|学生|听众|老乡)){0,4}'
const gave = '(?:发放|发出|散发|派发|印发|赠送|分发|发|送|赠)(?:了|出去了?)?'
const end = '(?:左右)?[呢吧啊了哈的]{0,2}[。！!～~]{0,2}$'
const forms = [
  // 还发了150份资料
  new RegExp(`${opening}${gave}(?<said>${figure})的?${paper}${end}`),
  // 发资料150份
  new RegExp(`${opening}${gave}了?${paper}(?:一共|总共|共)?(?<said>${figure})${end}`),
  // 资料发了150份
  new RegExp(`${opening}${paper}(?:一共|总共|共|也|还)?${gave}(?:一共|总共|共)?(?<said>${figure})${end}`),
]
const longest = 40

/** Null where anything else is said. */
export function handedOut(typed: string): HandedOut | null {
  const text = typed.trim()
  if (text.length > longest) return null
  for (const form of forms) {
    const m = form.exec(text)?.groups
    if (m) return { no: m['no'] === undefined ? null : Number(m['no']), said: m['said']! }
  }
  return null
}
