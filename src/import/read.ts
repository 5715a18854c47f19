import type { Result } from '../core/result.js'
import type { ChatRecord, RecordError } from './said.js'
import { looksLikeCsv, readCsv, readJson } from './table-record.js'
import { readText, type TextOptions } from './text-record.js'

/** Reads a chat record in whatever form it is: told by its beginning, not by its name. Pure. */
export function readRecord(text: string, options: TextOptions): Result<ChatRecord, RecordError> {
  const start = text.trimStart().slice(0, 1)
  if (start === '{' || (start === '[' && /^\s*\[\s*(?:\{|\])/.test(text.slice(0, 200))))
    return readJson(text, options.until)
  return looksLikeCsv(text) ? readCsv(text, options.until) : readText(text, options)
}

/** What is said of a record that cannot be read. */
export function recordProblem(error: RecordError, file: string): string {
  switch (error.code) {
    case 'unknown_form':
      return `「${file}」里认不出谁在什么时候说了什么。可以是从手机复制的（姓名 2026年3月1日 10:12，下面是话）、邮件里的聊天记录，或导出的 CSV、JSON`
    case 'no_day':
      return `「${file}」里没有日期，请用 --day 写明是哪天的，如 --day 2026-03-01`
    case 'no_column':
      return `「${file}」里没有“${error.column}”这一列（现有：${error.found.join('、')}）`
    case 'bad_json':
      return `「${file}」不是完整的 JSON，请重新导出`
    case 'bad_csv':
      return `「${file}」的引号对不上，请重新导出成 CSV`
  }
}
