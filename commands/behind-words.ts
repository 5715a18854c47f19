/** What may be asked of the records behind a figure. */
export type Facet = 'speakers' | 'places' | 'topics' | 'tellers'

const who =
  '(?:谁|哪[一几些]?[位个]?(?:老师|讲师|专家|医生|同志|先生|人)|哪[一几些]?[位个]|哪些|什么人|啥人|何人)'
const where =
  '(?:哪(?:里|儿|块|边|些|几个|个)?(?:地方|地点|场地|场所|单位|学校|村子?|社区)?|(?:什么|啥)(?:地方|地点|场地|场所|单位|学校))'
const did = '(?:主讲|讲课|讲|上课|上|授课|授|开讲|开|举办|办|搞|弄|做|坐诊|看诊|义诊|培训|主持)'
const also = '(?:都|到底|具体|分别|各|又){0,2}'

/** How each is asked; to learn one, add it to its line. */
const rows: readonly (readonly [facet: Facet, words: RegExp])[] = [
  [
    'tellers',
    new RegExp(`${also}是?(?:谁|哪[一几些]?[位个](?:老师|人)?)(?:来|给)?(?:报|登记|填|记|说)(?:上来)?的`),
  ],
  [
    'speakers',
    new RegExp(
      `${also}(?:是|有|请的?){0,2}${who}们?(?:去|来|给|都|在){0,2}${did}(?:了|过)?(?:的|(?=$|\\s))(?:课|讲座|活动|那(?:几|些)?场)?`,
    ),
  ],
  [
    'speakers',
    new RegExp(
      `(?:主讲|讲课|授课|讲座|开讲|讲|坐诊|主持)的?(?:人|老师|者|专家|同志|医生)?们?${also}(?:是|有)${also}${who}`,
    ),
  ],
  [
    'speakers',
    new RegExp(
      `(?:主讲人?|讲师|讲者|主讲老师|授课老师|讲课老师)们?(?:${also}(?:是|有)${also}${who}|呢|名单|(?=$|\\s))`,
    ),
  ],
  [
    'speakers',
    new RegExp(
      `(?:老师|专家|医生)们?${also}(?:是|有)${also}${who}|^${also}是?哪[一几些]?[位个]?(?:老师|专家|医生)们?$`,
    ),
  ],
  [
    'places',
    /^(?:都|到底|具体|分别|各|又){0,2}(?:是|有)?(?:哪几个|哪些|哪个|什么|啥)(?:地方|地点|场地|场所|学校|村子?)$/,
  ],
  [
    'places',
    new RegExp(
      `${also}是?(?:在|到|去|上)(?:了|过|的)?${where}(?:去|来|给|都){0,2}${did}?(?:了|过)?(?:的|了)?(?:课|讲座|活动)?`,
    ),
  ],
  ['places', new RegExp(`${also}(?:是|有)?${where}(?:去|来|给|都){0,2}${did}的`)],
  [
    'places',
    new RegExp(
      `(?:地点|场地|场所|会场|位置|地方)${also}(?:(?:是|在|有|选在)${also}${where}|呢|名单|(?=$|\\s))`,
    ),
  ],
  [
    'topics',
    /(?:都|分别|各|具体){0,2}是?(?:讲|说|教|培训|宣传)(?:的|了|过){0,2}(?:都|是|些|的){0,2}(?:什么|啥|哪些)(?:内容|题目|课题|主题|东西|课|方面)?/,
  ],
  [
    'topics',
    /(?:都|分别|各|具体){0,2}(?:是|有)?(?:什么|啥|哪些)(?:内容|题目|课题|主题|讲题)|(?:题目|课题|主题|内容|讲题|课目)(?:都|分别|各|具体){0,2}(?:(?:是|有)(?:些|点|都)?(?:什么|啥|哪些)|呢|名单|(?=$|\s))/,
  ],
]

/** What is said of the total just shown, and adds nothing. */
const ofTheLast =
  /[这那](?:几|些|一|[两二三四五六七八九十]|\d{1,2})?[个场条笔次堂节]?|刚才|上面|具体|到底|分别|讲座|讲课|义诊|活动|培训|课|记录|给我|说说|看看|还有|[都各是的了呢啊呀吗又还和跟列看，\s]/g

/** 谁讲的，在哪讲的: what is asked of the records and the words left over; null where nothing of the kind is asked. */
export function facetsAsked(
  words: string,
): { readonly facets: readonly Facet[]; readonly rest: string } | null {
  const facets: Facet[] = []
  let left = words
  for (const [facet, pattern] of rows) {
    const m = pattern.exec(left)
    if (!m || m[0].trim() === '') continue
    if (!facets.includes(facet)) facets.push(facet)
    left = `${left.slice(0, m.index)} ${left.slice(m.index + m[0].length)}`
  }
  // 谁在哪讲的
  const whoToo = facets.length > 0 && /^(?:都|是){0,2}谁(?:\s|$)/.test(left.trim())
  if (whoToo) {
    facets.unshift('speakers')
    left = left.replace(/(?:都|是){0,2}谁/, ' ')
  }
  if (facets.length === 0) return null
  const rest = left.replace(/\s+/g, ' ').trim()
  return { facets: [...new Set(facets)], rest: rest.replace(ofTheLast, '') === '' ? '' : rest }
}
