import type { House } from '../house.js'
import { clockText } from '../zone.js'
import type { ImportSummary } from './run.js'
import type { ChatRecord } from './said.js'

/** 101、103–105号. */
export function numbersText(nos: readonly number[]): string {
  const runs: [number, number][] = []
  for (const no of nos.toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && no === last[1] + 1) last[1] = no
    else runs.push([no, no])
  }
  return `${runs.map(([a, b]) => (a === b ? String(a) : `${a}–${b}`)).join('、')}号`
}

/** What an import says of itself on the terminal; `form`: what the file was read as. */
export function summaryText(
  s: ImportSummary,
  { unread }: ChatRecord,
  form: string,
  dry: boolean,
  house: House,
): string {
  const when = (instant: string): string => {
    const { day, minute } = house.zone.local(new Date(instant))
    return `${day} ${clockText(minute)}`
  }
  const span = s.from === null ? '' : `，${when(s.from)} 至 ${when(s.to!)}`
  const lines = unread.slice(0, 5).map((u) => `第${u.line}行${u.why}`)
  return [
    ...(dry ? ['试读，什么也没有写：'] : []),
    `读了${s.messages}条消息（${form}${span}）`,
    `新记${s.records.length}条报告${s.records.length > 0 && !dry ? `（${numbersText(s.records)}）` : ''}`,
    ...(s.corrected > 0 ? [`照记录里的更正改了${s.corrected}条`] : []),
    `待核${s.doubtful}条${s.doubtful > 0 ? '，在“待办”和“漏网”里' : ''}`,
    `早已记过${s.known}条`,
    ...(s.unclear.length > 0
      ? [`有${s.unclear.length}处更正没看明白改什么：第${s.unclear.slice(0, 10).join('、')}行`]
      : []),
    ...(s.elsewhere > 0 ? [`别的群的${s.elsewhere}条没有导入`] : []),
    ...(unread.length > 0 ? [`${unread.length}行没读出来：${lines.join('；')}`] : []),
  ].join('\n')
}
