import { readAsTold, type Row } from './city-rows.js'

/** Several reports in one message: lists from a sheet with slashes, months below each other, what stands over lines of days. */
const rows: readonly Row[] = [
  // cells parted by slashes under a head that begins with the kind
  ...['类别', '项目', '活动', '内容', '类型', '形式'].map((head): Row => [
    `北塔上周统计\n${head}/场次/人次\n讲座/3/67\n义诊/4/182`,
    ['lecture', '北塔区老科协', '2026-11-09', 3, 67],
    ['clinic', '北塔区老科协', '2026-11-09', 4, 182],
  ]),
  [
    '北塔10月统计\n类别/场次/人次\n培训班/2/90\n座谈会/5/71\n合计/7/161',
    ['training', '北塔区老科协', '2026-10-01', 2, 90],
    ['meeting', '北塔区老科协', '2026-10-01', 5, 71],
  ],
  ['请按下面格式报：\n类别/场次/人次\n讲座/3/67'],
  // months or days of one kind, the kind in front of the first of them
  ...['，', '；', '\n'].map((between): Row => [
    `北塔讲座：8月6场197人${between}9月4场253人${between}10月5场80人`,
    ['lecture', '北塔区老科协', '2026-08-01', 6, 197],
    ['lecture', '北塔区老科协', '2026-09-01', 4, 253],
    ['lecture', '北塔区老科协', '2026-10-01', 5, 80],
  ]),
  [
    '北塔培训班：9月3期90人\n10月2期75人',
    ['training', '北塔区老科协', '2026-09-01', 3, 90],
    ['training', '北塔区老科协', '2026-10-01', 2, 75],
  ],
  [
    '我们义诊：11月3日三中60人\n11月5日大湾村45人',
    ['clinic', null, '2026-11-03', 1, 60],
    ['clinic', null, '2026-11-05', 1, 45],
  ],
  // what was only planned is none, nor is a month of another kind
  ['北塔讲座：9月6场197人\n10月计划4场253人', ['lecture', '北塔区老科协', '2026-09-01', 6, 197]],
  [
    '北塔讲座：9月6场197人\n10月义诊4场53人',
    ['lecture', '北塔区老科协', '2026-09-01', 6, 197],
    ['clinic', '北塔区老科协', '2026-10-01', 4, 53],
  ],
  // whose the lines below are
  ...['活动汇报', '活动小结', '活动总结', '活动情况', '近期活动'].map((head): Row => [
    `北塔${head}：\n11月3日到三中开展讲座，143人参加\n11月5日在幸福社区义诊，93人`,
    ['lecture', '北塔区老科协', '2026-11-03', 1, 143],
    ['clinic', '北塔区老科协', '2026-11-05', 1, 93],
  ]),
]

readAsTold(rows)
