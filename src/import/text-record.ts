import type { PlainDate } from '../core/day.js'
import { err, ok, type Result } from '../core/result.js'
import { datePattern, readDay, readMoment, readTime, timePattern, type Moment } from './moment.js'
import { senderOf, type ChatRecord, type RecordError, type Said } from './said.js'

export interface TextOptions {
  /** Days without a year are the latest not after this one; records without days are of this one. */
  readonly until: PlainDate
  /** `until` was told by a person, so that a record without any day may be read. */
  readonly dayTold: boolean
  /** Who is known by name: 「王秀兰：…」 is taken for a speaker only of these. */
  readonly names: ReadonlySet<string>
}

/** What a line says about who speaks from here on. `text`: words on the same line. */
interface Header {
  readonly sender: string
  readonly at: Moment
  readonly text: string
  /**
   * How the moment is written: the headers of one copy are written alike, a time within somebody's words is not. Where
   * several copies were put into one file, another way counts behind an empty line, of somebody who is known.
   */
  readonly shape: string
}
interface Style {
  readonly form: string
  /** Reads a header; `day` is that of the last date heading. */
  read(line: string, day: PlainDate | null, options: TextOptions): Header | null
  /** Days stand on lines of their own. */
  readonly headings?: true
  /** No times at all: a day must be told. */
  readonly timeless?: true
}

/** Headers are short; whatever is longer is what somebody said. */
const longestHeader = 140
const gap = '[ \\t\\u3000\\u00a0]{1,9}'
const nameThenMoment = new RegExp(`^(.{1,60}?)${gap}(${datePattern}[ \\tT\\u3000]{0,6}${timePattern})$`)
const momentThenName = new RegExp(
  `^(${datePattern}[ \\tT\\u3000]{0,6}${timePattern})${gap}([^:：]{1,90})[:：]?$`,
)
const momentNameText = new RegExp(
  `^[[【]?(${datePattern}[ \\tT\\u3000]{0,6}${timePattern})[\\]】]?${gap}?([^:：\\]】]{1,60})[:：][ \\t]?`,
)
const nameThenTime = new RegExp(`^(.{1,60}?)${gap}(${timePattern})$`)
const heading = new RegExp(
  `^[—–\\-=─━_*\\s]{0,40}(${datePattern})(?:\\s{0,4}(?:星期|周)[一二三四五六日天])?[—–\\-=─━_*\\s]{0,40}$`,
)
const nameAlone = /^([^\s:：，。！？,.!?][^:：，。！？,.!?]{0,19})[:：]$/
const nameAndText = /^([^\s:：][^:：]{0,19})[:：]/

/** How people's records look; the one most lines of the file fit is taken. */
const styles: readonly Style[] = [
  {
    form: '姓名 日期 时间',
    read(line, _, { until }) {
      const m = nameThenMoment.exec(line)
      const at = m && readMoment(m[2]!, until)
      return at ? { sender: m[1]!, at, text: '', shape: shapeOf(m[2]!) } : null
    },
  },
  {
    form: '日期 时间 姓名',
    read(line, _, { until }) {
      const m = momentThenName.exec(line)
      const at = m && readMoment(m[1]!, until)
      return at ? { sender: m[2]!, at, text: '', shape: shapeOf(m[1]!) } : null
    },
  },
  {
    form: '日期 时间 姓名：话',
    read(line, _, { until }) {
      const m = momentNameText.exec(line.slice(0, longestHeader))
      const at = m && readMoment(m[1]!, until)
      const text = m ? line.slice(m[0].length).trim() : ''
      return at && text !== '' ? { sender: m[2]!, at, text, shape: shapeOf(m[1]!) } : null
    },
  },
  {
    form: '日期一行，姓名 时间',
    headings: true,
    read(line, day) {
      const m = day === null ? null : nameThenTime.exec(line)
      const second = m ? readTime(m[2]!) : null
      return m && second !== null
        ? { sender: m[1]!, at: { day: day!, second }, text: '', shape: shapeOf(m[2]!) }
        : null
    },
  },
  {
    form: '姓名：话',
    headings: true,
    timeless: true,
    read(line, day, { until, names }) {
      const at = { day: day ?? until, second: 12 * 3600 }
      const alone = nameAlone.exec(line)
      if (alone && (names.has(alone[1]!) || !label.test(alone[1]!)))
        return { sender: alone[1]!, at, text: '', shape: '' }
      const spoken = nameAndText.exec(line.slice(0, longestHeader))
      const text = spoken ? line.slice(spoken[0].length).trim() : ''
      return spoken && text !== '' && names.has(spoken[1]!.trim())
        ? { sender: spoken[1]!, at, text, shape: '' }
        : null
    },
  },
]

/** 「时间：」 on a line of its own is part of a form somebody filled in, not a speaker. */
const label =
  /时间|日期|地点|主题|题目|内容|人数|人次|对象|单位|讲师|主讲|听众|备注|活动|讲座|培训|义诊|咨询|报告|如下|附|说明|通知|接龙/

/** Lines WeChat writes itself between messages. */
const notice =
  /^(?:[“"].{1,60}[”"](?:邀请|加入|通过|撤回|修改|将|移出)|.{1,40}撤回了一条消息$|你(?:邀请|撤回|已添加)|以上是打招呼的内容|微信聊天记录$|群聊的聊天记录)/

/** A time that stands by chance at the end of somebody's words must not outweigh the speakers of a timeless record. */
const timedWeight = 4

/** Reads a record that is text: copied from a phone or computer, or the one WeChat sends by e-mail. */
export function readText(text: string, options: TextOptions): Result<ChatRecord, RecordError> {
  const lines = text.split('\n')
  const ranked = styles
    .flatMap((style) => {
      const [most] = [...shapes(lines, style, options)].sort((a, b) => b[1] - a[1])
      return most ? [{ style, shape: most[0], score: most[1] * (style.timeless ? 1 : timedWeight) }] : []
    })
    .sort((a, b) => b.score - a.score)
  const [best] = ranked
  if (!best) return err({ code: 'unknown_form' })
  const { style, shape } = best
  const dated = (): boolean => lines.some((line) => headingOf(line, style, options) !== null)
  if (style.timeless && !options.dayTold && !dated()) return err({ code: 'no_day' })
  return ok({ form: style.form, ...messages(lines, style, shape, options) })
}

/** How often each way of writing a header's moment occurs. */
function shapes(lines: readonly string[], style: Style, options: TextOptions): Map<string, number> {
  const found = new Map<string, number>()
  let day: PlainDate | null = null
  for (const line of lines) {
    day = headingOf(line, style, options) ?? day
    const header = headerOf(line, style, day, options)
    if (header) found.set(header.shape, (found.get(header.shape) ?? 0) + 1)
  }
  return found
}

/** 2026年3月1日 下午3:05 → 9年9月9日 w9:9. */
const shapeOf = (moment: string): string =>
  moment
    .replace(/\d+/g, '9')
    .replace(/凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|[ap]m/gi, 'w')
    .replace(/\s+/g, ' ')

function messages(
  lines: readonly string[],
  style: Style,
  shape: string,
  options: TextOptions,
): Pick<ChatRecord, 'said' | 'unread'> {
  const said: Said[] = []
  const unread: { line: number; why: string }[] = []
  const ways = new Set([shape])
  const known = new Set([...options.names, ...speakers(lines, style, shape, options)])
  let day: PlainDate | null = null
  let open: { readonly header: Header; readonly line: number; readonly words: string[] } | null = null
  const close = (): void => {
    const text = open?.words.join('\n').trim() ?? ''
    if (open && text !== '')
      said.push({ ...senderOf(open.header.sender), at: open.header.at, text, line: open.line, room: null })
    open = null
  }
  for (const [i, line] of lines.entries()) {
    const found = headingOf(line, style, options)
    const header = found === null ? headerOf(line, style, day, options) : null
    if (found !== null) {
      close()
      day = found
    } else if (header && (ways.has(header.shape) || (known.has(header.sender) && opens(lines, i)))) {
      ways.add(header.shape)
      close()
      open = { header, line: i + 1, words: header.text === '' ? [] : [header.text] }
    } else if (notice.test(line.slice(0, longestHeader))) continue
    else if (open) open.words.push(line)
    else if (/\p{L}/u.test(line)) unread.push({ line: i + 1, why: '前面没有姓名和时间' })
  }
  close()
  return { said, unread }
}

/** Whether a line begins the file or follows an empty one. */
const opens = (lines: readonly string[], i: number): boolean => (lines[i - 1] ?? '').trim() === ''

/** Who speaks in the way most headers are written. */
function speakers(lines: readonly string[], style: Style, shape: string, options: TextOptions): string[] {
  if (style.timeless || style.headings) return []
  return lines.flatMap((line) => {
    const header = headerOf(line, style, null, options)
    return header?.shape === shape ? [header.sender] : []
  })
}

function headerOf(raw: string, style: Style, day: PlainDate | null, options: TextOptions): Header | null {
  // In the form with words on the header's line these may be long.
  const line = raw.trim()
  const whole = line.length <= longestHeader || style.form.endsWith('话')
  const header = whole ? style.read(line, day, options) : null
  return header && senderOf(header.sender).sender !== '' ? header : null
}

function headingOf(raw: string, style: Style, { until }: TextOptions): PlainDate | null {
  const line = raw.trim()
  const m = style.headings && line.length <= longestHeader ? heading.exec(line) : null
  return m ? readDay(m[1]!, until) : null
}
