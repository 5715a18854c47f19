/** 明细, 一笔一笔, 逐条, 都有哪些: what makes a question one for the records themselves. */
const wanted = [
  '明细账?|清单|流水账?|细账|详单',
  '一([条场笔个项])一\\1|(?<!\\d)一?([条场笔])\\2|逐[条笔场项]|每一?[条笔场]',
  '展开(?:看看?)?|详细(?:点|的|说说?|看看?)*',
  '列一列|列出来|列一?下|^列(?=.)',
  '都?(?:搞|办|做|干)了?些?(?:什么|啥|哪些)(?:活动)?|(?:都)?有(?:些什么|哪些|什么)活动|(?:都|具体)?(?:是|有)?哪几[场条次笔]|(?:都|具体)(?:是|有)?(?:哪些|哪几个)',
].join('|')
const asks = new RegExp(wanted)

/** Beside it: 列给我, 念给我听, 拉个, 不要总数, 每笔都要. */
const beside = [
  '(?:不要|别给|不看|不是)(?:我)?(?:总数|合计|汇总|总的)',
  '(?:给我|请|麻烦|帮我|都|也|要|再|地|的){0,6}(?:列|拉|开|念|报|说|讲|发|调|拿|摆|打|数|过|来|看|要)(?:个|一个|一?份|张|上)?(?:出来|清楚|给我|过来|一?下|一遍|给|我|看看|听听|看|听|来){0,6}(?=$|\\s)',
  '(?:都|也|全)?要(?=$|\\s)|给我(?:拉|列|开)个?',
].join('|')

/** Whether a question asks for the records one by one. */
export const asksList = (words: string): boolean => asks.test(words)

/** The question without what asks for a list: unit, kind and time are left. */
export const withoutListing = (words: string): string =>
  words.replace(new RegExp(wanted, 'g'), ' ').replace(new RegExp(beside, 'g'), ' ')
