import { starts } from '../text/affixes.js'
import { pattern } from '../text/pattern.js'
import type { Token, WordToken } from '../tokens.js'

/** 请了农大的教授来讲猪病 */
const askedToCome = pattern(
  /(?:请|邀请|邀)(?:了|到|来)?(?!你|您|大家|各位|谁|哪)[^,，。;我俺你您0-9]{2,12}(?:老师|教授|专家|医生|大夫|律师|工程师|研究员|主任|警官|民警|站长|师傅|高工|老[\u4e00-\u9fa5]|博士)来$/,
)

/** 讲《…》, 讲航天, 讲的是…: an object follows; 讲了几句, 讲得好 are none. */
export function deedStands(text: string, tokens: readonly Token[], at: number, t: WordToken): boolean {
  const word = text.slice(t.start, t.end)
  // 唠冬季进补, not 唠嗑, 唠叨
  // 解说的是几个老会员: who told it there
  if (/^(解说|讲解)$/.test(word) && /^(的|人|员|由|[:：])/.test(text.slice(t.end, t.end + 1))) return false
  if (word === '唠') return !'嗑叨家了着'.includes(text[t.end] ?? '嗑')
  if (!word.startsWith('讲')) return true
  const prev = text[t.start - 1] ?? ''
  // 小科我跟你讲昨天…: said to the one who takes it down
  if (word === '讲' && /(?:跟|给|同|和)[你您]$/.test(text.slice(Math.max(0, t.start - 2), t.start)))
    return false
  // 义务讲解，听众80人: what was done, without what it was about
  if (
    /^(解说|讲解)$/.test(word) &&
    /(?:义务|志愿|免费|公益)$/.test(text.slice(Math.max(0, t.start - 2), t.start))
  )
    return true
  // 发传单300张，讲了讲防骗: a word beside what was handed out
  const twice =
    word !== '讲'
      ? t.start
      : text.startsWith('讲了', t.start - 2)
        ? t.start - 2
        : text[t.start - 1] === '讲'
          ? t.start - 1
          : t.start
  if (
    /^讲了讲|^讲讲/.test(text.slice(twice, twice + 3)) &&
    leaflets.test(text.slice(Math.max(0, twice - 30), twice))
  )
    return false
  if (
    word.startsWith('讲完') &&
    !toldToTheEnd.test(text.slice(t.end, t.end + 2)) &&
    !oneThing.test(text.slice(t.end, t.end + 12))
  )
    return false
  // 宣传栏换了12块板，讲冬季用火: what stands on the board
  if (word === '讲' && boardSays.test(text.slice(Math.max(0, t.start - 24), t.start))) return false
  if (prev === '试' && word === '讲') return false
  if ('听主开演宣来'.includes(prev) && !askedToCome(text, t.start - 18, t.start)) return prev === ''
  // 都适合讲给中学生听, 想讲
  if (
    /(适合|可以|值得|准备|打算|想要?|愿意|能|(?<![委协分])会|要|敢|怎么|如何)$/.test(
      text.slice(Math.max(0, t.start - 3), t.start),
    )
  )
    return false
  // 红树林湿地讲解，亲子60人
  if (/^(解说|讲解)$/.test(word) && explainedThere.test(text.slice(Math.max(0, t.start - 12), t.start)))
    return /^[,，。;]?[^,，。;0-9]{0,6}[0-9一二三四五六七八九十百]/.test(text.slice(t.end, t.end + 10))
  const next = text[t.end] ?? ''
  // 讲清明习俗, 讲明代水利: what was taught, and no 讲清, 讲明
  if (ages(text, t.end)) return true
  if ('得好过完到话起明清的'.includes(next))
    return next === '的'
      ? text.startsWith('的是', t.end) ||
          tokens[at + 1]?.type === 'title' ||
          !saidOfIt.test(text.slice(t.end + 1, t.end + 3))
      : next === '完' || next === '过'
  return next !== '' && !'，,。.!?！？;；、'.includes(next)
}

const boardSays =
  /(?:宣传栏|黑板报|板报|橱窗|墙报|画廊|海报)[^。;\n]{0,18}[换出办刊贴登][^。;\n]{0,10}[,，](?:上面|内容|这期)?(?:是|都是)?$/
const explainedThere = /(?:^|[,，。;:：])(?![^,，。;:：]*[听由请有作做的给为])[^,，。;:：0-9]{3,10}$/
/** 刚讲完防溺水; 讲完就走, 讲完三十人 name nothing. */
const toldToTheEnd =
  /^[\u4e00-\u9fa5](?<![了的就才再我你您他她它大还后之以回课已呢吧啊吗时都也又好人下没不在一二两三四五六七八九十百几共总听来有从给去到散上])[\u4e00-\u9fa5]/
/** 讲完鸟，34人: what it was about in one character, and who came. */
const oneThing = new RegExp(
  `${/^[\u4e00-\u9fa5](?<![了的就才再我你您他她它大还后之以回课已呢吧啊吗时都也又好人下没不在一二两三四五六七八九十百几共总听来有从给去到散上])/.source}[,，](?:一共|共|来了|有|学生|孩子|学员|听的|听众|娃娃|小朋友){0,2}[0-9一二两三四五六七八九十百]{1,5}[多来余几]?[个人名位]`,
)
const leaflets =
  /[发散派](?!现|言|展|生)[^,，。;]{0,4}(?:传单|单子|宣传单|资料|折页|册子|明白纸|宣传页)[^。;\n]{0,12}[,，][^,，。;]{0,4}$/
const ages = starts('清明 清代 清朝 清末 清史 清宫 清洁 清淡 清热 清肺 清廉 明清 明代 明朝 明史 明末')

/** 讲的真好, 讲的内容, 讲的时候: how it was, or what is said of it; 讲的安全用电 names what was taught. */
const saidOfIt =
  /^([真很太都也就不好挺特非比极越确实多少久快慢细深透这那什啥啊呀吧呢吗,，。.!！?？;；:：、 ~]|内容|东西|时候|人|话|课|老师|题|事|效果|过程|故事|地方|道理|既|通俗|生动|精彩|清楚|明白|浅|场|那|最|头头|老|有)|^.?$/
