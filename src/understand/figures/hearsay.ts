import { pattern } from '../text/pattern.js'
import type { Figure } from './figures.js'

const others = pattern(
  /(?:听[说闻]|听?(?:有[人的位]|人家|外[面头]|他们|群里|大[家伙]儿?)(?:说|讲|传)|都说|据[说传])(?:是|得|少说|起码|至少|差不多|大概|怕|能|今天|昨天|那天){0,2}(?:有|来了?|到了?|坐了?|超过|不止|上){0,2}$/,
)

/** 有人说来了200，我点的是148: how many others speak of, beside what was counted. */
export function withoutHearsay(text: string, fs: readonly Figure[]): readonly Figure[] {
  const heard = new Set(fs.filter((f) => f.counts === 'people' && others(text, f.start - 16, f.start)))
  const counted = fs.some((f) => f.counts === 'people' && !heard.has(f))
  return heard.size > 0 && counted ? fs.filter((f) => !heard.has(f)) : fs
}
