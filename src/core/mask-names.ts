// Names of patients and of others who are told of beside an illness; the length of the text stays.
import { isNoName, toldBeside } from './mask-told.js'

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

/**
 * Names of two or three characters beside a patient word, an illness or a hidden number lose all but the surname; `known`
 * are names that are part of the record: members, speakers.
 */
export function maskNames(text: string, known: ReadonlySet<string> = noNames): string {
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
          (isEdge(text[start - 1]) || text.startsWith('其中', start - 2)) &&
          isName(text.slice(start, i)) &&
          !isTaught.test(text.slice(i, i + 12))
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
  for (const [start, length] of [...treated(text), ...introduced(text), ...toldBeside(text, conditions)])
    hideName(start, length)
  // what a talk is called tells of nobody
  for (const m of text.matchAll(/《[^》]{1,40}》/g))
    for (let k = m.index; k < m.index + m[0].length; k++) hide.delete(k)
  for (const name of known)
    for (let i = text.indexOf(name); i >= 0; i = text.indexOf(name, i + name.length))
      for (let k = i; k < i + name.length; k++) hide.delete(k)
  // who is a patient in one place is one wherever the name stands
  for (const name of new Set(hiddenNames(text, hide)))
    for (let i = text.indexOf(name); i >= 0; i = text.indexOf(name, i + name.length)) hideName(i, name.length)
  return hide.size === 0
    ? text
    : [...Array(text.length).keys()].map((k) => (hide.has(k) ? '*' : text[k])).join('')
}

const noNames: ReadonlySet<string> = new Set()
/** 李建国高血压防治讲座: what is taught, not what somebody has. */
const isTaught = /^[^，,。；;]{0,8}(?:讲|课|防治|预防|知识|科普|培训|门诊|筛查|咨询|专[家科]|宣传)/

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

/** What is told of somebody who is ill: only beside such words is who is named like this taken for a patient. */
const ill = new RegExp(
  `${conditions}|患者|病人|血压|血糖|心电图|住院|转院|复查|晚期|开了?[^，,。]{0,4}药|打针|吃药|看病|体检|量了|瘤|肿|[胸心]口|胸闷|疼|头晕|阴影|怀孕|\\*{4}`,
)
const threeOrTwo = `([${surnames}](?:[\\u4e00-\\u9fff]{2}|[\\u4e00-\\u9fff]))`
const role = '(?!的?(?:专家|医生|医师|老师|教授|讲师|主任|院长|护士|志愿者|同事|会员))'
const edge = `(?=的|[，,。；;、：:（(！!\\s]|老[人汉太]|大[爷妈娘伯婶]|奶奶|爷爷|婆婆|阿姨|$)`
const introductions = [
  // 有个叫张桂花的, 老太太叫韦小娟, 患者姓名：周小妹
  `(?:[个位人汉太爷妈娘婆婶伯姨生者][，,]?|姓.[，,]?|名|[，,])叫${threeOrTwo}${edge}${role}`,
  `(?:姓名|名字)[是叫：:\\s]{0,2}${threeOrTwo}${edge}`,
  // 吴老汉（吴长贵）
  `[老大婆婶姨奶爷][汉人爷妈娘太伯婶婆姨奶][（(]${threeOrTwo}[）)]`,
  // 血压最高的是蒋月娥, 送梁水生去了医院
  `(?:血压|血糖)最?[高低]的[是有]${threeOrTwo}${edge}${role}`,
  `[送劝带陪]${threeOrTwo}(?=去|上|到|住|住院|转院|复查|看病)`,
  // 郑老根前列腺癌晚期, 杨春花说她胸口闷, 谭四妹怀孕了, 王大山的老汉中风了
  `(?:^|[，,。；;：:、\\s]|查出|发现|的|其中|[渔农牧村社居会]民|社员|会员|[果菜茶粮棉]农|职工|工人|老人|同志|[个位名])${threeOrTwo}(?=(?:老人|大[爷妈娘]|的?儿子)?(?:说[她他]?|的|又|也|还)?(?:前列腺|甲状腺|乳腺|[胸心]口|胸闷|头晕|头疼|[肝肾肺胃腰腿脚眼]|膝盖|心电图|怀孕|中风|住院))`,
  // 给蒋月娥开了降压药, 给孙有福量了血压
  `[给为帮替]${threeOrTwo}(?=开了|量了|测了|打了?针|检查|做了?(?:检查|心电图|针灸))`,
  // 罗玉兰的身份证4522****4417, 卢家旺的手机139****1234
  `${threeOrTwo}的?(?:身份证|医保卡|社保卡|银行卡|手机|电话|号码)[^，,。；;]{0,6}\\d{3,4}\\*{4}`,
].map((told) => new RegExp(told, 'g'))

/** Start and length of the names of people told of as patients, whatever they have. */
function introduced(text: string): (readonly [start: number, length: number])[] {
  if (!ill.test(text)) return []
  return introductions.flatMap((told) =>
    [...text.matchAll(told)].flatMap((m): (readonly [number, number])[] => {
      const name = m[1]!
      // 王大有肝上长了东西: a third character that could be a verb is hidden with the name
      const own = name.length === 3 ? name.replace(/有$/, '') : name
      return isName(own) && !notNames.test(name) && !places.test(name.slice(1))
        ? [[m.index + m[0].indexOf(name), name.length]]
        : []
    }),
  )
}

const isName = (s: string): boolean =>
  !isNoName(s) && /^[\u4e00-\u9fff]+$/.test(s) && !/[的了是在和与医生师会]|[有得患]$/.test(s.slice(1))
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
