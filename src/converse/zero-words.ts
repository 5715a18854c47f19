// How people say that there was nothing to report: 一场都没搞, 没动静, 空着, 交了白卷; pure.

const we = '[我们咱俺本会这那边里儿头个月份分老科协区县镇乡都份也还就是确实真暂时的]{0,8}'
const any =
  '(?:一|半)(?:场|个|次|件|回|期|项|桩|样)(?:活动|事)?|啥|什么|任何|(?:啥|什么|任何|一点儿?)(?:活动|事儿?|动静|动作|名堂)'
const held = '(?:搞|办|开展|做|干|弄|组织|举办|安排|报|出|动|开|讲)?(?:成|过|起来|出来)?'
/** Each is the whole of a clause, without its month and branch. */
const rows: readonly RegExp[] = [
  // 一场都没搞 · 啥也没干 · 一个活动都没办成
  `(?:${any})[都也]?(?:没有?|没得|未)${held}(?:活动)?`,
  // 没动静 · 没什么好报的 · 没开张 · 没活动可报
  `(?:没有?|没得|无)(?:搞|办|开展)?(?:啥|什么|任何)?(?:动静|动作|(?:活动|东西|内容)?(?:可|好|要|值得)(?:报|说)的?|活动|开张|开展|出去过?|搞成|办成|搞起来|办起来|名堂)`,
  // 空着 · 白板 · 挂零 · 交了白卷
  `(?:空着|空的|空白|空缺|空档|白板|白纸一张|光板|零蛋|零场?|一片空白|交?了?白卷|挂了?零|[吃抱]了?零蛋|吃了?鸭蛋|剃了?光头|歇着|歇了|歇业|停着|停了|停摆|没开锣|没响动)`,
].map((words) => new RegExp(`^${we}${words}(?:了|的|呢|哈|啊)?$`))

/** Said in front of it or behind, and nothing of its own: 回来了, 不好意思, 都在收橘子. */
const aside =
  /^(?:回来了|刚回来?|出差刚?回来?|不好意思|抱歉|对不起|惭愧|对了|汇报一?下|说一?声|报告|没办法|别催了?|不用催|实话说|说实话|老实说)$/

/** Whether a clause says so; `loose`: only together with a month, or behind the question. */
export const saysNothing = (clause: string): boolean => {
  const words = clause.replace(/[\s。！!～~]/g, '')
  return words.length <= 20 && rows.some((row) => row.test(words))
}

/** The clause that says so, with one aside in front of it at most; what comes behind is the reason. */
export const nothingAmong = (clauses: readonly string[]): boolean => {
  const rest = clauses.length > 1 && aside.test(clauses[0]!) ? clauses.slice(1) : clauses
  return rest.length > 0 && rest.length <= 4 && saysNothing(rest[0]!)
}
