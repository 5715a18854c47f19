import type { Measure } from '../../core/measure.js'
import type { Figure } from '../figures/figures.js'
import type { Draft } from '../structure/draft.js'
import type { Scan } from '../scan.js'

const outlet =
  /^[,，、;；。:：()\n ]{0,3}[^,，、;；。:：()0-9]{0,8}(?:国家级|[省市区县镇校]级|[省市区县镇]里|刊|[省市区县州党国日晚早周时学校农]报|网|网站|公众号|微信|电台|电视台|广播|杂志|客户端|头条|平台|融媒体?|学习强国)(?:投稿?|发|送|寄|报|写|供稿)?了?(?:共|一共)?$/
const used = /用|登|采|录|刊[发登]/
const allUsed = /^[,，(]?(?:已|都|均)?(?:全部?|都|悉数)(?:都|被)?(?:采用|录用|刊用|刊登|用|登|采)了?/

/** 公众号12篇，用10篇: what they took of them stands behind. */
const ofIt = /^[,，(]?(?:被|已|全|都|均){0,2}(?:用|采|登|刊|录)/

/** 省刊3篇（用1）、市报8篇（用5）、公众号11篇（全用）: sent to several places, with what each of them took; null where it is not told so. */
export function byOutlets(
  s: Scan,
  d: Draft,
): { readonly count: Measure; readonly adopted: Measure | null } | null {
  const fs = d.figures.filter((f) => f.counts === 'documents' || f.counts === 'adopted')
  if (fs.length < 2) return null
  const items: { readonly sent: Figure; taken: number; readonly took: Figure[] }[] = []
  let end = -1
  for (const f of fs) {
    const lead = s.text.slice(end < 0 ? Math.max(0, f.start - 12) : Math.max(end, f.start - 14), f.start)
    const words = end < 0 ? lead.slice(Math.max(lead.lastIndexOf(':'), lead.lastIndexOf(',')) + 1) : lead
    const last = items.at(-1)
    if (
      outlet.test(words.replace(/^\)/, '')) &&
      !used.test(words) &&
      (f.counts === 'documents' || ofIt.test(s.text.slice(f.end, f.end + 6)))
    )
      items.push({ sent: f, taken: 0, took: [] })
    else if (last && (f.counts === 'adopted' || used.test(words))) {
      last.taken += f.measure.value
      last.took.push(f)
    } else return null
    end = f.end
  }
  if (items.length < 2) return null
  for (const x of items)
    if (x.took.length === 0 && allUsed.test(s.text.slice(x.sent.end, x.sent.end + 8)))
      x.taken = x.sent.measure.value
  const sum = (of: (x: (typeof items)[number]) => number): number => items.reduce((n, x) => n + of(x), 0)
  const first = items[0]!.sent.measure
  const taken = sum((x) => x.taken)
  const word = items.flatMap((x) => x.took)[0]?.measure ?? first
  return {
    count: { ...first, value: sum((x) => x.sent.measure.value) },
    adopted: taken > 0 ? { ...word, value: taken } : null,
  }
}
