import { readAsTold, type Row } from './city-rows.js'

/** Tellings with what stands around them: the way there, what the hosts gave, who goes on with it next week. */
const rows: readonly Row[] = [
  // the way there is no seat among those who listened
  ['周四我坐12路车去讲糖尿病，听的39位', ['lecture', null, '2026-11-19', 1, 39]],
  ['前天我坐村里的三轮车去石桥村讲防火，71个村民听', ['lecture', null, '2026-11-20', 1, 71]],
  ['上周一我坐头班渡船上岛做海带养殖培训，44位渔民', ['training', null, '2026-11-09', 1, 44]],
  ['昨天我坐高铁去听了省里的讲座，300人'],
  ['昨天我坐第一排听讲高血压，来了47位'],
  // a word that begins with what could be the next weekday
  ['沙湾周四三下乡，260人，资料400份，一路泥', ['outreach', '沙湾县老科协', '2026-11-19', 1, 260, 400]],
  ['沙湾周三四下乡义诊，80人', ['clinic', '沙湾县老科协', '2026-11-18', 1, 80]],
  // whose it was, said in passing
  [
    '昨天雾大，我们绕老路走了两个半小时才到山背村。青溪这场讲的是土壤酸化，42位乡亲听',
    ['lecture', '青溪县老科协', '2026-11-21', 1, 42],
  ],
  [
    '周二县里停水，可青溪的生猪防疫培训没停，61名养殖户到场',
    ['training', '青溪县老科协', '2026-11-17', 1, 61],
  ],
  ['北塔志愿者昨天在地铁口教扫码，服务了90人', ['volunteer', '北塔区老科协', '2026-11-21', 1, 90]],
  ['铜山那篇《山里看病难的调研报告》写好交上去了', ['research', '铜山县老科协', null, null, null, null, 1]],
  // what they were given is no print
  [
    '北塔上周二给小区业主做加装电梯的技术咨询，26人提问。物业送了两壶菊花茶。',
    ['consultation', '北塔区老科协', '2026-11-10', 1, 26],
  ],
  ['青溪周一心理辅导5人次，奶奶送来一篮柿子', ['counselling', '青溪县老科协', '2026-11-16', 1, 5]],
  [
    '北塔11月12日服务企业3家，厂长送豆腐，一人两块，推不掉',
    ['enterprise', '北塔区老科协', '2026-11-12', 1, null, null, 3],
  ],
  // firms called on
  ['医药分会上周三走访1家药企，谈了一上午', ['enterprise', '医药分会', '2026-11-11', 1, null, null, 1]],
  ['医药分会上周五到高新区走访药企两家', ['enterprise', '医药分会', '2026-11-13', 1, null, null, 2]],
  ['北塔周四跑了5家企业问困难，脚都酸了', ['enterprise', '北塔区老科协', '2026-11-19', 1, null, null, 5]],
  ['昨天跑了3家企业都没招人，儿子还没找到工作'],
  // how it goes on
  ['心理咨询做了6位，有人掉泪，下周约好再谈', ['counselling', null, null, 1, 6]],
  ['义诊看了46位，下周再约', ['clinic', null, null, 1, 46]],
  ['下周约好再去义诊，准备看50位'],
  // done, without its day
  ['牙科义诊搞完了，72人，补牙的单子记了满满三页。', ['clinic', null, null, 1, 72]],
  ['望江的摄影培训班结业啦，26个学员', ['training', '望江区老科协', null, 1, 26]],
  // shifts are no sessions
  ['沙湾5号去水泥厂讲职业病防护，工人110名，三班倒', ['lecture', '沙湾县老科协', '2026-11-05', 1, 110]],
  // a room that somebody came to, and service done
  ['前天医药分会的心理咨询室来了3个人，都是高三的', ['counselling', '医药分会', '2026-11-20', 1, 3]],
  ['志愿服务搞好了，给16位老人剪指甲，都说舒坦', ['volunteer', null, null, 1, 16]],
  ['他们志愿服务搞得好，给18位老人剪指甲'],
  // notices with figures
  ['骨科李主任周一周四坐诊，上午放20个号'],
  ['省里来的专家周六在人民医院坐诊，每天20个号，先挂号'],
  ['请各单位派三名同志参加下周三的讲座'],
  ['请各分会派2人参加24日的信息员座谈会，名单今天报来'],
  ['评先进的条件：全年讲座8场以上，或者义诊6次以上，够条件的自己申报'],
  // neighbours, and ours
  ['我们小区广场舞队昨晚比赛拿了一等奖，奖金600块，16个人分'],
  ['昨天跳广场舞跟对面小区吵起来了，警察都来了两个'],
  ['北塔合唱队昨天参加区里比赛得了第三名，32人参加', ['culture', '北塔区老科协', '2026-11-21', 1, 32]],
]

readAsTold(rows)
