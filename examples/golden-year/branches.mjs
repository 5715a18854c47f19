// Who tells, where they go and how much each branch did in the golden year. Five branches carry the figures their
// association printed; the other five share the rest of the year's total.

/** Somebody of data/sample-org.yaml. */
const person = (id, name) => ({ id, name })
export const zhou = person('wxid_zhou', '周敏')
export const members = [
  person('wxid_li', '李建国'),
  person('wxid_zhao', '赵玉珍'),
  person('wxid_chen', '陈志远'),
]

export const cityRoom = '柳州市老科协会员群'

/**
 * `sessions` and `attendance` are what the branch is credited with, joint events included. `share`: of ten sessions so
 * many are lectures, the others publicity. Places are told by no other branch, so that no two events look alike.
 */
export const branches = [
  {
    unit: '城中区老科协',
    short: '城中',
    teller: person('wxid_wang', '王秀兰'),
    room: '城中区老科协会员群',
    sessions: 45,
    attendance: 12861,
    share: 8,
    places: [
      '东门社区',
      '榕树巷社区',
      '向阳小学',
      '长虹社区',
      '河滨中学',
      '静水村',
      '环山村',
      '钟楼街道文化站',
      '高岭社区',
      '龙泉小区',
    ],
  },
  {
    unit: '鱼峰区老科协',
    short: '鱼峰',
    teller: person('wxid_huang', '黄凤英'),
    sessions: 39,
    attendance: 8520,
    share: 3,
    places: ['白鹤社区', '立新小学', '麒麟街道', '阳光工业园', '莲塘小学', '雨亭圩', '里塘圩', '荣光社区'],
  },
  {
    unit: '柳南区老科协',
    short: '柳南',
    teller: person('wxid_luo', '罗志强'),
    sessions: 36,
    attendance: 4280,
    share: 2,
    places: ['航运社区', '鹅岭街道', '西坡村', '朝阳镇', '竹园社区', '前进小学', '南站小区', '洛水圩'],
  },
  {
    unit: '柳江区老科协',
    short: '柳江',
    teller: person('wxid_mo', '莫文华'),
    sessions: 8,
    attendance: 720,
    share: 10,
    places: ['拉沟小学', '百花村', '成林村', '进士村', '穿岩圩', '土岭村'],
  },
  {
    unit: '鹿寨县老科协',
    short: '鹿寨',
    teller: person('wxid_sun', '孙国平'),
    sessions: 2,
    attendance: 250,
    share: 10,
    places: ['古榕小学', '沙田村'],
  },
  {
    unit: '柳城县老科协',
    short: '柳城',
    teller: person('wxid_wei', '韦桂英'),
    sessions: 18,
    share: 5,
    places: ['太和圩', '沙洲村', '东泉小学', '凤凰村', '六合村', '冲口圩'],
  },
  {
    unit: '融安县老科协',
    short: '融安',
    teller: person('wxid_qin', '覃德明'),
    sessions: 14,
    share: 5,
    places: ['长乐小学', '浮桥村', '大坪圩', '板桥村', '雅居村'],
  },
  {
    unit: '融水县老科协',
    short: '融水',
    teller: person('wxid_liang', '梁素芬'),
    sessions: 15,
    share: 6,
    places: ['苗岭小学', '香樟村', '四季圩', '安宁村', '怀远中学'],
  },
  {
    unit: '三江县老科协',
    short: '三江',
    teller: person('wxid_he', '何敏'),
    sessions: 17,
    share: 5,
    places: ['古渡圩', '丹桂小学', '林场村', '八角村', '程家寨', '斗山中学'],
  },
  {
    unit: '柳北区老科协',
    short: '柳北',
    teller: person('wxid_deng', '邓玉兰'),
    sessions: 20,
    share: 5,
    places: ['雀林公园', '钢花社区', '沙溪村', '石桥圩', '白云小学', '长堤村'],
  },
]

/** Two branches, one event: each tells it in its own words; the secretariat merges what it is offered. */
export const joints = [
  { pair: ['城中', '鱼峰'], day: '2019-05-18', kind: 'publicity', place: '人民广场', attendance: [420, 420] },
  { pair: ['融水', '三江'], day: '2019-07-06', kind: 'lecture', place: '苗乡小镇', attendance: [180, 180] },
  { pair: ['柳南', '柳北'], day: '2019-09-21', kind: 'publicity', place: '胜利广场', attendance: [260, 280] },
  { pair: ['柳城', '融安'], day: '2019-10-18', kind: 'lecture', place: '双桥圩', attendance: [150, 150] },
]
