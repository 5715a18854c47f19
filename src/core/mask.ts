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

export function mask(text: string): Masked {
  const units = maskNames(maskNumbers(text))
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

/** Family names that more than one in a thousand bear, and some of our members. */
export const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤鲍'
/** Words that make the name beside them a patient's. */
const before = ['患者', '病人', '病号', '病友']
const illnesses = [
  '患有',
  '患了',
  '得了',
  '查出',
  '确诊',
  '的病',
  '血压高',
  '高血压',
  '糖尿病',
  '脑梗',
  '中风',
  '癌',
  '肿瘤',
  '冠心病',
  '肝炎',
  '抑郁',
  '骨折',
]

/** Names of two or three characters beside a patient word or before an illness lose all but the surname. */
function maskNames(text: string): string {
  const hide = new Set<number>()
  const hideName = (start: number, length: number): void => {
    for (let k = 1; k < length; k++) hide.add(start + k)
  }
  for (const word of before) {
    for (let i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + 1)) {
      const start = i + word.length
      if (surnames.includes(text[start] ?? '\0')) hideName(start, nameLength(text, start))
    }
  }
  for (const word of illnesses) {
    for (let i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + 1)) {
      for (const length of [3, 2]) {
        const start = i - length
        if (
          start >= 0 &&
          surnames.includes(text[start]!) &&
          isEdge(text[start - 1]) &&
          isName(text.slice(start, i))
        ) {
          hideName(start, length)
          break
        }
      }
    }
  }
  for (const m of sick.flatMap((told) => [...text.matchAll(told)])) {
    const names = m[1]!.split('、')
    let at = m.index + m[0].indexOf(m[1]!)
    for (const name of names) {
      if (isName(name) && !notNames.test(name)) hideName(at, name.length)
      at += name.length + 1
    }
  }
  for (const [start, length] of treated(text)) hideName(start, length)
  // who is a patient in one place is one wherever the name stands
  for (const name of new Set(hiddenNames(text, hide)))
    for (let i = text.indexOf(name); i >= 0; i = text.indexOf(name, i + name.length)) hideName(i, name.length)
  return hide.size === 0
    ? text
    : [...Array(text.length).keys()].map((k) => (hide.has(k) ? '*' : text[k])).join('')
}

/** The names whose characters behind the first are hidden. */
const hiddenNames = (text: string, hide: ReadonlySet<number>): string[] =>
  [...hide]
    .filter((k) => !hide.has(k - 1))
    .map((k) => {
      let end = k
      while (hide.has(end)) end++
      return text.slice(k - 1, end)
    })

/** Further illnesses, which name nobody unless somebody is told to have them. */
const conditions = [
  ...illnesses.filter((w) => w.length > 1 && !/^(?:患|得|查|确)|^的病$/.test(w)),
  ...'癌 后遗症 哮喘 肺气肿 肺炎 结核 结节 尿毒症 白内障 青光眼 痛风 痴呆 帕金森 心梗 心脏病 心绞痛 高血脂 关节炎 风湿 胃病 胃溃疡 精神病 颈椎病 腰椎 静脉曲张 白血病 乙肝 偏瘫 瘫痪 贫血 甲亢 癫痫 失眠'.split(
    ' ',
  ),
].join('|')
const named = `(?:^|[，,。；;：:、\\s]|其中|会员|村民|老人|居民|社员|职工|同志|叫|是|给|有个)((?:[${surnames}][\\u4e00-\\u9fff]{1,2}、){0,5}[${surnames}][\\u4e00-\\u9fff]{1,2}?)(?:老人家?|大[爷妈娘伯叔婶]|奶奶|爷爷|阿姨|师傅|同志)?`
const sick = [
  // 其中张桂花有糖尿病, 会员王大山得过脑梗, 张桂花、李秀英也有高血压, 张老根是中风后遗症
  `(?:也|都|还|一直|以前|曾经?|确实|又)?(?:有|患上?|得[过了]?|犯了?|落下|是|被?(?:查|检|诊断|确诊)[出为是有了]{0,2})(?:点|轻度|严重的?|老)?(?:${conditions})(?!专家|专科|科|医|讲|防|知识|方面|的?权威|研究)`,
  // 孙桂芳，72岁，糖尿病十年
  `(?:[，,（( ]?[男女])?[，,、（( ]?\\d{2,3}岁[^。；;\n]{0,14}?(?:${conditions}|血压|血糖)`,
  // 李桂花血压180, 李桂花的血糖偏高
  `的?(?:血压|血糖|高压|低压|心率|心跳|体温|血脂|尿酸)(?:偏?[高低]|\\d|达|到|一直|控制|不稳|[升降])`,
].map((told) => new RegExp(named + told, 'g'))
const notNames = /[天村社区镇县乡院校家年时夜]$/

/** Who is treated or looked after, as far before an illness as a clause reaches: 给李大海（电话…）看了糖尿病. */
const reach = 40
const treatedName = new RegExp(
  `(?:[给为帮替]|(?:村民|老人|会员|居民|社员|职工))([${surnames}][\\u4e00-\\u9fff]{1,2}?)(?=[（(]|[看量测治做][^讲]|检查|诊断|体检|查[^了]|的|[，,]|$)`,
  'g',
)
/** A name with its number in brackets behind it: 李大海（138****5678）. */
const numbered = new RegExp(`([${surnames}][\\u4e00-\\u9fff]{1,2})(?=[（(][^）)]{0,12}\\d{3,4}\\*{4})`, 'g')
const places = /[村庄镇乡县区市社校院家屯寨坪]/

/** Start and length of names of people who are treated, and of names that stand with a hidden number. */
function treated(text: string): (readonly [start: number, length: number])[] {
  const found: (readonly [number, number])[] = []
  const take = (from: number, m: RegExpMatchArray): void => {
    const name = m[1]!
    const start = from + m.index! + m[0].length - name.length
    if (isName(name) && !places.test(name.slice(1))) found.push([start, name.length])
  }
  if (text.includes('****')) for (const m of text.matchAll(numbered)) take(0, m)
  for (const word of illnesses) {
    for (let i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + 1)) {
      const from = Math.max(0, i - reach)
      const near = text.slice(from, i)
      const clause = Math.max(...['。', '；', ';', '\n', '！'].map((c) => near.lastIndexOf(c))) + 1
      for (const m of near.slice(clause).matchAll(treatedName)) take(from + clause, m)
    }
  }
  return found
}

const isName = (s: string): boolean =>
  /^[\u4e00-\u9fff]+$/.test(s) && !/[的了是在和与医生师会]|[有得患]$/.test(s.slice(1))
const isEdge = (c: string | undefined): boolean =>
  c === undefined || !/[\u4e00-\u9fff]/.test(c) || '有是给叫对把，'.includes(c)
const nameLength = (text: string, start: number): number => {
  let n = 1
  while (
    n < 3 &&
    /[\u4e00-\u9fff]/.test(text[start + n] ?? '') &&
    !'的是有在和与，得患查确家'.includes(text[start + n]!)
  )
    n++
  return n
}
