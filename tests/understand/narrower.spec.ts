import { readAsTold, type Row } from './city-rows.js'

/** Tellings beside those that rows were made for: what a row's own words say elsewhere. */
const rows: readonly Row[] = [
  // what was advised at an event leaves it one
  ['昨天义诊提出新建议3条', ['clinic', null, '2026-11-21', 1]],
  ['望江昨天调研建议3条', ['research', '望江区老科协', '2026-11-21', null, null, null, 3]],
  ['昨天培训建议3条', ['training', null, '2026-11-21', 1]],
  ['昨天技术指导建议6条，农户12人', ['consultation', null, '2026-11-21', 1, 12]],
  ['昨天技术咨询建议3条，听众20人', ['consultation', null, '2026-11-21', 1, 20]],
  ['望江今年技改建议18条', ['proposal', '望江区老科协', '2026-01-01', null, null, null, 18]],
  // reckoned besides, with a number of its own
  [
    '昨天讲了安全用药30人，也算咨询2人',
    ['lecture', null, '2026-11-21', 1, 30],
    ['consultation', null, '2026-11-21', 1, 2],
  ],
  // where all of it was heard
  ['昨天北塔讲座来了66人，听说的'],
  ['昨天北塔讲座来了66人，是听说的'],
  ['昨天北塔讲座来了66人，听说大家都满意', ['lecture', '北塔区老科协', '2026-11-21', 1, 66]],
  // told in front of what is said besides
  ['昨天望江义诊40人，题外话，我想说的是血压要常量', ['clinic', '望江区老科协', '2026-11-21', 1, 40]],
  // a holiday whose days are not known has the festival's
  ['春节长假第三天北塔义诊，40人', ['clinic', '北塔区老科协', '2026-02-17', 1, 40]],
  // households that listened; so many times in the country
  ['昨天去合作社指导剪枝，一共12家听', ['consultation', null, '2026-11-21', 1]],
  ['望江分3批下乡义诊，看病120人', ['clinic', '望江区老科协', null, 3, 120]],
  // gatherings of one's own, and a board one stood at
  ['昨天开春联欢会'],
  ['昨天我们开战友会，来了30人'],
  ['昨天我们开宗亲会，来了30人'],
  ['昨天站在橱窗前看到一篇文章', ['article', null, '2026-11-21', null, null, null, 1]],
  ['昨天望江更换橱窗2期', ['publicity', '望江区老科协', '2026-11-21', 2]],
  // our own branches between the days
  ['11.3望江 11.4青溪 讲座60人', ['lecture', '青溪县老科协', '2026-11-03', 1, 60]],
  // those taught, not those there are
  ['昨天培训乡村医生，共有医生45名', ['training', null, '2026-11-21', 1, 45]],
  ['讲师团现有医生45名'],
  // offered, and held
  ['学校联系好了给我们半天，昨天义诊看了40人', ['clinic', null, '2026-11-21', 1, 40]],
  ['村里说好了给我们一个上午，培训果农40人，昨天', ['training', null, '2026-11-21', 1, 40]],
  // of us, though told from above
  ['省老科协网站：我市昨天办义诊40人', ['clinic', null, '2026-11-21', 1, 40]],
  ['省老科协网站：全省上半年义诊1800场次，群众32万人次'],
  // printed, beside presents
  ['昨天北塔讲座60人，发资料送水100份', ['lecture', '北塔区老科协', '2026-11-21', 1, 60, 100]],
]

readAsTold(rows)
