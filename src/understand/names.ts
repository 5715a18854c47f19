import { lexicon } from './lexicon.js'
import { isHan } from './tokens.js'
import { trie } from './trie.js'

const compoundSurnames = new Set(
  '欧阳 司马 上官 诸葛 司徒 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 宇文 长孙 端木 百里 南宫 轩辕 闻人 呼延 独孤 澹台 宗政 濮阳 淳于 太史 申屠 仲孙 钟离 鲜于 闾丘 拓跋'.split(
    ' ',
  ),
)
const surnames = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程嵇邢裴陆荣翁荀羊甄曲封芮储靳汲邴糜松段富巫焦巴牧隗山谷侯宓蓬全郗班仰秋仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶司韶黎薄印宿白怀蒲邰鄂索籍赖卓蔺屠蒙池乔阴胥苍双闻党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿边扈燕冀郏浦尚农温庄晏柴瞿阎充慕连茹习宦艾鱼容古易慎戈廖庾衡耿满弘匡国文寇广禄阙东欧利蔚夔隆师巩聂晁勾敖融冷訾辛阚简饶曾沙鞠丰关蒯查荆游竺权盖益桓仝肖覃凃涂邝岳帅缑亢况郈琴楚闫法鄢钦商牟佘伯赏墨谯笪爱阳佟言福闪冼磨占揭卿邸苑初谌展揣练隋冯战付代党修亚哲鹿巢瞿邬贲滑昝钮璩郏暨蒯郗亓綦乌那麦庹斯额阮仉敬戢芦佀逯隋晁粟',
)
/** Characters no given name holds: what follows is the sentence. */
const noName = new Set(
  '的了在是有和与及也都还就不这那个们人上下来去到给为向对说讲听看做作搞办会能可要把被让从以后前边里外场座课题诊训者',
)

/** Words that begin like a name. */
const common = trie(
  `项目 连续 方案 方面 方式 方法 安全 安排 安装 成功 成果 成立 成员 高中 高一 高二 高三 高考 高血压 高龄 高温 时代 时间 时事 和平 和谐 平安 平台 平时 明天 常识 常见 常用 于是 万人 余人 余名 包括 包含 金融 金秋 温度 水利 水稻 水果 水产 花卉 花生 马路 牛奶 石油 白天 黄金 古代 文化 文艺 文明 文体 国家 国庆 国际 经济 经典 经验 公共 公司 公园 公益 党员 党课 党校 党史 武术 戏曲 路口 桥梁 项链 许多 计划 任务 任何 全体 全市 全县 全省 单位 双方 双百 相关 房屋 麻将 米粉 毛笔 江边 华侨 应急 应用 应对 贺信 车站 边远 严重 康复 康养 成人 强调 强化 农业 农民 农村 农技 农药 沙画 危险 易懂 广大 广泛 广场 广播 向大家 解答 解决 解放 宣传 经过 路灯 童心 童谣 祖国 祝贺 舒适 乐器 柔力球 师生 师徒 班主任 钱币 党风 法律 法制 法治 法院 应邀 老科协 毕业 景区 郊区 曲艺 曲目 梅花 蓝莓 柏油 林业 林场 樱桃 桃树 李子 柳树 杨梅 柿子 房产 席位 宁静 向日葵 莫名 别人 易地 闻名 司法 司机 宗旨 贾平凹`
    .split(/\s+/)
    .map((w) => [w, true] as const),
)

/** What follows a name or stands before it: posts, trades and forms of address. */
const posts = `专家 教授 副教授 医生 医师 主任医师 副主任医师 主治医师 中医师 讲师 高级讲师 老师 教师 研究员 副研究员 农艺师 高级农艺师 工程师 高级工程师 总工程师 高工 总工 博士 硕士 院士 咨询师 心理咨询师 技师 园艺师 畜牧师 兽医师 律师 大夫 博导 导师 护士长 护士 营养师 药师 辅导员 特派员 学者 作家 科学家 教练 技术员 宣讲员 讲解员 志愿者 会员 同志 先生 女士 劳模 老劳模 老党员 老战士 老兵 顾问 成员 法官 检察官 警官 民警 警察 消防员 评论员 传承人 非遗传承人 工匠 主播 演说家 党校教师`
/** Officers: they lecture only where it is said. */
const officers = `会长 副会长 常务副会长 名誉会长 秘书长 副秘书长 理事长 理事 常务理事 主席 副主席 书记 副书记 主任 副主任 科长 副科长 处长 副处长 局长 副局长 院长 副院长 校长 副校长 所长 副所长 站长 团长 队长 组长 部长 经理 总经理 馆长 台长 主编 委员 负责人 支部书记 县长 市长 镇长 乡长 村长 厂长 董事长 总裁 行长 园长 教务主任 班长 主管`
const postTrie = trie<boolean>([
  ...officers.split(' ').map((w) => [w, false] as const),
  ...posts.split(' ').map((w) => [w, true] as const),
])
/** A post or trade at `at`; `trade` where whoever has it teaches or heals by profession. */
export const postAt = (
  text: string,
  at: number,
): { readonly end: number; readonly trade: boolean } | null => {
  const found = postTrie.at(text, at)
  return found ? { end: found.end, trade: found.value } : null
}
/** A post or trade that ends at `at`. */
export function postBefore(text: string, at: number): { readonly trade: boolean } | null {
  for (let l = 6; l >= 2; l--) {
    const found = at - l >= 0 ? postTrie.at(text, at - l) : undefined
    if (found?.end === at) return { trade: found.value }
  }
  return null
}

/** What the sentence goes on with behind a name. */
const goesOn = trie(
  `主讲 讲授 讲课 讲了 授课 宣讲 出诊 坐诊 作了 作题 做了 走进 深入 围绕 应邀 受邀 担任 结合 详细 生动 通过 分别 现场 前往 介绍 具体 讲解 培训 一行 亲自 专程 耐心 带队 主持 参加 出席 率队 先后 今天 昨天 上午 下午 传授 针对 运用 利用 负责 退休 等人 表示 带来 进行 开展 指导 同台 联袂 高级 首席 国家 全国 特级 著名 知名`
    .split(/\s+/)
    .map((w) => [w, true] as const),
)
const stops =
  '，,。.；;:!?！？、|/《“"（）()\n 在到给为向对作做就以和与及同讲说谈用从来去于的了等是将又也都还把被由并带授担介围走教应'

/** Whether a name can begin with the character. */
const begins = new Uint8Array(0x10000)
for (const c of surnames) begins[c.charCodeAt(0)] = 1
for (const w of compoundSurnames) begins[w.charCodeAt(0)] = 1
export const mayBeName = (text: string, at: number): boolean => begins[text.charCodeAt(at)] === 1

/** Reads a name of two to four characters at `at`; null where none begins. */
export function nameAt(text: string, at: number, limit: number): number | null {
  if (!isHan(text.charCodeAt(at))) return null
  const compound = compoundSurnames.has(text.slice(at, at + 2))
  if (!compound && !surnames.has(text[at]!)) return null
  // 那 is a name behind a post or a mark only: 主任那某
  if (text[at] === '那' && !(postBefore(text, at) || (at > 0 && '讲师人:、'.includes(text[at - 1]!))))
    return null
  const given = at + (compound ? 2 : 1)
  let end = given
  while (end < limit && end - given < 2 && isHan(text.charCodeAt(end))) {
    const c = text[end]!
    if (noName.has(c) || (end > given && stops.includes(c))) break
    if (end > given && (postTrie.at(text, end) || goesOn.at(text, end))) break
    end++
  }
  return end === given ? null : end
}

/** Whether the sentence can go on there as behind a name: a post, a mark, a deed; not another character of a longer word. */
export function endsName(text: string, end: number, limit: number): boolean {
  if (end >= limit) return true
  return (
    stops.includes(text[end]!) ||
    !isHan(text.charCodeAt(end)) ||
    postTrie.at(text, end) !== undefined ||
    // 张某某张大夫: the surname said again with the post
    (surnames.has(text[end]!) && postTrie.at(text, end + 1) !== undefined) ||
    goesOn.at(text, end) !== undefined
  )
}

/** 老孙, 吴老师, 李专家 and words like 高血压 or 安全 are no names. */
export function isName(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end)
  if (/^[老小]/.test(name) || postTrie.at(text, start + 1) !== undefined) return false
  const word = lexicon().at(text, start)
  if ((word && word.end >= end) || common.at(text, start)) return false
  const inner = lexicon().at(text, start + 1)
  return !(inner && inner.end <= end && inner.end - start >= 3 && !inner.value.tags.includes('guard'))
}
