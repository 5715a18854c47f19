import { err, ok, type Result } from '../core/result.js'

/** How the bytes of a record are read; `gb18030` covers GBK and GB2312. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const
export type Encoding = (typeof encodings)[number]

export interface Decoded {
  /** Without a byte order mark, line ends as `\n`. */
  readonly text: string
  readonly encoding: Encoding
}

/** A byte order mark decides; zero bytes mean UTF-16; then UTF-8 where it is, else GB18030. */
export function decode(bytes: Uint8Array, told?: Encoding): Result<Decoded, { readonly code: 'not_text' }> {
  const encoding = told ?? marked(bytes) ?? guessed(bytes)
  const text = new TextDecoder(encoding).decode(bytes).replace(/\r\n?/g, '\n')
  const strange = count(text, /[\ufffd\u0000]/g)
  // A cut last character is no reason to refuse a record; a picture is.
  if (strange > 3 && strange > text.length / 200) return err({ code: 'not_text' })
  return ok({ text, encoding })
}

function marked(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** Bytes looked at to tell encodings apart. */
const sampled = 64 * 1024

function guessed(bytes: Uint8Array): Encoding {
  const sample = bytes.subarray(0, sampled)
  const zeros: [even: number, odd: number] = [0, 0]
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[(i % 2) as 0 | 1]++
  })
  // Digits and line ends are everywhere in a record; in UTF-16 their high byte is zero.
  if (zeros[0] + zeros[1] > 0) return zeros[1] >= zeros[0] ? 'utf-16le' : 'utf-16be'
  const text = new TextDecoder('utf-8').decode(sample)
  // GB18030 read as UTF-8 is nearly all replacement characters.
  return count(text, /\ufffd/g) <= 2 + text.length / 200 ? 'utf-8' : 'gb18030'
}

const count = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0
