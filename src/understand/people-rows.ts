/**
 * What the words right in front of a number of people, or right behind it, make of it, whatever nouns stand around:
 * `helpers` held or went along, `nobody` was not there or is told of besides. The first row of which everything holds
 * decides; to teach a way of telling, add a row and a line to tests/understand/voices.spec.ts.
 */
export interface PeopleRow {
  readonly is: 'helpers' | 'nobody'
  /** Of the clause in front of the number, and of the text behind it. */
  readonly lead?: RegExp
  readonly tail?: RegExp
  /** Not in the clause in front. */
  readonly not?: RegExp
  /** The number's own unit. */
  readonly unit?: RegExp
  /** More than so many are an audience. */
  readonly most?: number
  /** A unit stands in front in the clause. */
  readonly named?: true
  /** No word of taking part in front. */
  readonly unreached?: true
}

export const peopleRows: readonly PeopleRow[] = [
  // 62人登台; 上台的62人，台下观众230
  { is: 'helpers', tail: /^(登台|上台|参演|演出|表演|同台|登场)/ },
  { is: 'helpers', lead: /(上台|登台|登场|参加演出|参演|参加表演)的?(有|共)?$/ },
  // 村干部5人陪同, 志愿者6人维持秩序
  {
    is: 'helpers',
    tail: /^(全程)?(陪同|协助|帮忙|配合|维持|维护|负责|打下手|当助手|搭把手|值守|引导|保障|后勤|跟班|做保障|搞保障|跑腿|登记|照相|拍照|摄影)/,
    most: 40,
  },
  // 接待外地同行来访48人
  { is: 'nobody', lead: /接待[^,，。;]{0,14}来访[^,，。;]{0,6}$/, not: /咨询|心理/ },
  // 原先通知的是100人; 23个人来了20个
  {
    is: 'nobody',
    lead: /(原先|原来|本来|原本|通知|预备|准备|打算)(请|邀请|安排|组织|报|写|说|填|记)?(的|了|来)?(是|有)?$/,
  },
  {
    is: 'nobody',
    tail: /^(实?到了?|来了|只来了|到会)[0-9一二三四五六七八九十百两]+[个人名位]{1,2}(?!请假|缺席|没来|发言)/,
  },
  // 预想来30人，结果来了58; 通知了100人实际来了64
  {
    is: 'nobody',
    lead: /(预想|料想|原以为|以为|原想|本想|想着|指望|盼着|说好|原说|估计会|估计能|通知)(会|能|要)?(来|到|有)?(了|的)?(是|有)?$/,
  },
  // 招40人，还差6个
  { is: 'nobody', lead: /(招|限招|还?差|还?缺|还?少|名额)(了|有)?$/, unreached: true },
  // 100人的会议室来了72人
  {
    is: 'nobody',
    unit: /人$/,
    tail: /^的?(大|小|老)?(会议室|教室|礼堂|报告厅|会场|场地|场子|厅|群|屋子|小?村|厂|单位|大院|食堂|剧场|影院|电影院|小会议室|任务|指标|目标|名额|规模|要求|标准|大关|门槛)/,
  },
  // 排我前面的有40人
  { is: 'nobody', lead: /我[^,，。;]{0,2}(前面|前头|后面|后头)的?(还)?(有|是|坐了?|站了?|排了?)$/ },
  // 一位院士来做报告
  {
    is: 'helpers',
    most: 6,
    unit: /^[名位]/,
    tail: /^[^,，。;、0-9]{1,8}(来|前来)?(作|做)了?[^,，。;]{0,12}(报告|讲座|宣讲|演讲|辅导)/,
  },
  // 三位老师轮流摆摊, 两个老头给渔民…
  {
    is: 'helpers',
    most: 12,
    tail: /^(老师|老教师|老党员|党员|同志|老同志|老头|老人家|老哥|老伙计|会员|老会员|大夫|先生|老先生)们?[^,，。;0-9]{0,3}(轮流|摆摊|主讲|讲|授课|带|去|到|给|为|负责|值班|上阵|出马|分头|在|坐诊)/,
    unreached: true,
  },
  // 一人讲一堂; 两位老师三堂课
  { is: 'nobody', most: 1, tail: /^(讲|主讲|一堂|一场|一课|一个)/ },
  {
    is: 'helpers',
    most: 6,
    tail: /^(老|退休)?(老师|教师)[^,，。;]{0,2}([一二两三四五六]堂|讲|授课|主讲|上课|上了)/,
  },
  // 向3名同志颁发纪念章; 吸收辅导员6名
  { is: 'nobody', lead: /向$/, tail: /^[^,，。;]{0,22}(颁发|授予|颁授|献花)/ },
  {
    is: 'nobody',
    lead: /(吸收|吸纳|招募|招收|新发展|新增|增补|增选|选举|推选|推举|选出|聘任|表彰)[^,，。;0-9]{0,10}$/,
    unreached: true,
  },
  // 发言：9人; 8人发言; 前三名
  { is: 'nobody', lead: /(发言|讲话|获奖|请假|缺席|列席|缺勤)(人数|人次)?[:：]$/ },
  { is: 'nobody', tail: /^(作|做)?了?(大会|交流|典型|主题)*(发言|及格|合格|获奖|优秀|受到?表彰)/ },
  { is: 'nobody', lead: /前$/, unit: /^名/ },
  // 1.2万人预约
  { is: 'nobody', tail: /^(已?预约|已?报了?名)(?!参加|后|听)/ },
  // 外聘教练2人, 维修小组7人, 参演老同志200余人, 台上40来人
  {
    is: 'helpers',
    lead: /(台上(的|有)?|教练员?|维修[队组员]|[^学习兴趣]小组|志愿队|服务队|工作组|演员|裁判|参演[^,，。;]{0,6}|外聘[^,，。;]{0,4}|主讲人?|授课老师|咨询师|医师|讲师)(共|有|约|共有)?[:：| ]*$/,
  },
  // 结业考试合格108人
  {
    is: 'nobody',
    lead: /(合格|及格|通过考核|通过考试|达标|优秀|获奖|满意|(考试|考核|测试|考证|认证)(过了|过关|过的|通过了?|及格了?)|拿到?了?证|拿到证书|领到?了?证|取得证书|持证)(的|者|率)?(有|共)?$/,
  },
  // 中医3人西医4人; 内科的两位
  {
    is: 'helpers',
    lead: /(中医|西医|[内外骨眼儿妇耳鼻喉口腔皮肤]科|针灸科|全科|护理)(大夫|医生|医师)?的?(有|共|来了)?$/,
    most: 12,
    unreached: true,
  },
  // 上次可有四十多: told to compare
  {
    is: 'nobody',
    lead: /(上次|上回|上一[场期届回次]|往常|往年|平时|平常|以往|从前|头回|头一回|前[几两]次|去年|上个?月)(那?[场次回])?(可|才|只|就|还|也|都|得|大概|有|是|来|到|了|的)+$/,
  },
  // 没来的8个
  { is: 'nobody', lead: /(没来|没到|未到|没参加|未参加|走掉|退场|早退|提前走)(的|者)?(还)?(有)?$/ },
  // 领导3人，群众81人
  { is: 'helpers', lead: /(领导|领导干部|记者|媒体)(同志)?(有|共)?$/, most: 12, unreached: true },
  // 主讲1人主持1人
  {
    is: 'helpers',
    lead: /(主讲|主持|带队|司仪|领队|助教|后勤|服务保障|接送|随行|陪同|助讲|带教|翻译|摄像|摄影)(的|者)?(有|共)?$/,
    most: 12,
  },
  // 猜中者412人; 坐轮椅来的就有9位
  { is: 'nobody', lead: /(猜中|猜对|中奖|答对|夺冠|得奖)(的|者|人数)?(有|共)?$/ },
  { is: 'nobody', lead: /(的|者)就有$/, most: 30, unit: /^[名位个]/ },
  // 三十多位家长看热闹, 5位家长接送
  { is: 'nobody', tail: /^(家长|爷爷奶奶|老人家?|家属)[^,，。;0-9]{0,4}(看热闹|接送|送饭|帮忙搬|陪着来)/ },
  // 我们三个人去某村; 围了一圈人
  {
    is: 'helpers',
    lead: /(我们|咱们|俺们|咱|我和[^,，。;]{1,6})$/,
    tail: /^(去|到|上|下|赴|一起|一块|一道|开车|坐车)/,
    most: 12,
  },
  { is: 'nobody', lead: /围(了|着|上来|成)?$/, most: 1 },
  // 3人一组
  { is: 'nobody', tail: /^(一组|一队|一桌|份|一台)/ },
  // 某会六个人开车四十公里去…
  {
    is: 'helpers',
    most: 12,
    tail: /^[^,，。;0-9]{0,2}(开车|坐车|乘车|冒雪|冒雨|骑车|步行|驱车|翻山|顶着|踩着|打车)/,
    named: true,
  },
]
