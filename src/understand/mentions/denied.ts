import { isHan } from '../text/chars.js'

/** 不跳广场舞, 没讲课: a kind's word behind a denial names nothing that was held. */
export function denied(text: string, start: number, from: number): boolean {
  for (let i = start - 1; i >= Math.max(from, start - 2); i--) {
    const c = text[i]!
    if (c === '非' && i === start - 1) return true
    if (
      c === '不' ||
      c === '没' ||
      c === '未' ||
      (c === '别' && !'个特分区级类性告'.includes(text[i - 1] ?? ' '))
    )
      return !'过久但仅断单定光只一'.includes(text[i + 1] ?? '')
    if (!isHan(text.charCodeAt(i)) || !'跳去办搞做讲开上听参是有再算归计'.includes(c)) return false
  }
  return false
}
