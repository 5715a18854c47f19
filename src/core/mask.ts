import { maskNames } from './mask-names.js'

/**
 * Masks personal data before anything is stored. Every mask keeps the length, so spans into the text stay right:
 * 13812345678 → 138****5678; card and identity numbers keep four digits at each end; 患者张三 → 患者张*.
 */
export interface Masked {
  readonly text: string
  /** Something was hidden: the sender is told once that it was not kept. */
  readonly hidden: boolean
}

const isDigit = (c: number): boolean => c >= 48 && c <= 57
const isWide = (c: number): boolean => c >= 0xff10 && c <= 0xff19

/** `known`: names that are no third person's, of members and speakers. */
export function mask(text: string, known?: ReadonlySet<string>): Masked {
  const units = maskNames(maskNumbers(text), known)
  return { text: units, hidden: units !== text }
}

/** Digit runs that are a mobile (11), an identity card (15, 17+X, 18) or a bank card (16–19), full width too. */
function maskNumbers(text: string): string {
  let out = ''
  let from = 0
  for (let i = 0; i < text.length;) {
    const code = text.charCodeAt(i)
    if (!isDigit(code) && !isWide(code)) {
      i++
      continue
    }
    let end = i
    let digits = ''
    const at: number[] = []
    while (end < text.length && digits.length < 40) {
      const c = text.charCodeAt(end)
      if (isDigit(c) || isWide(c)) {
        digits += String.fromCharCode(isWide(c) ? c - 0xff10 + 48 : c)
        at.push(end++)
      } else if (
        (text[end] === '-' || text[end] === ' ') &&
        digits.length >= 3 &&
        isDigit(text.charCodeAt(end + 1))
      )
        end++
      else break
    }
    if (/^[Xx]$/.test(text[end] ?? '') && digits.length === 17) at.push(end++)
    const keep = kept(digits, at.length)
    if (keep) {
      const hide = new Set(at.slice(keep[0], at.length - keep[1]))
      out += text.slice(from, i)
      for (let k = i; k < end; k++) out += hide.has(k) ? '*' : text[k]
      from = end
    }
    i = end
  }
  return from === 0 ? text : out + text.slice(from)
}

/** How many digits stay readable at the two ends; null: no personal number. */
function kept(digits: string, length: number): readonly [number, number] | null {
  if (digits.length === 11 && digits.startsWith('1') && digits.charAt(1) >= '3') return [3, 4]
  if (length === 18 || digits.length === 15) return [4, 4]
  if (digits.length >= 16 && digits.length <= 19) return [4, 4]
  if (/^0\d{9,11}$/.test(digits)) return [4, 2]
  return null
}
