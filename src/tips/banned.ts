/**
 * What no tip may say. A row matches a whole tip (title and body); `unless` lists words that turn it into a warning
 * (别信“根治”). Rows, so that the office's reviewers can add one.
 */
export interface BannedRow {
  readonly words: readonly string[]
  readonly why: string
  readonly instead: string
}

export const banned: readonly BannedRow[] = [
  {
    words: ['根治', '包治', '治愈率', '药到病除', '一治就好', '彻底治好', '断根'],
    why: '许诺疗效',
    instead: '只说怎么预防、什么时候看医生',
  },
  {
    words: ['偏方', '秘方', '祖传', '神药', '神医', '验方'],
    why: '推荐偏方',
    instead: '换成有出处的做法',
  },
  {
    words: [
      '抗癌',
      '防癌',
      '治癌',
      '杀死癌细胞',
      '逆转糖尿病',
      '清血管',
      '软化血管',
      '排毒',
      '溶血栓',
      '通血管',
    ],
    why: '没有公认依据的功效',
    instead: '只写权威文件里说到的好处',
  },
  {
    words: ['代替药', '替代药', '不用吃药', '停了药', '可以停药', '不必吃药', '胜过吃药'],
    why: '让人停药换药',
    instead: '加减换药请问医生',
  },
  {
    words: [
      '立即见效',
      '立竿见影',
      '马上见效',
      '三天见效',
      '一次见效',
      '百分之百',
      '绝对安全',
      '永不',
      '毫无副作用',
    ],
    why: '说得太满',
    instead: '去掉这句，或说“多数”“有助于”',
  },
  {
    words: ['最新研究', '专家说', '据说', '研究发现', '外国专家'],
    why: '没有出处的说法',
    instead: '写明机构和文件',
  },
  {
    words: ['转发', '不转不是', '速看', '惊呆', '震惊', '内部消息'],
    why: '像谣言的口气',
    instead: '平平常常地说',
  },
]

const list = (...lines: readonly string[]): readonly string[] => lines.join(' ').split(' ')

/** Beside these a banned word is being warned of, not claimed. */
export const warnings = list(
  '别信 不信 莫信 不要信 不可信 不能 不会 不可 没有 不是 谁说 声称 号称 吹 公开',
  '所谓 骗 假的 谣 小心 当心 别 不等于 “ 求 不靠 没',
)

/** Words of medicines: with a figure and a unit of dose beside them a tip would prescribe. */
export const drugWords = list(
  '药 阿司匹林 头孢 阿莫西林 胰岛素 二甲双胍 硝酸甘油 他汀 布洛芬 对乙酰氨基酚 激素',
  '抗生素 抗菌素 维生素 钙片 鱼油 阿胶 三七 人参',
)
export const doseUnits = list('毫克 mg 微克 片 粒 丸 支 滴 单位 IU ml 毫升 包 袋')

/** Words after which a tip belongs to the doctor's reviewer and must send the reader to one. */
export const medicationWords = list(
  '吃药 服药 用药 药量 停药 换药 加药 减药 降压药 降糖药 安眠药 止痛药 感冒药',
  '抗生素 抗菌药 消炎药 头孢 阿司匹林 胰岛素 硝酸甘油 他汀 处方 中药 中成药 西药',
  '药片 输液 疗程 药酒 降压 降糖 血糖仪 保健品',
)
/** Where such a tip sends the reader. */
export const doctorWords = list('医 120 一二〇 急救 门诊 疾控 卫生院 眼科 喉科 药师')
/** Words that look like medication and are not: the ordinary medicine of an emergency bag, a withdrawal period. */
export const harmless = list('常用药 备用药 农药 兽药 火药 休药期')
/** A member's own tip with one of these goes to the doctor before anybody else. */
export const essayMedicalWords = list(
  '药 血压 血糖 血脂 治病 治好 治疗 疼 痛 病 手术 中医 偏方 食疗 保健品 打针 疫苗 输液 针灸 拔罐 艾灸 晕 胸闷 心慌',
)
