import { readAsTold, type Row } from './city-rows.js'

/** Pictures between the words, 昨 alone in front of an hour or a deed, and a few who are no headcount. */
const rows: readonly Row[] = [
  // one picture, or the same again and again, labels nothing
  ['📌周二 望江 书法比赛 34人', ['culture', '望江区老科协', '2026-11-17', 1, 34]],
  [
    '🎤上周合唱讲座2场，一共96位姐妹；手机培训1期20位💄',
    ['lecture', null, '2026-11-09', 2, 96],
    ['training', null, '2026-11-09', 1, 20],
  ],
  ['周五我们去敬老院演出啦🎤看节目的老人八十多位', ['culture', null, '2026-11-20', 1, 80]],
  ['昨天的发声讲座📖听课的姐妹四十二人，笑翻了🤣', ['lecture', null, '2026-11-21', 1, 42]],
  ['🌺北塔老科协旗袍秀，上周六下午，观众150人👠', ['culture', '北塔区老科协', '2026-11-14', 1, 150]],
  // several in front of their lines are labels
  ['📅11月20日 📍二小 🎤王老师 讲防溺水 👥80人', ['lecture', null, '2026-11-20', 1, 80]],
  // yesterday in one character
  ['昨9:00在桥头村讲座57人', ['lecture', null, '2026-11-21', 1, 57]],
  ['沙湾县老科协昨举办急救培训班，学员三十五', ['training', '沙湾县老科协', '2026-11-21', 1, 35]],
  // a few of those who came, one's own copy
  ['昨晚在街心公园搞歌会，来了六十五位，跑调的有六十四位', ['culture', null, '2026-11-21', 1, 65]],
  ['10月医药分会巡诊五次280人，发手册400本，我也领了一本', ['clinic', '医药分会', '2026-10-01', 5, 280, 400]],
  ['昨天支部党日，到22人，缺3人，都请了假', ['meeting', null, '2026-11-21', 1, 22]],
  ['昨天托邻居看着孙子，我们在社区义诊了一上午，看了五十九个人', ['clinic', null, '2026-11-21', 1, 59]],
  ['自来水公司11月19日开放日，参观者480人，我是第317号'],
]

readAsTold(rows)
