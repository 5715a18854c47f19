import { describe, test } from 'vitest'
import {
  days, type Draws, draws, expectRead, howMany, inWords, measured, people, periods, places, seed, subjects, type Told, tellers,
} from './any-words.js' // prettier-ignore

/*
 * The plainest tellings, put together from tables in all their combinations: whatever words are taken, the figures are
 * those that were put in.
 */

type Telling = readonly [text: string, told: readonly Told[]]

const ends = [
  '',
  '',
  '。',
  '，大家都说好',
  '，反响很好',
  '，散会时下雨了',
  '，主任还留我们吃了饭',
  '👍',
  '，记一下',
]
const asides = [
  '天很热', '校长也来了', '讲了一个半小时', '大家听得很认真', '下雨路滑', '老王开车送的', '走了5里路', '车费花了30块',
  '最大的82岁', '投影仪坏了一次', '门口停了3辆车', '有3个人提问', '中途停电10分钟', '场地在3楼', '气温35度',
  '我72了还能讲', '路上堵了20分钟', '讲义印了3页', '还有人没座位', '照片稍后发',
] // prettier-ignore

const kinds = {
  lecture: { names: ['讲座', '科普讲座', '健康讲座'], measure: '场', came: ['听众', '来了', '听的'] },
  training: { names: ['培训', '技术培训', '手机培训'], measure: '期', came: ['学员', '参训', '来了'] },
  clinic: { names: ['义诊', '健康义诊'], measure: '次', came: ['看了', '接诊', '来了'] },
  consultation: { names: ['技术咨询', '科技咨询'], measure: '次', came: ['接待', '来了'] },
  meeting: { names: ['座谈会', '学习会'], measure: '次', came: ['到会', '来了'] },
  culture: { names: ['歌会', '书画展'], measure: '场', came: ['来了', '观众'] },
} as const
type Named = keyof typeof kinds

const whole = (
  name: string,
  branch: string | null,
  day: string,
): Pick<Told, 'kind' | 'branch' | 'from' | 'to' | 'sessions'> => ({
  kind: name,
  branch,
  from: day,
  to: day,
  sessions: 1,
})
const many = (d: Draws): number => 6 + d.upTo(160)
const counted = (d: Draws, n: number): string => (d.upTo(3) === 0 ? inWords(n) : String(n))

/** One event of each sort, its people and what else went on. */
const events: Readonly<Record<string, (d: Draws) => Telling>> = {
  'a lecture': (d) => {
    const [[who, branch], [when, day], place, what, whom, n] = [
      d.one(tellers),
      d.one(days),
      d.one(places),
      d.one(subjects),
      d.one(people),
      many(d),
    ]
    const x = counted(d, n)
    const text = d.one([
      `${who}${when}在${place}讲了${what}，来了${x}个${whom}`,
      `${when}${who}到${place}给${whom}讲${what}，听的有${x}人`,
      `${who}${when}在${place}办了一场${what}讲座，${whom}${x}人`,
      `${when}在${place}，${who}给${whom}上了一堂${what}课，到了${x}个人`,
      `报：${who}${when}，${place}，${what}讲座，${x}人`,
      `${when}${who}在${place}做了${what}的报告，听众${x}人`,
      `${x}个${whom}听了${who || '我们'}${when}在${place}讲的${what}`,
    ])
    return [text + d.one(ends), [{ ...whole('lecture', branch, day), attendance: n }]]
  },
  'a clinic': (d) => {
    const [[who, branch], [when, day], place, n] = [d.one(tellers), d.one(days), d.one(places), many(d)]
    const text = d.one([
      `${who}${when}在${place}义诊，看了${counted(d, n)}个老人`,
      `${when}${who}到${place}给居民量血压，一共${n}人`,
      `${when}${who}去${place}义诊，接诊${n}人次`,
      `${who}${when}在${place}搞了一次义诊，来了${counted(d, n)}人`,
      `${when}${who}在${place}给${n}个村民看了病`,
      `${who}${when}在${place}免费给群众测血糖血压，来了${n}人`,
    ])
    return [text + d.one(ends), [{ ...whole('clinic', branch, day), attendance: n }]]
  },
  'a course': (d) => {
    const [[who, branch], [when, day], place, n] = [d.one(tellers), d.one(days), d.one(places), many(d)]
    const what = d.one(['葡萄剪枝', '智能手机', '养蜂', '电工', '茶叶加工'])
    const text = d.one([
      `${who}${when}在${place}办了一期${what}培训班，${n}个学员参加`,
      `${when}${who}在${place}培训农民${n}人，内容是${what}`,
      `${when}${who}去${place}教老人${what}，来了${counted(d, n)}个`,
      `${who}${when}${what}培训，${place}，参训${n}人`,
    ])
    return [text + d.one(ends), [{ ...whole('training', branch, day), attendance: n }]]
  },
  'leaflets in the street': (d) => {
    const [[who, branch], [when, day], place, n, m] = [
      d.one(tellers),
      d.one(days),
      d.one(places),
      many(d),
      10 * (3 + d.upTo(60)),
    ]
    const text = d.one([
      `${who}${when}在${place}摆摊搞科普宣传，发资料${m}份，来了${n}人`,
      `${when}${who}在${place}开展科普宣传，群众${n}人，发放宣传单${m}份`,
      `${when}${who}在${place}办科普展，看的有${n}人，送出小册子${m}本`,
    ])
    return [text + d.one(ends), [{ ...whole('publicity', branch, day), attendance: n, materials: m }]]
  },
  'people in parts': (d) => {
    const [[who, branch], [when, day], place, what, a, b] = [
      d.one(tellers),
      d.one(days),
      d.one(places),
      d.one(subjects),
      many(d),
      many(d),
    ]
    const lead = `${who}${when}在${place}讲${what}，`
    const text = d.one([
      `学生${a}人，老师${b}人`,
      `男的${a}个，女的${b}个`,
      `${a}个学生加${b}个家长`,
      `三年级${a}人，四年级${b}人，共${a + b}人`,
      `来了${a + b}人，其中学生${a}人`,
      `学生和家长一共${a + b}人`,
      `原定${a + b + 9}人，实到${a + b}人`,
      `来了${a + b + 3}人，不对，是${a + b}人`,
    ])
    return [lead + text, [{ ...whole('lecture', branch, day), attendance: a + b }]]
  },
  'with what went on around it': (d) => {
    const [[who, branch], [when, day], place, what, n] = [
      d.one(tellers.slice(1)),
      d.one(days),
      d.one(places),
      d.one(subjects),
      many(d),
    ]
    const head = d.one([
      `${when}${who}在${place}讲${what}`,
      `${who}${when}到${place}讲了${what}`,
      `${who}${when}在${place}讲课`,
    ])
    const came = d.one([`来了${n}个学生`, `村民${n}人`, `听的有${n}人`, `${n}人参加`, `一共${n}人听`])
    return [
      [head, ...d.some([came, ...d.some(asides, 1 + d.upTo(3))])].join('，'),
      [{ ...whole('lecture', branch, day), attendance: n }],
    ]
  },
  'its clauses in any order': (d) => {
    const [[when, day], place, n] = [d.one(days), d.one(places), many(d)]
    const clauses = [
      when,
      d.one([place, `在${place}`, `地点${place}`]),
      d.one(['防溺水讲座', '讲防溺水', '讲的防溺水']),
      d.one([`${n}个学生`, `听众${n}人`, `来了${n}人`, `${n}人`]),
    ]
    return [
      d.some(clauses).join(d.one(['，', '。', ' ', '；'])),
      [{ ...whole('lecture', null, day), attendance: n }],
    ]
  },
}

/** Two kinds in one message, a period with its number, papers. */
const sums: Readonly<Record<string, (d: Draws) => Telling>> = {
  'two kinds, their numbers in front': (d) => {
    const [[who, branch], [when, from, to], [one, two]] = [
      d.one(tellers),
      d.one(periods),
      d.some(Object.keys(kinds) as Named[], 2) as [Named, Named],
    ]
    const [n1, n2, x, y] = [1 + d.upTo(6), 1 + d.upTo(6), many(d), many(d)]
    const [a, b] = [d.one(kinds[one].names), d.one(kinds[two].names)]
    const joined = d.one(['', '、', '和', '，', '，还有', '，另外还搞了', '加', '，又办了'])
    const said = (n: number): string => (d.upTo(2) ? measured(n) : String(n))
    let text = `${d.one([who + when, when + who])}${d.one(['办了', '搞了', '举办了', '一共办了'])}${said(n1)}${kinds[one].measure}${a}${joined}${said(n2)}${kinds[two].measure}${b}`
    const heads = d.upTo(3)
    if (heads === 1) text += `，${a}${d.one(kinds[one].came)}${x}人，${b}${d.one(kinds[two].came)}${y}人`
    if (heads === 2) text += `，分别有${x}人和${y}人`
    const people = heads > 0
    return [
      text,
      [
        { kind: one, branch, from, to, sessions: n1, attendance: people ? x : undefined },
        { kind: two, branch, from, to, sessions: n2, attendance: people ? y : undefined },
      ],
    ]
  },
  'two kinds, one behind the other': (d) => {
    const [[who, branch], [when, from, to], [one, two]] = [
      d.one(tellers),
      d.one(periods),
      d.some(Object.keys(kinds) as Named[], 2) as [Named, Named],
    ]
    const [n1, n2, x, y] = [1 + d.upTo(6), 1 + d.upTo(6), many(d), many(d)]
    const form = d.upTo(3)
    const told = (kind: Named, n: number, p: number): string => {
      const { names, measure, came } = kinds[kind]
      const name = d.one(names)
      return [
        `${name}${measured(n)}${measure}，${d.one(came)}${p}人`,
        `${name}${n}${measure}${p}人次`,
        `${name}${n}${measure}、${p}人`,
      ][form]!
    }
    return [
      `${who}${when}${told(one, n1, x)}${d.one(['；', '，', '。', '\n', ' ', '，另外', '，还有'])}${told(two, n2, y)}`,
      [
        { kind: one, branch, from, to, sessions: n1, attendance: x },
        { kind: two, branch, from, to, sessions: n2, attendance: y },
      ],
    ]
  },
  'a period with its number': (d) => {
    const [[who, branch], [when, from, to]] = [d.one(tellers), d.one(periods)]
    const kind = d.one(['lecture', 'training', 'clinic'] as const)
    const [name, measure] = [kinds[kind].names[0], kinds[kind].measure]
    const [n, x] = [2 + d.upTo(12), 20 + d.upTo(500)]
    const text = d.one([
      `${who}${when}共${name}${n}${measure}，${x}人次`,
      `${when}${who}一共搞了${measured(n)}${measure}${name}，受益群众${x}人`,
      `${when}，${who}${name}搞了${n}${measure}，总共${x}人参加`,
      `${who}${when}累计开展${name}${n}${measure}，参加人数${x}人次`,
      `${who || '我们'}${when}的${name}有${n}${measure}，来了${x}人`,
    ])
    return [text, [{ kind, branch, from, to, sessions: n, attendance: x }]]
  },
  papers: (d) => {
    const [[who, branch], [when, from, to]] = [d.one(tellers), d.one(periods)]
    const count = 2 + d.upTo(8)
    const adopted = 1 + d.upTo(count - 1)
    const taken = d.upTo(2) === 1
    const text = d.one([
      `${who}${when}投稿${count}篇${taken ? `，采用${adopted}篇` : ''}`,
      `${when}${who}写了${measured(count)}篇稿子${taken ? `，用了${measured(adopted)}篇` : ''}`,
      `${who}${when}报送信息${count}条${taken ? `，被采用${adopted}条` : ''}`,
    ])
    return [text, [{ kind: 'article', branch, from, to, count, adopted: taken ? adopted : undefined }]]
  },
}

describe.each([
  ['events', events],
  ['sums', sums],
] as const)('%s', (_, tellings) => {
  test.each(Object.entries(tellings))(`%s, seed ${seed}`, (_name, telling) => {
    const d = draws(seed)
    for (let i = 0; i < howMany; i++) expectRead(...telling(d))
  })
})
