import type { Field } from './labels.js'
import { isHan, type Token } from './tokens.js'

const compoundSurnames = new Set(
  '欧阳 司马 上官 诸葛 司徒 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 宇文 长孙 端木 百里 南宫 轩辕 闻人 呼延 独孤 澹台 公冶 宗政 濮阳 淳于 单于 太史 申屠 仲孙 钟离 鲜于 闾丘 司空 亓官 拓跋 夹谷 谷梁 东郭 第五'.split(
    ' ',
  ),
)
const surnames = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殴利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仝肖覃凃涂邝岳帅缑亢况郈有琴归海晋楚闫法汝鄢钦商牟佘佴伯赏墨哈谯笪年爱阳佟言福原闪来冼磨占揭卿庹邸苑初谌展辜揣练隋阿智么牙税战展初巨付代党修亚肇图哲鹿原鞏',
)
/** Characters that end a name because something of the sentence begins. */
const nameStops =
  '，,。.；;:!?！？、|/《“"（）()\n 在到给为向对作做就以和与及同讲说谈用从来去于的了等是将又也都还把被由并于带主授担介围走深'
const titlesBehind = [
  '老师',
  '教授',
  '医生',
  '同志',
  '主任',
  '专家',
  '博士',
  '研究员',
  '主讲',
  '授课',
  '讲课',
  '大夫',
  '医师',
  '院士',
  '讲师',
  '副教授',
  '工程师',
  '高工',
  '会长',
  '副会长',
  '理事',
  '先生',
  '女士',
  '秘书长',
  '院长',
  '所长',
  '校长',
  '作了',
  '出诊',
  '坐诊',
  '宣讲',
  '农艺师',
  '高级',
  '副主任',
  '主任医师',
  '走进',
  '深入',
  '围绕',
  '应邀',
  '受邀',
  '担任',
  '结合',
  '详细',
  '生动',
  '通过',
  '分别',
  '现场',
  '前往',
  '讲授',
  '介绍',
  '具体',
  '老会员',
  '讲解',
  '培训',
  '一行',
  '亲自',
  '专程',
  '从',
  '耐心',
]

/** Reads a name of two to four characters at `at`; null where none begins. */
export function nameAt(text: string, at: number, limit: number): { end: number } | null {
  if (!isHan(text.charCodeAt(at))) return null
  const compound = compoundSurnames.has(text.slice(at, at + 2))
  if (!compound && !surnames.has(text[at]!)) return null
  const min = compound ? 3 : 2
  const max = compound ? 4 : 3
  let end = at + (compound ? 2 : 1)
  while (
    end < limit &&
    end - at < max &&
    isHan(text.charCodeAt(end)) &&
    !(nameStops.includes(text[end]!) && end - at >= 2)
  ) {
    if (titlesBehind.some((w) => text.startsWith(w, end))) break
    end++
  }
  if (end - at < min) return null
  return { end }
}

/** 老孙, 吴老师, 李专家, 小王: no real names. */
export function isRealName(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end)
  if (name.length < 2 || /^[老小]/.test(name)) return false
  if (
    /[老师医生专家教授主任大夫]$/.test(name) &&
    ['老师', '医生', '专家', '教授', '主任', '大夫', '同志', '会长', '讲师', '博士', '院长', '校长'].some(
      (w) => name.endsWith(w),
    )
  )
    return false
  return true
}

/** What leads to a lecturer's name right behind it. */
const leads = [
  '主讲人是',
  '主讲人',
  '主讲老师',
  '主讲的是',
  '主讲是',
  '主讲',
  '讲师',
  '授课老师',
  '授课人',
  '授课的是',
  '讲课的是',
  '讲课老师',
  '讲课人',
  '报告人',
  '宣讲人',
  '授课',
  '讲课',
  '讲师团成员',
  '宣讲员',
  '主讲嘉宾',
  '演讲人',
]
/** Posts and trades that stand before a name: 专家李敏玲, 骨科主任林海波. */
const posts = [
  '专家',
  '教授',
  '医生',
  '医师',
  '主任',
  '主任医师',
  '讲师',
  '老师',
  '研究员',
  '农艺师',
  '工程师',
  '高工',
  '博士',
  '科长',
  '院长',
  '所长',
  '校长',
  '会长',
  '副会长',
  '秘书长',
  '处长',
  '局长',
  '咨询师',
  '会员',
  '顾问',
  '理事',
  '主席',
  '书记',
  '院士',
  '技师',
  '站长',
  '园艺师',
  '畜牧师',
  '律师',
  '大夫',
  '博导',
  '护士长',
  '委员',
  '先生',
  '女士',
  '成员',
  '副主任',
  '法官',
  '警官',
  '检察官',
  '营养师',
  '药师',
  '同志',
  '教师',
  '团长',
  '队长',
  '组长',
  '主播',
  '学者',
  '总工',
  '部长',
  '经理',
  '负责人',
  '中医师',
  '辅导员',
  '志愿者',
  '特约咨询师',
  '科学家',
  '作家',
  '馆长',
  '台长',
  '主编',
  '分会会员',
]
const deeds = [
  '主讲',
  '讲',
  '授课',
  '讲课',
  '作',
  '做',
  '给',
  '为',
  '向',
  '以',
  '就',
  '围绕',
  '宣讲',
  '上课',
  '出诊',
  '坐诊',
  '走进',
  '担任',
  '讲授',
  '应邀',
  '受邀',
  '现场',
  '传授',
  '指导',
  '老师',
  '教授',
  '医生',
  '结合',
  '在',
  '到',
  '从',
  '通过',
  '用',
  '分别',
  '对',
  '带来',
  '进行',
  '详细',
  '深入',
  '教',
  '、',
  '和',
  '博士',
  '研究员',
  '主任',
  '大夫',
  '专家',
  '等',
  '解说',
  '介绍',
  '亲自',
  '应',
  '主持讲',
  '3位',
  '三位',
  '两位',
  '来',
  '把',
  '手把手',
  '针对',
  '同学员',
]

export interface NameFind {
  readonly start: number
  readonly end: number
}

/** Names in a list: 赵秀英、高文博 / 张三和李四; `at` is where the first begins. */
export function nameList(text: string, at: number, limit: number): NameFind[] {
  const out: NameFind[] = []
  let i = at
  for (;;) {
    while (i < limit && (text[i] === ' ' || text[i] === ':')) i++
    const name = nameAt(text, i, limit)
    if (!name) break
    if (!isRealName(text, i, name.end) || titled(text, i, name.end)) break
    out.push({ start: i, end: name.end })
    i = name.end
    for (const t of ['老师', '教授', '医生', '同志', '主任', '专家', '博士', '研究员', '副教授'])
      if (text.startsWith(t, i)) i += t.length
    if (text[i] === '(') {
      const close = text.slice(i, i + 30).indexOf(')')
      if (close > 0) i += close + 1
    }
    if (
      i < limit &&
      '、和与,及 /'.includes(text[i]!) &&
      nameAt(text, i + 1, limit) &&
      ((text[i] !== ',' && text[i] !== ' ') || shortItem(text, i + 1, limit))
    )
      i++
    else break
  }
  return out
}
const shortItem = (text: string, at: number, limit: number): boolean => {
  const n = nameAt(text, at, limit)
  return n !== null && (n.end >= limit || '、,。;\n '.includes(text[n.end] ?? '\n'))
}
/** 李专家, 吴老师: a surname with a title only. */
const titled = (text: string, start: number, end: number): boolean =>
  end - start === 1 ||
  posts.some(
    (p) => text.slice(start + 1, end + 1).startsWith(p) || text.slice(start + 1, start + 1 + p.length) === p,
  )

/** Lecturers and doctors told as such, in order. */
export function speakers(
  text: string,
  tokens: readonly Token[],
  fields: readonly Field[],
  start: number,
  end: number,
): NameFind[] {
  const out: NameFind[] = []
  const add = (fs: readonly NameFind[]): void => {
    for (const f of fs)
      if (!out.some((o) => o.start === f.start || text.slice(o.start, o.end) === text.slice(f.start, f.end)))
        out.push(f)
  }
  for (const f of fields)
    if (f.name === 'speaker' && f.label >= start && f.label < end) add(fieldNames(text, f))
  const titles = tokens.filter((t) => t.type === 'title' || t.type === 'unit')
  const shut = fields.filter((f) => f.name === 'void' || f.name === 'speaker')
  for (let i = start; i < end; i++) {
    if (!isHan(text.charCodeAt(i))) continue
    const skip = titles.find((t) => i >= t.start && i < t.end) ?? shut.find((f) => i >= f.label && i < f.end)
    if (skip) {
      i = skip.end - 1
      continue
    }
    const lead = leads.find((w) => text.startsWith(w, i))
    if (lead) {
      let at = i + lead.length
      while (at < end && ' :是为由('.includes(text[at]!)) at++
      const names = nameList(text, at, end)
      // 主讲《…》 leads to no name; 张三主讲 has it in front
      if (names.length) {
        add(names)
        i = names.at(-1)!.end - 1
      } else add(nameBefore(text, start, i))
      continue
    }
    const post = posts.find((w) => text.startsWith(w, i))
    if (post && isHan(text.charCodeAt(i + post.length))) {
      const names = nameList(text, i + post.length, end)
      const last = names.at(-1)
      if (last && teaches(text, skipTime(tokens, last.end), end)) {
        add(names)
        i = last.end - 1
      }
      continue
    }
    const name = nameAt(text, i, end)
    if (
      name &&
      isRealName(text, i, name.end) &&
      boundary(text, i) &&
      teachesStrictly(text, skipTime(tokens, name.end))
    ) {
      add(nameList(text, i, end))
      i = name.end - 1
    }
  }
  return out.sort((a, b) => a.start - b.start)
}

/** Behind a name a date may stand before the deed: 赵建国今天到…讲. */
function skipTime(tokens: readonly Token[], at: number): number {
  let end = tokens.find((t) => t.type === 'date' && t.start === at)?.end ?? at
  return end
}

function fieldNames(text: string, f: Field): NameFind[] {
  const out: NameFind[] = []
  for (let i = f.start; i < f.end; i++) {
    if (
      i > f.start &&
      isHan(text.charCodeAt(i - 1)) &&
      !posts.some((p) => text.endsWith(p, i) || text.slice(Math.max(0, i - p.length), i) === p)
    )
      continue
    const names = nameList(text, i, f.end)
    if (names.length) {
      out.push(...names)
      i = names.at(-1)!.end
    }
  }
  return out
}

/** 「黄建业主讲」. */
function nameBefore(text: string, start: number, at: number): NameFind[] {
  for (const length of [3, 2, 4]) {
    const from = at - length
    if (from < start) continue
    const name = nameAt(text, from, at)
    if (name?.end === at && isRealName(text, from, at) && boundary(text, from))
      return [{ start: from, end: at }]
  }
  return []
}
const boundary = (text: string, at: number): boolean => {
  const c = text[at - 1]
  if (c === undefined) return true
  if (c >= '0' && c <= '9') return false
  if (!isHan(c.charCodeAt(0))) return true
  return (
    '由请的和与及派让是长'.includes(c) ||
    posts.some((p) => text.slice(Math.max(0, at - p.length), at) === p) ||
    ['科', '会', '团', '站', '所', '院', '校', '队', '部', '处', '室'].includes(c)
  )
}
/** What a lecturer does right behind the name, perhaps a post between. */
function teaches(text: string, end: number, limit: number): boolean {
  if (end >= limit) return true
  return (
    deeds.some((w) => text.startsWith(w, end)) ||
    '，,。;；\n(（'.includes(text[end]!) ||
    [2, 3].some((n) => deeds.includes(text.slice(end, end + n)))
  )
}
const strict = [
  '老师讲',
  '老师主讲',
  '老师在',
  '老师给',
  '老师为',
  '老师作',
  '老师授课',
  '教授',
  '医生在',
  '医生给',
  '医生为',
  '医生讲',
  '主讲',
  '授课',
  '讲《',
  '讲“',
  '讲课',
  '讲授',
  '作题为',
  '作了',
  '做了',
  '给同学',
  '给学生',
  '给孩子',
  '为学生',
  '为师生',
  '宣讲',
  '上课',
  '老师走进',
  '老师',
  '在给',
  '讲的',
  '讲"',
  '同志主讲',
  '同志为',
  '同志作',
  '讲了',
  '在柳',
  '研究员',
  '博士',
  '高级农艺师',
  '给大家讲',
  '为大家讲',
  '讲解',
  '讲述',
  '讲完',
  '讲到',
  '作科普',
  '作报告',
  '做报告',
  '走进',
  '担任主讲',
  '主任医师',
]
const teachesStrictly = (text: string, end: number): boolean =>
  strict.some((w) => text.startsWith(w, end)) ||
  goesToTeach(text, end) ||
  (text[end] === '讲' && (end + 1 >= text.length || '，,。;；!！\n、 '.includes(text[end + 1]!)))
/** 莫小燕在太阳村中学讲了…: somewhere first, then the teaching, in one clause. */
function goesToTeach(text: string, end: number): boolean {
  if (
    !['在', '到', '应邀', '受邀', '给', '为', '来到', '走进', '前往', '赴', '向', '以', '就', '围绕'].some(
      (w) => text.startsWith(w, end),
    )
  )
    return false
  for (let i = end; i < Math.min(text.length, end + 36); i++) {
    if ('，,。;；\n'.includes(text[i]!)) return false
    if (['讲', '授课', '报告', '上课', '演讲', '课'].some((w) => text.startsWith(w, i))) return true
  }
  return false
}
