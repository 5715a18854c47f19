const unit = '(?<unit>场|次|堂|节|期|趟|回)[次课]?'
/** The same word again, or 场 of any. */
const unitAgain = '(?:\\k<unit>|场)[次课]?'
const many = '(?:[2-9]|[1-9]\\d|[二两俩三四五六七八九]|十[一二三四五六七八九]?)'
const few = '[0-9〇零一二两三四五六七八九十百千]{1,6}[多来几余]?'
const people =
  '(?:人次?|个人|号人|名|位|个)(?:学生|同学|娃娃?|孩子|师生|听众|学员|老人|村民|居民|群众|家长|职工|战士|乡亲|人)?'
const inAll = '(?:一共|总共|拢共|共计?|合计|前前?后后?|先后|接连|连着|连续|一连|一口气|连|就这样|这样)'
const held = '(?:讲|办|搞|开|上|教|做|跑|走|去|培训|组织|举办)'
/** 一场60人,连讲了三场: so many each time, and then how often; no word of a second occasion (又, 下午) between. */
const each = new RegExp(
  `(?<=^|[,。;:!、\\n ])[一1](?=${unit}(?:下来|活动|讲座)?(?:大?约|大概|差不多|将近|近|就|都|是|有|来了?|坐了?|听众|学生|老人|群众){0,3}` +
    `${few}${people}(?:左右|上下|听课?)?(?:的样子|吧|呢)?[,。; ]{0,2}(?:我们?|咱们?|她|他)?` +
    `(?:${inAll}${held}?了?|${inAll}?${held}了|${inAll}?${held}(?:过|满|完|足)了?)(?:整整)?${many}${unitAgain}(?=$|[,。;!\\n ~)]))`,
  'g',
)

/** 一场60人，一场50人，共两场: each with its own. */
const another = /[场次堂节期趟回][^,。;\n]{0,10}[人名位个][^。;\n]{0,20}$/

/** What a time is told to hold, before how often it was: 一场60人,连讲了三场 → 每场60人,连讲了三场. The length never changes. */
export const eachTime = (text: string): string =>
  text.replace(each, (one, ...found: unknown[]) => {
    const at = found.find((f) => typeof f === 'number')!
    return another.test(text.slice(Math.max(0, at - 40), at)) ? one : '每'
  })
