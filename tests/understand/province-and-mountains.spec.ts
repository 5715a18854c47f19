import { readAsTold, type Row } from './city-rows.js'

/** Tellings of holidays and their days, departments of one event, parts in brackets, several measures of one trade. */
const rows: readonly Row[] = [
  // one day of a holiday, counted from its end
  ['国庆假期最后一天望江在公园做科普宣传，游客50人', ['publicity', '望江区老科协', '2026-10-07', 1, 50]],
  ['青溪五一长假最后一天在古镇义诊，看了38人', ['clinic', '青溪县老科协', '2026-05-05', 1, 38]],
  ['国庆长假第三天沙湾在广场办科普讲座，听众61人', ['lecture', '沙湾县老科协', '2026-10-03', 1, 61]],
  ['国庆假期第一天，北塔在码头义诊，42人', ['clinic', '北塔区老科协', '2026-10-01', 1, 42]],
  ['国庆假期铜山办科普讲座一场，听众61人', ['lecture', '铜山县老科协', '2026-10-01', 1, 61]],
  // one lecture with its title
  ['疫情期间铜山在网上给村民讲《春茶怎么管》，收看310人次', ['lecture', '铜山县老科协', null, 1, 310]],
  ['疫情期间铜山在线上给村民讲《春茶怎么管》，收看310人次', ['lecture', '铜山县老科协', null, 1, 310]],
  // all of them were taken
  ['农林分会提建议3条，都被水利局采纳了', ['proposal', '农林分会', null, null, null, null, 3, 3]],
  ['农林分会提了4条建议 全部被市政府采纳', ['proposal', '农林分会', null, null, null, null, 4, 4]],
  ['农林分会提建议5条，其中2条被水利局采纳', ['proposal', '农林分会', null, null, null, null, 5, 2]],
  ['医药分会报送建议6条，均获卫健委采纳', ['proposal', '医药分会', null, null, null, null, 6, 6]],
  // tables of several units with their times
  [
    '| 单位 | 项目 | 场次 | 人次 |\n| 望江 | 讲座 | 4 | 520 |\n| 沙湾 | 义诊 | 3 | 96 |\n以上为11月上旬',
    ['lecture', '望江区老科协', '2026-11-01', 4, 520],
    ['clinic', '沙湾县老科协', '2026-11-01', 3, 96],
  ],
  // each in brackets with its day
  [
    '北塔的：义诊两场（11.12 养老院 33人，11.13 干休所 47人）',
    ['clinic', '北塔区老科协', '2026-11-12', 1, 33],
    ['clinic', '北塔区老科协', '2026-11-13', 1, 47],
  ],
  ['今年北塔区老科协讲座5场（3月2场88人、6月3场160人）', ['lecture', '北塔区老科协', '2026-01-01', 5, 248]],
  // what was put up beside what was held
  [
    '农林分会2025年全年办班6期，学员212人；田间咨询15次，农户230人次；新挂牌示范果园2个。',
    ['training', '农林分会', '2025-01-01', 6, 212],
    ['consultation', '农林分会', '2025-01-01', 15, 230],
    ['base', '农林分会', '2025-01-01', null, null, null, 2],
  ],
  ['铜山上个月新挂牌示范茶园4个', ['base', '铜山县老科协', '2026-10-01', null, null, null, 4]],
  // departments are parts where nobody is counted twice
  [
    '昨天医药分会在镇上义诊，外科21人、儿科30人、骨科17人，分开登记，没有重复',
    ['clinic', '医药分会', '2026-11-21', 1, 68],
  ],
  ['医药分会昨天义诊，内科21人、中医30人', ['clinic', '医药分会', '2026-11-21', 1, 51]],
  ['医药分会昨天义诊看了90人，内科40人、中医50人', ['clinic', '医药分会', '2026-11-21', 1, 90]],
  // two in one breath
  [
    '今天沙湾这边先是讲了个糖尿病的课来了五十二个人然后就义诊看了二十九个',
    ['lecture', '沙湾县老科协', '2026-11-22', 1, 52],
    ['clinic', '沙湾县老科协', '2026-11-22', 1, 29],
  ],
  // how many at each place, in brackets; those of all in the end
  [
    '讲师团11月上旬讲消防6场（望江3北塔2沙湾1），听的人合计420',
    ['lecture', '银龄讲师团', '2026-11-01', 6, 420],
  ],
  [
    '讲师团11月上旬讲消防5场（望江2双桥2铜山1），听众共380人',
    ['lecture', '银龄讲师团', '2026-11-01', 5, 380],
  ],
  // days that are festivals of the trade
  ['9.20爱牙日，医药分会在商场义诊，看了63人', ['clinic', '医药分会', '2026-09-20', 1, 63]],
]

readAsTold(rows)
