// Pieces of newspapers and of other people's accounts that are passed into a room; pure.
import type { House } from '../house.js'
import { unitsIn } from '../understand/index.js'

/** A text longer than this is an article where it says so, or names none of our branches. */
export const articleLength = 600
/** Characters of an article that are looked through for our branches. */
export const articleRead = 5000
/** Where the source of an article stands. */
const opening = 80
const closing = 100

const media =
  '(?:日|晚|周|早|晨|时|商|都市|文化|科技|农民|老年)报|电视台|广播|新闻|融媒|公众号|周刊|杂志|客户端|发布'
/** The first that fits the beginning or the end. */
const marks: readonly (readonly [where: 'opening' | 'closing', mark: RegExp])[] = [
  // （转） · 【转载】 · [转发]
  ['opening', /[（(【[〔]\s{0,2}转(?:载|发|帖|贴|自[^）)】\]〕]{1,20})?\s{0,2}[）)】\]〕]/],
  ['opening', /^\s{0,3}(?:转载|转自|摘自|选自|原载|来源|文章来源|转(?=[：:]))/],
  ['opening', /本[报刊网台](?:讯|消息|通讯员|记者|特约)|新华社|中新网/],
  // （记者 张三） · （通讯员李四）
  [
    'opening',
    /[（(【[〔]\s{0,2}(?:本[报刊网台]|特约|见习|实习)?(?:记者|通讯员|撰稿人?)[^）)】\]〕]{0,30}[）)】\]〕]/,
  ],
  [
    'opening',
    /(?:^|\n)\s{0,4}(?:(?:本[报刊网台]|特约)?(?:记者|通讯员)[：:\s]|(?:作者|来源|编辑|日期|发布时间)[：:])/,
  ],
  ['opening', new RegExp(`(?:${media})[^，,。\\n]{0,8}(?:讯|消息|报道|记者|[（(]记者)`)],
  ['closing', /(?:转载|转|摘|选|来)自[：:]?[^，,。]{2,30}[）)。】]{0,2}\s{0,3}$/],
  ['closing', /(?:文章|稿件|资料|内容)?(?:来源|原载|出处|原文)[：:]?[^，,。]{2,30}[）)。】]{0,2}\s{0,3}$/],
  ['closing', /[（(【[]转载?[）)】\]]\s{0,3}$|责任编辑|责编[：: ]/],
  [
    'closing',
    /[（(【[〔]?\s{0,2}(?:本[报刊网台]|特约|见习|实习)?(?:记者|通讯员|撰稿人?|编辑)[：:\s]{0,2}[^，,。；;\n]{1,20}[）)】\]〕]?\s{0,3}$/,
  ],
]
const row = /^\s{0,3}(?:\d{1,2}[.、．)）]|[一二三四五六七八九十]{1,3}、|[①-⑳]|[-•·*])/
const manyRows = 3

/** Whether a long text says that it was taken from elsewhere; a list of reports passed on is none. */
export function isArticle(text: string): boolean {
  if (text.length <= articleLength) return false
  if (text.split('\n').filter((line) => row.test(line)).length >= manyRows) return false
  const parts = { opening: text.slice(0, opening), closing: text.slice(-closing) }
  return marks.some(([where, mark]) => mark.test(parts[where]))
}

/** What an article says of us: from a little before our branch on, with the figure rather than the headline. */
export function aboutUs(text: string, { units }: House): string {
  const named = unitsIn(text.slice(0, articleRead), units).map(({ span }) => span)
  const [at] = named.find(([start, end]) => /\d/.test(text.slice(start, end + 60))) ?? named[0] ?? [0]
  const before = text.slice(0, Math.max(0, at - 8))
  const from = Math.max(...['，', '。', '；', '！', '？', '\n'].map((c) => before.lastIndexOf(c))) + 1
  return `${from > 0 ? '…' : ''}${text.slice(Math.max(from, at - 20))}`
}
