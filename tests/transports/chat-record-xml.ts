/** One message of a merged forward, as the card writes it. */
export interface Item {
  readonly name: string
  /** Written in seconds; `time` is the clock beside it. */
  readonly at?: Date
  readonly time?: string
  /** Absent: a picture. */
  readonly text?: string
  /** A card within the card. */
  readonly inside?: readonly Item[]
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const info = (items: readonly Item[]): string =>
  `<recordinfo><title>群聊的聊天记录</title><datalist count="${items.length}">${items.map(item).join('')}</datalist></recordinfo>`

function item({ name, at, time, text, inside }: Item): string {
  const type = inside ? 17 : text === undefined ? 2 : 1
  return (
    `<dataitem datatype="${type}" dataid="d1"><sourcename>${escaped(name)}</sourcename>` +
    `<sourcetime>${time ?? '2026-11-20 16:30'}</sourcetime>` +
    (at ? `<srcMsgCreateTime>${at.getTime() / 1000}</srcMsgCreateTime>` : '') +
    (text === undefined ? '' : `<datadesc>${escaped(text)}</datadesc>`) +
    (inside ? `<recordxml>${info(inside)}</recordxml>` : '') +
    '<dataitemsource><hashusername>0</hashusername></dataitemsource></dataitem>'
  )
}

/** A merged forward as phones send it: the inner document in CDATA, or escaped. */
export function chatRecord(items: readonly Item[], how: 'cdata' | 'escaped' = 'cdata'): string {
  const inner = how === 'cdata' ? `<![CDATA[${info(items)}]]>` : escaped(info(items))
  return `<?xml version="1.0"?>
<msg>
  <appmsg appid="" sdkver="0">
    <title>群聊的聊天记录</title>
    <des>${items.map((one) => escaped(`${one.name}: ${one.text ?? '[图片]'}`)).join('\n')}</des>
    <type>19</type>
    <appattach><cdnthumbaeskey /><aeskey></aeskey></appattach>
    <recorditem>${inner}</recorditem>
  </appmsg>
  <fromusername></fromusername>
</msg>`
}
