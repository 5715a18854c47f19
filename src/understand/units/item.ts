/** 港航 11.7 助企: the first word of a line, set apart from what follows. */
export function opensLine(text: string, at: number, end: number): boolean {
  let i = at
  while (i > 0 && ' -(【'.includes(text[i - 1]!) && at - i < 6) i--
  if (i === 0 || text[i - 1] === '\n') return ' :】)'.includes(text[end] ?? '-')
  // 分会：农业
  if (text[i - 1] === ':' && /(单位|分会|部门|组织)$/.test(text.slice(Math.max(0, i - 3), i - 1))) return true
  // 义诊 95人次 医药: it signs the line
  return i < at && '\n)'.includes(text[end] ?? '\n') && /[0-9人次名位个份册本场期]/.test(text[i - 1]!)
}
