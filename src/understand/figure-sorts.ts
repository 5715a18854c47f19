import type { Clause } from './clauses.js'
import { onlyFillers, says, sort, who, type Around, type Sort } from './figure-context.js'
import { people } from './figure-people.js'
import { has, type NumberToken, type Token, type WordToken } from './tokens.js'

/** …三场都是某某主讲: how many were told, of all of them. */
const saidOfAll = (text: string, t: NumberToken): boolean =>
  t.num.value > 2 &&
  /^(都是|均是|全是)[\u4e00-\u9fa5]{2,4}(主讲|讲的)/.test(text.slice(t.end, t.end + 10)) &&
  /[。;,，\n ]$/.test(text.slice(Math.max(0, t.start - 1), t.start))

export function session(text: string, t: NumberToken, a: Around): Sort | null {
  const unit = text.slice(t.num.end, t.end)
  const prev = text[t.start - 1] ?? ''
  const next = text[t.end] ?? ''
  // 120块钱一场: what it costs
  if (/(元|块钱?)$/.test(text.slice(Math.max(0, t.start - 2), t.start))) return null
  if (
    prev !== '' &&
    '又再每首这那上下头有第同届'.includes(prev) &&
    !(prev === '上' && /^[堂节课]/.test(unit))
  )
    return null
  // 锦绣家园二期: a part of the estate
  if (
    unit === '期' &&
    t.num.value < 10 &&
    /(家园|小区|花园|花苑|苑|公馆|新城|新村|广场|府|郡|湾)$/.test(
      text.slice(Math.max(0, t.start - 2), t.start),
    )
  )
    return null
  // 去年全年才10场: to compare
  if (
    /(去年|上年|往年|前年|上一?届)[^,，。;]{0,6}(才|只|仅|也就)(有|讲了?|办了?|搞了?)?$/.test(
      text.slice(Math.max(0, t.start - 12), t.start),
    )
  )
    return null
  // 三堂街镇
  if (/^(街|镇|乡|村|路|湾|坪)/.test(next)) return null
  if (/年级$|初|高$/.test(text.slice(Math.max(0, t.start - 2), t.start)) && unit.startsWith('班')) return null
  if (unit === '班' && '级长'.includes(next) && next !== '') return null
  // 搞了一回
  const held =
    /[回趟]/.test(unit) && /(搞|办|做|开|讲|组织|举办)了$/.test(text.slice(Math.max(0, t.start - 3), t.start))
  if (/^[批轮回趟讲]$/.test(unit) && t.num.value < 2 && !held) return null
  // 学校加了俩班, 来了两个班: of pupils
  if (
    /^个?班$/.test(unit) &&
    /(加|来|并|合|带|有|坐)了?$/.test(text.slice(Math.max(0, t.start - 2), t.start))
  )
    return null
  // 被掌声打断6次
  if (/(打断|鼓掌|点赞|转发|点击|浏览)[^,，。]{0,2}$/.test(text.slice(Math.max(0, t.start - 4), t.start)))
    return null
  // 共赛7轮
  if (unit === '轮' && /赛|比|循环/.test(text.slice(Math.max(0, t.start - 4), t.start))) return null
  if (unit.startsWith('批') && /接待|来访|接访|来客/.test(text.slice(Math.max(0, t.start - 16), t.start)))
    return null
  if (/^[次回趟]/.test(unit) && t.num.value === 1) {
    // 书法比赛搞了一回: what was held stands in front of the verb
    const near = a.before.findLast((x) => !has(x, 'do') || (x.type === 'word' && x.word.kind !== null))
    const after = a.after[0]
    const named = (x: Token | undefined, gap: number) =>
      x?.type === 'word' && x.word.kind !== null && gap <= 12
    if (!named(near, near ? t.start - near.end : 99) && !named(after, after ? after.start - t.end : 99))
      return null
    if (next === '性') return null
  }
  if (says(a.before, 'often') || /^(均由|均为|都由)/.test(text.slice(t.end, t.end + 2)) || saidOfAll(text, t))
    return null
  // 点播3万次, 阅读量8万次; but 线上答疑28次
  const told = a.before.at(-1)
  const ofKind = told?.type === 'word' && told.word.kind !== null && told.end === t.start
  if (/^[次人]/.test(unit) && ((says(a.before, 'online') && !ofKind) || t.num.value > 20_000)) return null
  return sort('sessions')
}

export function printed(text: string, c: Clause, t: NumberToken, a: Around): Sort | null {
  if (each(text, t)) return null
  const unit = text.slice(t.num.end, t.end)
  // 挂图30张贴了一走廊: shown, not given
  if (/^(贴|挂|展|摆)/.test(text.slice(t.end, t.end + 1))) return null
  // 资料带了80份，发出53份: what was brought along
  if (
    /(带了|带去|带来|印了|准备了|备了|印制了|准备)$/.test(text.slice(Math.max(0, t.start - 3), t.start)) &&
    /^[^。;\n]{0,10}(发出|发了|发放|发掉|送出)[去了]?[0-9一二三四五六七八九十百千]/.test(
      text.slice(t.end, t.end + 18),
    )
  )
    return null
  const nouns = (ts: readonly Token[]) =>
    ts.filter(
      (x) =>
        has(x, 'printed') ||
        has(x, 'unprinted') ||
        has(x, 'medicine') ||
        (x.type === 'word' &&
          x.word.kind !== null &&
          ['research', 'proposal', 'article'].includes(x.word.kind.kind)),
    )
  const behind =
    a.after[0] && a.after[0].start <= t.end + 6
      ? nouns(a.after).find((x) => x.start <= t.end + 8 && !/[、，,]/.test(text.slice(t.end, x.start)))
      : undefined
  // 提交《…的建议》1份: the paper itself
  const paper = a.before.at(-1)
  if (
    paper?.type === 'title' &&
    paper.end >= t.start - 1 &&
    /^[份篇件]/.test(unit) &&
    /(建议|建议书|提案|报告|议案|对策|思考)》$/.test(text.slice(paper.start, paper.end))
  )
    return document(text, t, a)
  const before = nouns(a.before).at(-1)
  const named = behind ?? before
  if (named) {
    if (has(named, 'unprinted') || has(named, 'medicine')) return null
    if (has(named, 'printed')) return sort('materials')
    return /^[份本]/.test(unit) ? sort('documents') : null
  }
  // 报送建议11份，其中3份得到批示
  if (/^[份本]/.test(unit) && (says(a.before, 'adopt') || a.after.some((x) => has(x, 'adopt'))))
    return document(text, t, a)
  if (says(a.before, 'total') && /[份册本]/.test(n2(text, c, t))) return sort('materials')
  const handed =
    says(a.before, 'handout') ||
    /[发赠送印书]$/.test(text.slice(Math.max(0, t.start - 1), t.start)) ||
    /[发赠送印书]/.test(text.slice(c.start, t.start))
  if (handed) return sort('materials')
  return /^[份册本]/.test(unit) && a.before.length === 0 ? sort('materials') : null
}

/** 采用9篇, 3篇被采纳; in 投稿26篇 采用9篇 the 采用 is the next number's. */
/** The clause before, where 共60份 sums up what was handed out. */
const n2 = (text: string, c: Clause, t: NumberToken): string =>
  text.slice(Math.max(0, c.start - 20), t.start - 1)

/** A word for papers, or for their being taken up, stands with the number. */
const papers = (a: Around): boolean =>
  [...a.before, ...a.after].some(
    (x) =>
      has(x, 'adopt') ||
      (x.type === 'word' &&
        x.word.kind !== null &&
        ['research', 'proposal', 'article'].includes(x.word.kind.kind)),
  )

const each = (text: string, t: NumberToken): boolean =>
  t.num.value === 1 && /(人人|每人|各|一人)[^,，。]{0,5}$/.test(text.slice(Math.max(0, t.start - 8), t.start))

export function document(text: string, t: NumberToken, a: Around): Sort | null {
  // 推广技术5项, 解决难题7件: counted like papers, but none
  const label = /(件|篇|条|份)数[:：]?$/.test(text.slice(Math.max(0, t.start - 3), t.start))
  if (/^[项件则点]$/.test(text.slice(t.num.end, t.end)) && !papers(a) && !label) return null
  // 2篇获优秀成果奖: a prize, neither written again nor taken up
  if (/^(分别)?(获|荣获|被评)[^,。;]{0,16}(奖|优秀)/.test(text.slice(t.end, t.end + 22))) return null
  const beside = (x: Token | undefined, gap: number): boolean =>
    x?.type === 'word' && x.word.kind !== null && gap <= 3
  if (
    t.num.value === 1 &&
    text[t.num.start] === '一' &&
    !says(a.before, 'adopt') &&
    !beside(a.after[0], (a.after[0]?.start ?? 99) - t.end) &&
    !beside(a.before.at(-1), t.start - (a.before.at(-1)?.end ?? 0))
  )
    return null
  const behind = a.after.find((x) => has(x, 'adopt'))
  const its =
    behind !== undefined &&
    !(
      a.next?.type === 'number' &&
      onlyFillers(text, behind.end, a.next.num.start) &&
      !/[、,，]/.test(text.slice(behind.end, a.next.num.start))
    )
  // 发表稿件48篇: published, but the number of pieces told
  const published = a.before.some(
    (x, k) =>
      has(x, 'adopt') &&
      a.before[k + 1]?.type === 'word' &&
      (a.before[k + 1] as WordToken).word.kind?.kind === 'article' &&
      /[发刊登]/.test(text.slice(x.start, x.end)),
  )
  const adopted =
    /(登|登了|用了|见报|登出|录用了|批了|批示了|批)$/.test(text.slice(Math.max(0, t.start - 3), t.start)) ||
    (a.before.some((x) => has(x, 'adopt')) && !published) ||
    its
  return sort(adopted ? 'adopted' : 'documents')
}

/** 4家企业, 走访企业9家, …等10家; 三家单位 and 8家媒体 are none of ours. */
export function firms(text: string, t: NumberToken, a: Around): Sort | null {
  // 症结14处, 毛病9处: found, not visited
  if (
    text.slice(t.num.end, t.end) === '处' &&
    !a.before.some((x) => x.type === 'word' && x.word.kind?.kind === 'base')
  )
    return null
  const named = (x: Token): boolean =>
    has(x, 'company') ||
    (x.type === 'word' && (x.word.kind?.kind === 'enterprise' || x.word.kind?.kind === 'base'))
  // 6家钢企, 3家药企
  const short =
    /^[^,，。;、]{0,3}企([^业]|$)/.test(text.slice(t.end, t.end + 5)) ||
    text.slice(t.num.end, t.end).endsWith('企业')
  return a.before.some(named) ||
    /(助企|企业|帮企)[^。;\n]{0,12}$/.test(text.slice(Math.max(0, t.start - 16), t.start)) ||
    (a.after[0] !== undefined && named(a.after[0])) ||
    short ||
    /^[^,，。;、]{0,5}(厂|公司|企业|合作社)/.test(text.slice(t.end, t.end + 9)) ||
    text[t.start - 1] === '等'
    ? sort('firms')
    : null
}

/** What in front of so many 个 says that they are people who came. */
const pieceLeads: readonly RegExp[] = [
  // 一共看了六十一个药也带去了
  /(看|瞧|接诊|诊)了(大概|大约|约|得有|有)?$/,
  // 人不多，就十九个; 来的人不多三十一个
  /(人|来的|到的|听的|学的|看的)(不多|不少|多|少|不算多|还不少|还行|挺多|蛮多|齐|不齐)[,，]?(就|也就|只|才|有|只有|就来了|一共|总共|拢共|统共)?(有)?$/,
  // 来学的有二十七个, 来上课的49个
  /[来到](学|听|看|问|上课|听课|参加|咨询|求诊|看病)?的(人|老乡|乡亲|群众)?(一?共|总共|大概|大约|约|差不多)?(有|是)?$/,
  // 正经号脉的39个, 量血压的不算，看病的40个
  /(号脉|把脉|看病|问诊|咨询|听课|听讲|上课|签到|领药|抓药|学艺|学手艺|参训)的(一?共|总共|大概|大约)?(有|是)?$/,
]
/** 二十四个管水员参加会议, 33个，签到表我数了两遍: and behind. */
const pieceTails =
  /^[\u4e00-\u9fa5]{1,5}(参加|到会|到场|来听|来学|来看|来问|听课|参训|都来)|^[,，](签到[表簿]|点名册?|花名册)[^,，。;]{0,4}[数点]/

/** 个 says little: 85个居民, 3个工作站, 4个企业, 建议6个, 医生去了四个. */
export function piece(text: string, c: Clause, t: NumberToken, a: Around): Sort | null {
  for (const x of a.after) {
    if (x.type === 'mark') break
    // 20个展位吸引市民…: what follows the verb is not what was counted
    if (/^(吸引|接待|惠及|覆盖|参与|参加|迎来)$/.test(text.slice(x.start, x.end)) && x.start > t.end + 1)
      return null
    // 一共四十八个师傅十一个: the noun is the next number's
    if (who(x) && a.next?.type === 'number' && onlyFillers(text, x.end, a.next.num.start)) break
    if (who(x) && x.start > t.end + 6) break
    if (who(x)) return people(text, c, t, a)
    if (has(x, 'company')) return sort('firms')
    if (
      x.type === 'word' &&
      x.word.kind &&
      countOf(x.word.kind.kind) &&
      !/[的算]/.test(text.slice(t.end, x.start))
    )
      return countOf(x.word.kind.kind)
  }
  // 已达86个, 累计建成35个: a stock beside what was added
  if (
    /(已达|达到|累计达|总数达|发展到|达)$/.test(text.slice(Math.max(0, t.start - 3), t.start)) &&
    !a.before.some((x) => has(x, 'audience') || has(x, 'reach'))
  )
    return null
  // 接听来电318个
  if (/(来电|电话|热线|接听)$/.test(text.slice(Math.max(0, t.start - 2), t.start))) return null
  // 覆盖11个苏木镇, 到5个网点: places
  if (
    /^[^,，。;、\d\s|]{0,3}(镇|乡|村|县|市|区|旗|州|省|寨|屯|街道|嘎查|苏木|网点|站点|点位|摊位|单位|部门|学校|行业)/.test(
      text.slice(t.end, t.end + 6),
    )
  )
    return null
  // 人嘛一百三十来个
  if (
    /人(嘛|呢|啊|数|头|吧)(大概|大约|约|有|共|一共|是)*$/.test(text.slice(Math.max(0, t.start - 8), t.start))
  )
    return people(text, c, t, a)
  // 三十二个人哦不对三十四个: the figure set right
  if (
    /(不对|[哦噢啊]不|不不|说错了|错了)[,，]?(是|应该是|该是)?$/.test(
      text.slice(Math.max(0, t.start - 8), t.start),
    ) &&
    /[人个名位]/.test(text.slice(Math.max(0, t.start - 14), t.start))
  )
    return people(text, c, t, a)
  const lead = text.slice(Math.max(0, t.start - 16), t.start)
  if (pieceLeads.some((row) => row.test(lead)) || pieceTails.test(text.slice(t.end, t.end + 14)))
    return people(text, c, t, a)
  // 实际到了72个
  const came = a.before.findLast((x) => has(x, 'actual'))
  if (came && onlyFillers(text, came.end, t.start)) return people(text, c, t, a)
  // 20个后来的, 32个是本村的
  if (/^(是)?(后来|迟到|早退|请假)/.test(text.slice(t.end, t.end + 4))) return null
  // 有八个队一百六十人: the teams
  if (/^(队|组|代表队|班|节目|品种|摊|棚|村|厂|点)/.test(text.slice(t.end, t.end + 3))) return null
  // 孩子一共64个: the noun in front of the sum
  const near = a.before.findLast((x) => !has(x, 'total') && x.type === 'word')
  if (!near || !onlyFillers(text, near.end, t.start)) return null
  // 查看产业基地14个: gone to see, not founded
  if (
    near.type === 'word' &&
    near.word.kind?.kind === 'base' &&
    /(查看|察看|考察|参观|走访|观摩|走进|踏看)[^,。;、]{0,6}$/.test(text.slice(c.start, near.start))
  )
    return null
  if (who(near) || has(near, 'reach')) return people(text, c, t, a)
  if (has(near, 'company')) return sort('firms')
  if (has(near, 'found')) return sort('documents')
  if (
    near.type === 'title' &&
    /(工作室|工作站|基地|服务站|示范点|小院|驿站|示范户)[”"」』]$/.test(text.slice(near.start, near.end))
  )
    return sort('documents')
  return near.type === 'word' && near.word.kind ? countOf(near.word.kind.kind) : null
}

const countOf = (kind: string): Sort | null =>
  ['research', 'proposal', 'article', 'base'].includes(kind)
    ? sort('documents')
    : kind === 'training' || kind === 'lecture'
      ? sort('sessions')
      : null
