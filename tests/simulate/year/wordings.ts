import type { Random } from './random.js'
import type { Figure, FigureName } from './truth.js'

/** Everything a wording may say of one event. */
export interface Telling {
  readonly kind: string
  /** 今天, 昨天, 3月5日 … */
  readonly when: string
  /** 东湖, 东湖区老科协, 我们东湖; '' where the teller's branch goes without saying. */
  readonly who: string
  readonly place: string
  readonly topic: string
  /** As said: 近300人, 120人次; '' where nobody said. */
  readonly people: string
  /** 发资料300份; ''. */
  readonly leaflets: string
  /** How many sessions; 1 is said or goes without saying. */
  readonly sessions: number
}

interface KindWords {
  readonly kind: string
  /** What it is called in a sentence and on a label, with the measure word of its sessions. */
  readonly names: readonly string[]
  readonly measure: readonly string[]
  readonly topics: readonly string[]
  /** Who is reached: 听众, 学员. */
  readonly reached: readonly string[]
}

const science = [
  '防诈骗',
  '合理用药',
  '航天',
  '近视防控',
  '地震自救',
  '食品安全',
  '心肺复苏',
  '交通安全',
  '禁毒',
  '消防',
]
const farming = ['香菇栽培', '柑橘修剪', '水稻病虫害', '养蚕', '茶叶采摘', '稻田养鱼', '肉牛养殖']
export const eventKinds: readonly KindWords[] = [
  {
    kind: 'lecture',
    names: ['科普讲座', '讲座', '科普报告'],
    measure: ['场', '场次'],
    topics: science,
    reached: ['听众', '受众'],
  },
  {
    kind: 'training',
    names: ['培训班', '技术培训', '培训'],
    measure: ['期', '场'],
    topics: farming,
    reached: ['学员', '参训'],
  },
  {
    kind: 'consultation',
    names: ['技术咨询', '科技咨询'],
    measure: ['场', '场次'],
    topics: farming,
    reached: ['服务群众', '受众'],
  },
  {
    kind: 'clinic',
    names: ['义诊', '健康义诊'],
    measure: ['场', '次'],
    topics: ['健康'],
    reached: ['服务群众', '诊治'],
  },
  {
    kind: 'publicity',
    names: ['科普宣传', '科普宣传活动'],
    measure: ['场', '场次'],
    topics: science,
    reached: ['受众', '参加群众'],
  },
  {
    kind: 'outreach',
    names: ['三下乡活动', '“三下乡”'],
    measure: ['次', '场'],
    topics: farming,
    reached: ['受益群众', '受众'],
  },
]

/** Whole sentences of one event. A wording that the house reads wrongly is no business of this simulator. */
const sentences: readonly ((t: Telling, name: string, measure: string, reached: string) => string)[] = [
  (t, name, measure, reached) =>
    `${t.when}${t.who}在${t.place}举办${name}${t.sessions}${measure}，${reached}${t.people}${comma(t.leaflets)}`,
  (t, name, measure, reached) =>
    `${t.when}，${t.who}到${t.place}开展${name}${t.sessions}${measure}，${reached}${t.people}${comma(t.leaflets)}。`,
  (t, name, measure) =>
    `${t.who}${t.when}${t.place} ${name}${t.sessions}${measure} ${t.people} ${t.leaflets}`.trim(),
  (t, name, measure, reached) =>
    `各位老师，${t.who}${t.when}上午在${t.place}搞了${t.sessions}${measure}${name}，${reached}${t.people}${comma(t.leaflets)}`,
  (t, name, measure) =>
    [
      ...(t.who ? [`单位：${t.who}`] : []),
      `时间：${t.when}`,
      `内容：${name}`,
      `地点：${t.place}`,
      `场次：${t.sessions}${measure}`,
      ...(t.people ? [`人数：${t.people}`] : []),
      ...(t.leaflets ? [`资料：${t.leaflets.replace(/[^\d]+(?=\d)/, '')}`] : []),
    ].join('\n'),
  (t, name, measure, reached) =>
    `报一下，${t.when}${t.who}在${t.place}办${name}${t.sessions}${measure}，${reached}有${t.people}${comma(t.leaflets)}`,
]
/** The same without an audience. */
const silentOnPeople: readonly ((t: Telling, name: string, measure: string) => string)[] = [
  (t, name, measure) => `${t.when}${t.who}在${t.place}举办${name}${t.sessions}${measure}`,
  (t, name, measure) => `${t.when}，${t.who}到${t.place}开展了${t.sessions}${measure}${name}。`,
  (t, name, measure) => `各位老师，${t.who}${t.when}上午在${t.place}搞了${t.sessions}${measure}${name}`,
]
/** A lecture is told in more ways than any other kind. */
const lectures: readonly ((t: Telling) => string)[] = [
  (t) => `${t.when}上午${t.who}在${t.place}讲《${t.topic}》，听众${t.people}`,
  (t) => `${t.who}${t.when}到${t.place}讲了一堂${t.topic}，来了${t.people}`,
  (t) => `讲座 ${t.people} ${t.place} ${t.when}`,
  (t) => `那个${t.when}啊我们${t.who}到${t.place}搞了个讲座就是那个${t.topic}来了${t.people}`,
]

const comma = (s: string): string => (s === '' ? '' : `，${s}`)

/** One event in somebody's words. */
export function tell(t: Telling, random: Random): string {
  const words = eventKinds.find((k) => k.kind === t.kind)!
  const name = random.pick(words.names)
  const measure = random.pick(words.measure)
  if (t.people === '') return random.pick(silentOnPeople)(t, name, measure)
  if (t.kind === 'lecture' && t.sessions === 1 && t.leaflets === '' && random.chance(0.4))
    return random.pick(t.who === '' ? lectures : lectures.filter((l) => l(t).includes(t.who)))(t)
  return random.pick(sentences)(t, name, measure, random.pick(words.reached))
}

/** A headcount as people say it. The base is what counts; only round figures are said roughly. */
export function peopleSaid(f: Figure, random: Random): string {
  if (!f.rough) return random.pick([`${f.value}人`, `${f.value}人次`, `${f.value}人（次）`])
  const n = f.value
  const spoken = n % 100 === 0 && n < 1000 ? [`${digits[n / 100]}百多人`, `近${digits[n / 100]}百人`] : []
  return random.pick([
    `近${n}人`,
    `${n}多人`,
    `${n}余人次`,
    `约${n}人`,
    `${n}来人`,
    `${n}人左右`,
    `${n}人以上`,
    ...spoken,
  ])
}
const digits = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九']

export const leafletsSaid = (n: number, random: Random): string =>
  random.pick([`发放资料${n}份`, `发资料${n}份`, `发放科普资料${n}份`])

/** Documents, proposals, articles, bases: told by their number. */
export const documentKinds: readonly {
  readonly kind: string
  readonly say: (who: string, when: string, n: number, adopted: number) => string
}[] = [
  { kind: 'research', say: (who, when, n) => `${when}${who}完成调研报告${n}篇` },
  { kind: 'proposal', say: (who, when, n) => `${when}${who}提出建言献策${n}条` },
  { kind: 'article', say: (who, when, n, a) => `${when}${who}投稿${n}篇${a > 0 ? `，采用${a}篇` : ''}` },
  { kind: 'base', say: (who, when, n) => `${when}${who}建成科普示范基地${n}个` },
]

/** A period's total over its events. */
export const summarySaid = (
  who: string,
  period: string,
  name: string,
  said: Partial<Record<FigureName, Figure>>,
  random: Random,
): string =>
  random.pick([
    `${period}${who}共开展${name}${said.sessions!.value}场，${said.attendance!.value}人次`,
    `${period}，${who}共举办${name}${said.sessions!.value}场次，受众${said.attendance!.value}人次。`,
    `${who}${period}${name}合计${said.sessions!.value}场${said.attendance!.value}人次`,
  ])
