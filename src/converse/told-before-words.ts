// 我也在的，不是四十三四，是47个: whether a figure put right to nobody is one of people; pure.

const figure = '[约近]?[\\d零〇一二两三四五六七八九十百千]{1,9}[多来几]?'
const people = '(?:[个位名]?(?:人次?|学生|听众|学员|老人|农户|群众|家长|居民|村民|老乡|同学|孩子|娃娃?))'
const unit = `(?:${people}|[个位名])?(?:左右|上下)?`
const front =
  '(?:(?:那天|当天|当时|其实|实际上?|现场|到场的?|应该|可能|一共|总共|总数|听众|人数|来的|听课的?|来听的?|学生|参加的?|老师){0,3}的?)'
const is =
  '(?:不是|不止|不到|没有?|不对|并不是|不只|[只就才]?[是有]|应该是?|应为|应当是?|来了|到了|得是){0,2}'
/** 不是240 · 听众是47人 · 四十三四不对. */
const ofFigure = new RegExp(
  `^(?:[\\u4e00-\\u9fff]{1,6}那[场堂次个节]的?)?${front}${is}${figure}${unit}(?:不对|错了|才对|吧|的|呢)?$`,
)
const twoFigures = new RegExp(`^${front}${is}${figure}${unit}[，,]?${is}${figure}${unit}(?:才对|吧|的)?$`)
/** How it is known, or that the other one slipped. */
const known =
  /^(?:那天|当天|当时|现场)?(?:我|俺|咱)(?:那天|当天|当时)?(?:也|都|是|就|又|还|可|亲自)*(?:在|去|数|点|签|清点|统计|核|对|查|问|登记|看)[^\d]{0,12}$|(?:签到|点名|照片|名单|花名册|登记|座位)[^\d]{0,10}$/
const slipped = /^[\u4e00-\u9fff]{1,6}(?:[写打记报说数听看弄算][错反岔漏少多]|[看听]?岔)了?(?:吧)?$/
const opening =
  /^(?:不对|不对吧|不是吧|不是|错了|更正|更正一下|纠正一下|补充一下|哎呀?|哦|嗯|啊|[^\d，,]{1,4}(?:老师|主任|会长|大爷|大妈|哥|姐)|老[\u4e00-\u9fff])(?:啊|哦)?$/
const saysPeople = new RegExp(
  `\\d${people}|[零一二两三四五六七八九十百千来多几]${people}|听众|人数|来的|学生|我(?:也|都|亲自)?[数点]|我(?:那天)?也?在|签到|点名|照片|名单`,
)

/** `people`: of those who came; `bare`: figures and nothing else; null where anything else is said beside. */
export function toldOfPeople(words: string): 'people' | 'bare' | null {
  const clauses = words
    .trim()
    .replace(/^@\S{1,12}\s/, '')
    .split(/[，,。；;！!～~\s]+/)
    .filter((c) => c !== '')
  const fits = (c: string): boolean =>
    [ofFigure, twoFigures, known, slipped, opening].some((row) => row.test(c))
  if (clauses.length > 6 || !clauses.every(fits)) return null
  return saysPeople.test(words) ? 'people' : 'bare'
}
