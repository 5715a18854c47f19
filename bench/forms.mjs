// The same telling typed in another form; none of it changes what is counted. A row: its name and what it makes of a
// message, null where it does not apply. Where the words in it do not occur, nothing changes and the message is left out.
const words = '零一二三四五六七八九'

/** 35 → 三十五, 107 → 一百零七, up to 9999. */
export function spoken(n) {
  if (n > 9 && n < 20) return `十${n % 10 ? words[n % 10] : ''}`
  let out = ''
  let gap = false
  for (const [unit, word] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ]) {
    const digit = Math.floor(n / unit) % 10
    if (digit === 0) gap = out !== ''
    else {
      out += (gap ? '零' : '') + words[digit] + word
      gap = false
    }
  }
  return out || words[0]
}

const counted =
  /(?<![\d,，.．\-~～至到/])([1-9]\d{0,3})(?=(?:余|多)?(?:人次|人|名|位|场次|场|期|份|张|本|户|篇|条|件|个))/g
const oneLine = (change) => (t) => (t.includes('\n') ? null : change(t))
const people = (unit) => (t) => t.replace(/(\d)人(?!次|[一-龥])/g, `$1${unit}`)
const said = (from, to) => (t) => t.replaceAll(from, to)

export const forms = [
  ['spaces for commas', oneLine((t) => (t.includes(' ') ? null : t.replace(/，/g, ' ')))],
  ['each clause on its own line', oneLine((t) => t.replace(/[，。；](?=.)/g, '\n'))],
  ['full stops for commas', oneLine((t) => t.replace(/，/g, '。'))],
  ['commas for full stops', (t) => t.replace(/。(?=[^\n])/g, '，')],
  [
    'western marks',
    (t) =>
      t.replace(
        /[，。：；（）]/g,
        (c) => ({ '，': ',', '。': '.', '：': ':', '；': ';', '（': '(' })[c] ?? ')',
      ),
  ],
  ['spaces behind commas', (t) => t.replace(/，/g, '，  ')],
  ['no mark at the end', (t) => t.replace(/[。！!]\s*$/, '')],
  ['figures in words', (t) => t.replace(counted, (n) => spoken(Number(n)))],
  ['wide figures', (t) => t.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))],
  ['号 for 日', (t) => t.replace(/(\d)日/g, '$1号')],
  [
    'a point for 月 and 日',
    (t) => t.replace(/(?<![\d年])(\d{1,2})月(\d{1,2})[日号](?![至到\-~—、和（(\d])/g, '$1.$2'),
  ],
  ['名 for 人', people('名')],
  ['位 for 人', people('位')],
  ['个人 for 人', people('个人')],
  ['今儿 for 今天', said('今天', '今儿')],
  ['昨个 for 昨天', said('昨天', '昨个')],
  ['早上 for 上午', said('上午', '早上')],
  ['午后 for 下午', said('下午', '午后')],
  ['pictures behind', (t) => t.replace(/[。！]?$/, '👍👍')],
  ['哈 behind', (t) => t.replace(/[。！]?$/, '哈')],
  ['了 behind', oneLine((t) => (/[了啦吧吗呢啊]。?$/.test(t) ? null : t.replace(/。?$/, '了')))],
  ['a heading above', oneLine((t) => `【活动上报】\n${t}`)],
  ['the bot called', (t) => `@小科 ${t}`],
  ['a greeting above', (t) => `各位老师好！\n${t}`],
  ['thanks below', (t) => `${t}\n谢谢大家！`],
]
