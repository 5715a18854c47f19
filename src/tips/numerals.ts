const digits = '零一二三四五六七八九'

/** 1005 → 一千零五; whole numbers from 0 below 10¹². */
export function chineseNumber(n: number): string {
  if (n < 10) return digits[n]!
  if (n < 20) return n === 10 ? '十' : `十${digits[n - 10]!}`
  const steps = [
    [100_000_000, '亿'],
    [10_000, '万'],
    [1000, '千'],
    [100, '百'],
    [10, '十'],
  ] as const
  const [size, name] = steps.find(([s]) => n >= s)!
  const high = Math.floor(n / size)
  const rest = n % size
  const head = high === 2 && size > 10 ? '两' : chineseNumber(high)
  if (rest === 0) return head + name
  const tail = rest < 10 ? digits[rest]! : rest < 20 ? `一${chineseNumber(rest)}` : chineseNumber(rest)
  return `${head}${name}${rest < size / 10 ? '零' : ''}${tail}`
}

/** Digit by digit, as telephone numbers are told: 120 → 幺二零. */
export const toldDigits = (s: string, one = '幺'): string =>
  Array.from(s, (d) => (d === '1' ? one : digits[Number(d)]!)).join('')

/** Units and signs behind a figure, as they are said. Longer ones first. */
const units: readonly (readonly [string, string])[] = [
  ['mmHg', '毫米汞柱'],
  ['毫米汞柱', '毫米汞柱'],
  ['kWh', '度电'],
  ['km', '公里'],
  ['kg', '公斤'],
  ['mg', '毫克'],
  ['ml', '毫升'],
  ['mL', '毫升'],
  ['cm', '厘米'],
  ['mm', '毫米'],
  ['℃', '摄氏度'],
  ['°C', '摄氏度'],
  ['°', '度'],
  ['g', '克'],
  ['m', '米'],
  ['L', '升'],
]

/** Before these a single 2 is 两. */
const twoBefore =
  /^(个|次|天|小时|分钟|米|只|条|周|块|点|碗|杯|口|勺|层|步|公里|公斤|斤|种|类|样|岁|头|颗|片|位|家|度电|升|千|万|亿|百)/
/** Numbers that are called, unless a measure follows. */
const called = new Set([
  '110',
  '119',
  '120',
  '122',
  '114',
  '12110',
  '12119',
  '12315',
  '12320',
  '12339',
  '12345',
  '12356',
  '96110',
  '12306',
  '12381',
  '12377',
])
const measure =
  /^(个|次|天|人|米|毫|厘|公|克|斤|度|分|秒|岁|种|年|多|名|元|块|万|千|步|厘米|mm|cm|k|m|g|℃|°|%|～|~|到|至)/

/**
 * A text as it is read aloud: figures in words, units spelled out, every sign gone but ，。？！、 — 「打120」 → 打幺二零,
 * 「140/90」 → 一百四十、九十, 「5%」 → 百分之五, 2024年 → 二零二四年.
 */
export function spokenText(text: string): string {
  const figures = text
    .normalize('NFKC')
    .replace(/[,，](?=\d{3}(?!\d))/g, '，')
    .replace(/(\d+)\/(\d+)/g, (_, a: string, b: string) =>
      Number(a) < Number(b) ? `${chineseNumber(Number(b))}分之${chineseNumber(Number(a))}` : `${a}、${b}`,
    )
    .replace(/(\d)\s?[~—–-]\s?(?=\d)/g, '$1到')
  let out = ''
  let last = 0
  for (const m of figures.matchAll(/\d+(\.\d+)?/g)) {
    out += figures.slice(last, m.index)
    let after = figures.slice(m.index + m[0].length)
    const percent = after.startsWith('%')
    if (percent) after = after.slice(1)
    const unit = units.find(([sign]) => after.startsWith(sign))
    if (unit) after = unit[1] + after.slice(unit[0].length)
    last =
      figures.length -
      figures.slice(m.index + m[0].length).length +
      (percent ? 1 : 0) +
      (unit ? unit[0].length : 0)
    out += `${percent ? '百分之' : ''}${figure(m[0], after)}${unit ? unit[1] : ''}`
  }
  return punctuate(out + figures.slice(last))
}

function figure(written: string, after: string): string {
  const [whole, decimals] = written.split('.') as [string, string?]
  if (decimals !== undefined) return `${chineseNumber(Number(whole))}点${toldDigits(decimals, '一')}`
  if (whole.length === 4 && after.startsWith('年')) return toldDigits(whole, '一')
  if (called.has(whole) && !measure.test(after)) return toldDigits(whole)
  if (whole.length > 1 && whole.startsWith('0')) return toldDigits(whole)
  if (whole.length > 11) return toldDigits(whole)
  return whole === '2' && twoBefore.test(after) ? '两' : chineseNumber(Number(whole))
}

const signs: readonly (readonly [RegExp, string])[] = [
  [/[;；:：]|——|—|…+|\n/g, '，'],
  [/!/g, '！'],
  [/\?/g, '？'],
  [/,/g, '，'],
  [/\+/g, '加'],
  [/=/g, '等于'],
  [/>|≥/g, '高于'],
  [/<|≤/g, '低于'],
  [/×/g, '乘'],
  [/[^\p{Script=Han}A-Za-z，。？！、]/gu, ''],
  [/[，、]+(?=[，。？！])/g, ''],
  [/([。？！])[，、。？！]+/g, '$1'],
  [/^[，、。？！]+/g, ''],
]
const punctuate = (text: string): string => signs.reduce((t, [sign, said]) => t.replace(sign, said), text)
