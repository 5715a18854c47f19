import type { Clause } from '../form/clauses.js'
import { pattern } from '../text/pattern.js'
import { has, type Token } from '../tokens.js'

/** 摆桌子，号脉的拔罐的都有: behind the verb, tables and those who look after the sick at them. */
export const atTables = pattern(
  /^[^,，。;]{0,4}(?:摊|桌)子?[^。;]{0,8}(?:号脉|把脉|搭脉|扎针|针灸|拔罐|拔火罐|推拿|按摩|正骨|摸骨|接骨|捏脊|看牙|看眼|看病|量血压|测血糖|开方子?)(?:的|、)/,
)

/** So many came, within a few clauses. */
const counted =
  /^[^。;\n]{0,48}?(?:[0-9]{1,4}|[一二两三四五六七八九十百]{1,6})(?:多|来|余|几)?(?:个|名|位|号|人|口)/

/** 教无人机打药, 教师傅们少油少盐怎么炒: what follows the verb; not 教书, 教了三年, 教我. */
const lesson = pattern(
  /^(?!书|学(?!生|徒|员)|课|育|室|师(?!傅)|授|材|练|导|程|研|堂|条|案|科|务|委|职|工|办|训|体|改|义|龄|唆|训|[我俺咱你您]|过|得|的|给谁|出|了?[0-9一两二三四五六七八九十几半][0-9年月辈届])[\u4e00-\u9fa5]{2}/,
)
const mayTeach = pattern(
  /(?:^|[我俺咱们,，。;:：]|[里上中边头内室站所院校园厅房村]|老[\u4e00-\u9fa5]|又|还|也|来|去)$/,
)
/** 教无人机打药，32个人学: behind a day, a unit, a place or the one who tells, with those who came. */
export function taughtWhat(
  text: string,
  tokens: readonly Token[],
  c: Clause,
  at: number,
  from: number,
): boolean {
  if (!lesson(text, from, from + 8) || !counted.test(text.slice(from, from + 64))) return false
  const verb = text.lastIndexOf('教', from)
  const before = tokens.slice(Math.max(0, at - 2), at + 1).findLast((t) => t.end <= verb)
  if (before?.end === verb && (before.type === 'date' || before.type === 'unit' || has(before, 'we')))
    return true
  return verb === c.start || mayTeach(text, Math.max(c.start, verb - 4), verb)
}

const listeners =
  '(?:娃娃?们?|娃儿们?|细娃|娃子|孩子们?|小朋友们?|小孩们?|学生们?|同学们?|街坊(?:邻居)?们?|邻居们?|老伙计们?|老伙伴们?|老哥们?|老姐妹们?|姐妹们|师傅们?|大棚户们?|[\\u4e00-\\u9fa5]户们|宝妈们?|妈妈们|家长们?|后生们?|年轻人|小伙子们?|乡亲们?|老乡们?|村民们?|居民们?|老人们?|老头老太们?|老太太们|大爷大妈们?|大妈们|大爷们|阿姨们|大姐们|嫂子们|婶子们|工友们?|工人们?|司机们?|渔民们?|农户们?|学徒们?|职工们?|护工们?|店家们?|摊主们?|病友们?|糖友们?|家属们?|大伙儿?|学员们?)'
const talk = pattern(
  new RegExp(
    `^[^,，。;我你他她]{0,14}?${listeners}(?:(?:摆|唠|说|聊|谈|讲|拉|侃|上|开)了?(?:一|1|两)(?:堂|场|课|节|回|次|讲|晚上|上午|下午|个?钟头|个?小时|通)|(?:说|谈|唠|聊|摆)(?:了|起)?(?![了过到起着好定明话道不是个两句声几一下今昨明心天服媒亲判恋家嗑闲笑]|股[票市]|房价|彩票|往事|旧事|价钱|物价)[\\u4e00-\\u9fa5“《])`,
  ),
)
/** 给娃娃们说恐龙，140个娃: for whom, and what about, with those who came. */
export const talkedOf = (text: string, from: number): boolean =>
  talk(text, from, from + 28) && counted.test(text.slice(from, from + 64))
