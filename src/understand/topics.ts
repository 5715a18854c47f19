import type { Field } from './labels.js'
import { nameAt } from './people.js'
import { endsPlace } from './places.js'
import { has, isHan, type Token } from './tokens.js'

export interface TopicFind {
  readonly start: number
  readonly end: number
}

const ledBy = [
  '题为',
  '题目是',
  '题目为',
  '题目',
  '主题是',
  '主题为',
  '主讲',
  '讲授',
  '讲了',
  '讲',
  '课题',
  '讲题',
  '作了',
  '作',
  '做了',
  '做',
  '开展了',
  '开展',
  '举办了',
  '举办',
  '上了',
  '以',
  '名为',
  '听',
  '宣讲',
  '讲解',
  '关于',
  '讲解了',
  '宣讲了',
  '开讲',
  '讲座',
  '报告',
  '授课',
  '课程',
  '讲的是',
  '讲述',
  '主讲了',
  '培训',
  '进行',
  '介绍',
  '题',
  '内容是',
  '内容为',
  '内容',
  '都是',
  '的',
  '带来',
  '带来了',
  '、',
  '》',
  '和',
  '”',
  '学习',
  '讲了一堂',
  '讲了一场',
  '了',
]
const followedBy = [
  '讲座',
  '科普讲座',
  '专题讲座',
  '的讲座',
  '报告',
  '科普报告',
  '的报告',
  '专题报告',
  '的科普',
  '的专题',
  '为题',
  '为主题的讲座',
  '为主题的科普',
  '的宣讲',
  '宣讲',
  '培训',
  '的培训',
  '专题',
  '课程',
  '一课',
  '主题讲座',
  '知识讲座',
  '健康讲座',
  '公开课',
  '的课',
  '主题宣讲',
  '为题的',
  '的主题',
  '授课',
  '演讲',
  '的演讲',
  '为题作',
  '技术培训',
  '讲解',
  '等讲座',
  '等专题',
  '等科普',
  '等课程',
  '系列讲座',
  '的健康',
  '两场',
  '两堂',
  '一场',
  '三场',
  '讲',
  '为题进行',
  '系列科普',
  '公益讲座',
  '等主题讲座',
]

/** Titles of lectures and courses told as such: 题目《…》, 讲“…”, 主题：…; campaigns, songs, journals and papers are none. */
export function topics(
  text: string,
  tokens: readonly Token[],
  fields: readonly Field[],
  start: number,
  end: number,
  teaching: boolean,
): TopicFind[] {
  const out: TopicFind[] = []
  for (const f of fields)
    if (f.name === 'topic' && f.label >= start && f.label < end && f.end > f.start)
      out.push(...inField(tokens, f))
  if (!teaching) return out
  for (const t of tokens) {
    if (
      t.type !== 'title' ||
      t.start < start ||
      t.end > end ||
      out.some((o) => t.start < o.end && t.end > o.start)
    )
      continue
    if (t.aside && !t.book) continue
    const bare = { start: t.start + 1, end: t.end - 1 }
    if (!t.book && /[日周月节]$/.test(text.slice(bare.start, bare.end))) continue
    const led = ledBy.some(
      (w) =>
        text.slice(Math.max(0, t.start - w.length), t.start) === w ||
        text.slice(Math.max(0, t.start - w.length - 1), t.start) === `${w}:`,
    )
    const followed = followedBy.some((w) => text.startsWith(w, t.end))
    const song =
      ['歌', '唱', '曲', '演唱'].some((w) => text.slice(Math.max(0, t.start - 6), t.start).includes(w)) ||
      text.startsWith('等歌', t.end)
    const printedMatter =
      [
        '单行本',
        '一书',
        '丛书',
        '手册',
        '画册',
        '杂志',
        '资料',
        '读本',
        '宣传',
        '调研报告',
        '文件',
        '精神',
        '系列丛书',
        '等资料',
        '册',
        '等书',
        '报',
        '订阅号',
        '公众号',
        '网站',
        '活动',
        '行动',
        '的建议',
        '建议',
        '实施',
        '方案',
        '一文',
        '的调研',
        '为主题的',
        '为主题',
        '等手册',
        '等图书',
        '等宣传',
      ].some((w) => text.startsWith(w, t.end)) && !followed
    if (song || printedMatter) continue
    if (
      t.book
        ? ![
            '发放',
            '赠送',
            '编印',
            '学习贯彻',
            '编写',
            '出版',
            '根据',
            '撰写',
            '提交',
            '购买',
            '按照',
            '落实',
            '下发',
            '印发',
            '发送',
            '发了',
            '送',
            '撰写的',
            '制定了',
            '传达',
            '学习',
            '观看',
            '演唱',
            '《',
          ].some((w) => text.slice(Math.max(0, t.start - w.length), t.start) === w)
        : led || followed
    )
      out.push(bare)
  }
  if (out.length === 0) out.push(...spoken(text, tokens, start, end))
  if (out.length === 0) out.push(...item(text, tokens, start, end))
  return out
}

/** 讲座 蝴蝶山社区 防暑 52人: in a line of items without a verb, what is no place, name or figure is the title. */
function item(text: string, tokens: readonly Token[], start: number, end: number): TopicFind[] {
  if (tokens.some((t) => has(t, 'do') || has(t, 'call') || has(t, 'send'))) return []
  const bounds = [
    start,
    ...tokens.flatMap((t) => (t.type === 'mark' && !t.aside ? [t.start, t.end] : [])),
    end,
  ]
  const items: TopicFind[] = []
  for (let k = 0; k + 1 < bounds.length; k += 1)
    if (bounds[k + 1]! > bounds[k]!) items.push({ start: bounds[k]!, end: bounds[k + 1]! })
  const full = items.filter(
    (x) =>
      text.slice(x.start, x.end).trim().length > 0 &&
      !(x.end - x.start === 1 && ' ,、/|'.includes(text[x.start]!)),
  )
  if (full.length < 4 || full.some((x) => x.end - x.start > 16)) return []
  return full
    .slice(1)
    .filter((x) => isTitle(text, tokens, x))
    .slice(0, 1)
}

function isTitle(text: string, tokens: readonly Token[], x: TopicFind): boolean {
  if (x.end - x.start < 2 || tokens.some((t) => t.start < x.end && t.end > x.start && !has(t, 'audience')))
    return false
  for (let i = x.start; i < x.end; i++) if (!isHan(text.charCodeAt(i))) return false
  const name = nameAt(text, x.start, x.end)
  return !endsPlace(text, x.start, x.end) && !(name?.end === x.end && x.end - x.start <= 3)
}

/** A labelled title with or without marks; several in one value part at 、 only where each has marks. */
function inField(tokens: readonly Token[], f: Field): TopicFind[] {
  const marked = tokens.filter((t) => t.type === 'title' && t.start >= f.start && t.end <= f.end)
  if (marked.length) return marked.map((t) => ({ start: t.start + 1, end: t.end - 1 }))
  return [{ start: f.start, end: f.end }]
}

const objectLeads = [
  '讲的内容是',
  '讲的内容',
  '内容是',
  '讲的是那个',
  '讲的就是',
  '讲的是',
  '就是讲那个',
  '就是讲',
  '讲那个',
  '讲一下',
  '讲了讲',
  '讲解了',
  '讲解',
  '讲授',
  '讲',
]
const objectEnds = '，,。.；;:!?！？|/《“"（）()\n '
/** The object of 讲 said without marks: 讲航天, 讲的是火箭, 讲了3场消防知识, 关于…的讲座. */
function spoken(text: string, tokens: readonly Token[], start: number, end: number): TopicFind[] {
  for (let i = start; i < end; i++) {
    if (text.startsWith('关于', i)) {
      const to = [
        '的讲座',
        '的科普讲座',
        '的专题讲座',
        '的报告',
        '的科普报告',
        '的培训',
        '的宣讲',
        '的知识讲座',
        '的健康讲座',
        '的科普',
      ]
        .map((w) => text.slice(i, i + 40).indexOf(w))
        .filter((k) => k > 2)
      if (to.length) return [{ start: i + 2, end: i + Math.min(...to) }]
    }
    if (text[i] !== '讲' && !text.startsWith('就是讲', i) && !text.startsWith('内容是', i)) continue
    if (i > 0 && '主听开演宣巡来'.includes(text[i - 1]!)) continue
    const lead = objectLeads.find((w) => text.startsWith(w, i))
    if (!lead) continue
    let from = i + lead.length
    if (lead === '讲' && '座课坐师台义话究稿题者得好堂学授解坛完'.includes(text[from] ?? '座')) continue
    if (text[from] === '了') from++
    const number = tokens.find((t) => t.type === 'number' && t.start === from)
    if (number) from = number.end
    while (from < end && '的那个 一下'.includes(text[from]!)) from++
    let to = from
    while (to < end && !objectEnds.includes(text[to]!) && to - from < 20) {
      if (tokens.some((t) => (t.type === 'number' || t.type === 'date') && t.start === to)) break
      if (
        to > from &&
        [
          '人数',
          '听众',
          '学生',
          '来了',
          '受众',
          '听课',
          '的讲座',
          '共',
          '参加',
          '地点',
          '啊',
          '嗯',
          '了',
          '给',
          '在',
          '课',
          '知识课',
          '大家',
          '请',
          '讲座',
          '效果',
          '有',
          '吧',
          '呢',
        ].some((w) => text.startsWith(w, to))
      )
        break
      to++
    }
    if (['课', '知识课', '讲座', '的讲座', '课程'].some((w) => text.startsWith(w, to))) return []
    if (to - from >= 2 && !/^(了|的|个|过|完|在|给|到|一)/.test(text.slice(from, to)))
      return [{ start: from, end: to }]
  }
  return []
}
