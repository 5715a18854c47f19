// Who is told of as ill or with a telephone number in further words: 钱有福老人血压很高 · 高桂香、段有田，电话139****1234; pure.

/** Family names of a name that stands in such words, the rarer ones too. */
const family =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤鲍葛冼闵柯岑滕祝阮蓝祁卓饶甘尤翁裘颜倪蒙聂柴邬糜晏詹瞿鄢仇佘阎骆邝邢樊巫喻芮屈殷项蒲虞鞠仝栾郗欧阳冉郎丘岳施洪季吉尚霍申褚左兰涂费温柏苗辛凌管伍'
const one = `[${family}][\\u4e00-\\u9fff]{1,2}?`
const kin =
  '(?:老人家?|老[汉头太]|老师傅|大[爷妈娘伯叔婶嫂哥姐]|奶奶|爷爷|阿[姨婆公]|婆婆|师傅|同志|患者|家属|本人)'
const kinship =
  '(?:老伴|爱人|丈夫|妻子|儿子|女儿|儿媳|孙子|孙女|母亲|父亲|婆婆|公公|哥哥|弟弟|姐姐|妹妹|家属|邻居)'
/** What stands before a name. */
const before = `(?<=^|[^\\u4e00-\\u9fff]|其中|会员|村民|渔民|老人|居民|社员|职工|工人|同志|[叫是给有看到的和及]|发现|查出|[户组村队屯]|老[汉伴头太]|[爷妈娘婆伯婶叔嫂奶姨]|师傅|${kinship})`
const much =
  '(?:也|都|还|又|很|挺|太|特别|有点|有些|比较|一直|老是|总是|老|总|偏|忽|严重|相当|非常|不太|不大|实在){0,3}'
const organ =
  '(?:心脏|心口|胸口|腰|腿脚|腿|眼睛|眼|耳朵|肝|肾|肺|胃|肠|身体|膝盖|关节|脑袋|嗓子|牙|皮肤|乳腺|甲状腺|前列腺|头|肚子|手脚|手|脚|血管|骨头)'
const troubles = [
  `的?(?:血压|血糖|高压|低压|心率|心跳|血脂|尿酸|心律|体温)${much}(?:高|低|不稳|不齐|不正常|降不|升|超|\\d)`,
  `(?:的)?${organ}(?:上|里|部)?${much}(?:不好|不太好|不大好|不怎么好|不行|不舒服|疼|痛|麻|肿|难受|发炎|出血|浮肿|溃烂|看不清|听不[见清]|长了|有(?:点|个|些)?(?:毛病|问题|肿块|结节|阴影|瘤|病))`,
  `(?:最近|昨天|前几天|上个月)?${much}(?:咳血|便血|吐血|咯血|头晕|晕倒|发作|摔伤|骨折|中风|偏瘫|瘫痪|住院|病危|病重|发高?烧|气喘|喘不上气|水肿|肿瘤|怀孕)`,
]
/** Where what follows is taught, an expert's or a branch of medicine. */
const taught =
  '(?![^，,。；;]{0,6}(?:讲|课|防治|预防|知识|科普|培训|门诊|筛查|咨询|专[家科]|科|医|宣传|权威|研究))'
const number = '(?:\\d{3,4}\\*{4}|0\\d{2,3}-?\\d{0,4}\\*{3})'
const called = '(?:的)?(?:联系)?(?:电话|手机|号码|手机号|方式|微信)?(?:号码?)?[是为：:\\s]{0,2}'

/** Each finds names, one or several with 、 between them, in its first group. */
function rowsOf(conditions: string): readonly RegExp[] {
  const ill = `(?:${[...troubles, `(?:的)?${much}(?:有|是|患|得了?|查出|落下)?[心肝肺肾胃脑肠骨眼腺]{0,2}(?:${conditions}|骨质疏松|肝病|肾病|肺病|眼病|心脏病|三高)`].join('|')})`
  return [
    new RegExp(`${before}((?:${one}、){0,5}${one})${kin}?[）)]?${taught}${ill}${taught}`, 'g'),
    // 梁大有，76岁，冠心病 · 魏长河（血压180）
    new RegExp(
      `${before}(${one})${kin}?[，,（(\\s](?:[男女][，,]?)?(?:\\d{2,3}岁[，,]?)?(?:住[^，,]{1,8}[，,])?${taught}${ill}${taught}`,
      'g',
    ),
    // 喝酒喝出了肝病
    new RegExp(
      `${before}([${family}][\\u4e00-\\u9fff]{1,2})${kin}?[^，,。；;\\d讲课]{1,6}出了?(?:${conditions}|[肝肺胃肾]病)`,
      'g',
    ),
    // 赵金山，139****1234 · 马秀英家属139****1234
    new RegExp(
      `(?<!(?<!家属)(?:联系|负责|联络|主讲|经办|报名|咨询)[人员]?[是：:\\s]{0,2}|(?:讲师|专家|医生|老师|主任|会长)[是：:\\s]{0,2})(?<=^|[^\\u4e00-\\u9fff]|其中|${kinship}|[叫是有的和及户组村队])((?:${one}、){0,5}${one})(?:${kin}|的?${kinship}){0,2}[，,（(：:\\s]{0,2}${called}${number}`,
      'g',
    ),
    // 张翠花的老伴周国强中风了: whose he is
    new RegExp(`${before}(${one})的${kinship}(?=${one}(?:${kin})?${ill})`, 'g'),
  ]
}

const known = new Map<string, readonly RegExp[]>()
function compiled(conditions: string): readonly RegExp[] {
  const rows = known.get(conditions) ?? rowsOf(conditions)
  known.set(conditions, rows)
  return rows
}

const noName =
  /[的了是在和与很太都也讲办看给被把这那我你他她病疼痛血压糖]|^(?:方便|高[龄血压温]|白[天内]|马上|陈旧|江边|金额|石膏|田间|程度|关[于节]|任[何务]|常[年见]|向来|万一|钟头|季节|雷雨|毛病|严重|方[法式]|许[多久]|何[时况]|曾经|顾[客问]|尤其|于是|平时|温度|管[理控]|辛苦|左[右边腿手脚]|洪水|施肥|吉利|尚未|申请|项目|蒙医|苗族|兰花|时常|家里|水肿|联[络系]|电话|经常|余下|余名|万人|金秋|夏[天季]|秋|冬|汤药|严[格寒]|黄[疸昏]|孔子|龙头|叶子|花[了费])|(?:老师|医生|医师|主任|护士|大夫)$|[村庄镇乡县区市社校院屯寨坪街路]$|..[沟湾店坝冲]$|^.[边天年月日时名位个人]$/

/** 方便, 马上, 周老师: begins as a family name does, and is none of a third person. */
export const isNoName = (name: string): boolean => noName.test(name)

/** Start and length of the names. */
export function toldBeside(text: string, conditions: string): (readonly [start: number, length: number])[] {
  if (text.length > longest) return []
  return compiled(conditions).flatMap((row) =>
    [...text.matchAll(row)].flatMap((m): (readonly [number, number])[] => {
      let at = m.index
      return m[1]!.split('、').flatMap((name): (readonly [number, number])[] => {
        const start = at
        at += name.length + 1
        return isNoName(name) ? [] : [[start, name.length]]
      })
    }),
  )
}
/** Beyond it nothing is a report; the other rules still look. */
const longest = 4000
