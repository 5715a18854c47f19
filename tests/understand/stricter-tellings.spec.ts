import { readAsTold, type Row } from './city-rows.js'

/** Sentences that look like tellings, and the tellings they look like. */
const rows: readonly Row[] = [
  // who stood in front, and how long it went on
  ['北塔昨天讲课，学生呢有72个讲了半个钟头', ['lecture', '北塔区老科协', '2026-11-21', 1, 72]],
  // who came for something else
  ['昨天讲课，来问路的9个，听众54人', ['lecture', null, '2026-11-21', 1, 54]],
  ['昨天义诊，来问药的二十三个', ['clinic', null, '2026-11-21', 1, 23]],
  // each in its own place
  [
    '望江、北塔在各自社区办讲座，两个社区分别讲课70人、85人',
    ['lecture', '望江区老科协', null, null, 70],
    ['lecture', '北塔区老科协', null, null, 85],
  ],
  // asked for, and done
  ['县里要求今年开展送科技下乡，昨天我们去了铜山，送科技下乡200人', ['outreach', null, '2026-11-21', 1, 200]],
  ['上级要求全年讲座15场，我们今年讲了18场900人', ['lecture', null, '2026-01-01', 18, 900]],
  ['上级要求全年讲座15场，难啊'],
  // lecturers who do what they are for
  ['昨天讲师团到三中，110人，会后合影', ['lecture', '银龄讲师团', '2026-11-21', 1, 110]],
  ['讲师团昨天三中一场，90人听，题目是体检报告怎么看', ['lecture', '银龄讲师团', '2026-11-21', 1, 90]],
  // papers that went to nobody who takes them
  ['我提的建议物业采纳了，一件，路灯修好了'],
  ['稿子交给小李打印了，一篇，下午校对'],
  ['建议昨天交区政协了，一件，关于停车', ['proposal', null, '2026-11-21', null, null, null, 1]],
  // held there on another errand
  ['望江的义诊推迟到25日；北塔19日在那里打疫苗，88人'],
  [
    '望江的讲座推迟到25日；北塔的照讲，19日，三小，学生88人',
    ['lecture', '北塔区老科协', '2026-11-19', 1, 88],
  ],
  // a form to be filled in
  ['请大家按格式填报\n分会/讲座场次/人数\n望江 4/170'],
  // a meeting of others
  ['昨天三中开家长咨询会，志愿怎么填，家长55人'],
  // who spoke, with another's preposition in front
  ['昨天对面医院两位医生做了健康讲座，听众64人', ['lecture', null, '2026-11-21', 1, 64]],
  ['昨天县里给请的三名专家作了报告，学生150人', ['lecture', null, '2026-11-21', 1, 150]],
  // finished, and counted
  ['农林分会昨天调研报告定稿一篇', ['research', '农林分会', '2026-11-21', null, null, null, 1]],
  // others' writings
  ['一篇《乡村养老调研报告》，某大学写的，发表在人民日报上'],
]

readAsTold(rows)
