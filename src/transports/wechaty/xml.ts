/**
 * The little of XML that WeChat's cards are made of, read in one pass: elements, texts, CDATA. What is too long, too
 * deep, not closed, or declares a document type (and so entities of its own) is not read at all.
 */

export interface XmlNode {
  readonly name: string
  /** As written between the angle brackets, the name left out. */
  readonly attributes: string
  /** All its own text, entities resolved. */
  readonly text: string
  readonly children: readonly XmlNode[]
}

/** A merged forward of a hundred messages with pictures is some 200,000 signs long. */
const longest = 1 << 20
const deepest = 40
const mostNodes = 20_000

interface Open extends XmlNode {
  text: string
  readonly children: XmlNode[]
}

/** The document as a nameless node around its root; null where it cannot be read. Never throws. */
export function readXml(xml: string): XmlNode | null {
  if (xml.length > longest) return null
  const document: Open = { name: '', attributes: '', text: '', children: [] }
  const open = [document]
  let nodes = 0
  let at = 0
  while (at < xml.length) {
    const inside = open[open.length - 1]!
    const tag = xml.indexOf('<', at)
    inside.text += resolved(xml.slice(at, tag < 0 ? xml.length : tag))
    if (tag < 0) break
    const closed = ([start, stop]: readonly [string, string]): number =>
      xml.startsWith(start, tag) ? xml.indexOf(stop, tag + start.length) : 0
    const cdata = closed(['<![CDATA[', ']]>'])
    const skipped = closed(['<?', '?>']) || closed(['<!--', '-->'])
    if (cdata < 0 || skipped < 0) return null
    if (cdata > 0) {
      inside.text += xml.slice(tag + 9, cdata)
      at = cdata + 3
    } else if (skipped > 0) at = xml.indexOf('>', skipped) + 1
    else {
      const end = endOfTag(xml, tag)
      if (end < 0 || xml.startsWith('<!', tag)) return null
      at = end + 1
      if (xml.startsWith('</', tag)) {
        if (open.length < 2 || xml.slice(tag + 2, end).trim() !== inside.name) return null
        open.pop()
        continue
      }
      const empty = xml.charAt(end - 1) === '/'
      const words = xml.slice(tag + 1, empty ? end - 1 : end)
      const blank = words.search(/\s/)
      const name = blank < 0 ? words : words.slice(0, blank)
      if (name === '' || ++nodes > mostNodes) return null
      const node: Open = { name, attributes: words.slice(name.length), text: '', children: [] }
      inside.children.push(node)
      if (!empty && open.push(node) > deepest) return null
    }
  }
  return open.length === 1 ? document : null
}

/** Where a tag ends; a `>` between quotes does not end it. -1: nowhere. */
function endOfTag(xml: string, from: number): number {
  let quote = ''
  for (let at = from + 1; at < xml.length; at++) {
    const sign = xml.charAt(at)
    if (quote !== '') {
      if (sign === quote) quote = ''
    } else if (sign === '>') return at
    else if (sign === '"' || sign === "'") quote = sign
  }
  return -1
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Entities of XML and signs by number; anything else stays as it is. */
const resolved = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
        (all: string, name?: string, dec?: string, hex?: string) => {
          if (name) return named[name.toLowerCase()] ?? all
          const point = dec ? Number(dec) : Number.parseInt(hex ?? '', 16)
          return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
        },
      )
    : text

/** The first child of that name. */
export const child = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((one) => one.name === name)

/** The text of the first child of that name, '' where there is none. */
export const textOf = (node: XmlNode | undefined, name: string): string =>
  child(node, name)?.text.trim() ?? ''
