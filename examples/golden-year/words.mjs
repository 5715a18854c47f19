// How people say it. A line gets what is known of one event and gives the message; `att` is the audience as it is said.

export const topics = {
  lecture: [
    '身边的反诈',
    '防诈骗',
    '合理用药',
    '高血压饮食',
    '航天知识',
    '火箭的故事',
    '防溺水',
    '近视防控',
    '地震自救',
    '垃圾分类',
    '食品安全',
    '心肺复苏',
    '口腔卫生',
    '糖尿病日常',
    '智能家电安全',
    '天气谚语',
    '紫外线与皮肤',
    '冬季养生',
    '交通安全',
    '禁毒知识',
    '防火逃生',
    '诗词里的科学',
    '月球探秘',
    '骨质疏松预防',
    '水的净化',
    '昆虫世界',
  ],
  publicity: [
    '防灾减灾',
    '反邪教',
    '节约用水',
    '健康生活',
    '爱眼护眼',
    '科学种养',
    '低碳出行',
    '食品安全',
    '防诈骗',
    '禁毒',
    '垃圾分类',
    '急救知识',
  ],
}

/** Stated audience: the base is what counts. Only round figures are said roughly. */
export const exactly = [(n) => `${n}人`, (n) => `${n}人次`, (n) => `${n}人`]
export const roughly = [
  (n) => `近${n}人`,
  (n) => `${n}多人`,
  (n) => `${n}余人次`,
  (n) => `约${n}人`,
  (n) => `${n}来人`,
  (n) => `${n}人左右`,
]

export const lecture = [
  (e) => `${e.when}上午在${e.place}讲《${e.topic}》，听众${e.att}`,
  (e) => `${e.short}${e.when}到${e.place}讲了一堂${e.topic}，来了${e.att}`,
  (e) => `${e.date}，${e.unit}在${e.place}举办${e.topic}科普讲座，受众${e.att}。`,
  (e) => `各位老师好，${e.short}${e.when}下午在${e.place}搞了一场${e.topic}讲座，${e.att}到场`,
  (e) => `讲座　${e.short}　${e.place}　${e.when}　${e.att}`,
  (e) => `单位：${e.unit}\n时间：${e.date}\n内容：《${e.topic}》科普讲座\n地点：${e.place}\n人数：${e.att}`,
  (e) => `那个${e.when}啊我们${e.short}到${e.place}搞了个讲座就是那个${e.topic}来了${e.att}`,
  (e) => `报一下：${e.when}${e.short}老科协给${e.place}讲${e.topic}，${e.att}听讲`,
]
export const publicity = [
  (e) => `${e.when}${e.short}在${e.place}搞科普宣传，受众${e.att}，发资料${e.leaflets}份`,
  (e) => `${e.date}，${e.unit}在${e.place}开展${e.topic}科普宣传活动，${e.att}参加。`,
  (e) => `我们${e.short}老科协${e.when}到${e.place}做${e.topic}宣传，摆了展板，来看的群众${e.att}`,
  (e) => `科普宣传　${e.short}　${e.place}　${e.when}　${e.att}`,
  (e) => `${e.when}上午${e.short}老科协的科普宣传在${e.place}办了，受众${e.att}，发放资料${e.leaflets}份。`,
  (e) => `单位：${e.unit}\n时间：${e.date}\n内容：${e.topic}科普宣传\n地点：${e.place}\n人数：${e.att}`,
]
/** Several sessions told in one message, over two or more days. */
export const several = {
  lecture: [
    (e) => `${e.date}${e.short}老科协在${e.place}连讲${e.n}场${e.topic}，听众${e.att}`,
    (e) => `${e.date}，${e.unit}到${e.place}举办科普讲座${e.n}场，受众${e.att}。`,
  ],
  publicity: [
    (e) => `${e.date}，${e.unit}在${e.place}开展科普宣传${e.n}场次，受众${e.att}。`,
    (e) => `${e.date}${e.short}老科协到${e.place}搞科普宣传${e.n}场，受众${e.att}，资料${e.leaflets}份`,
  ],
}
export const joint = {
  lecture: (e) =>
    `${e.when}${e.short}和${e.other}老科协一起在${e.place}办科普讲座《${e.topic}》，听众${e.att}`,
  publicity: (e) => `${e.when}${e.short}联合${e.other}老科协在${e.place}开展${e.topic}科普宣传，受众${e.att}`,
}

export const chatter = [
  '早上好，各位老师',
  '今天好冷，出门加件衣服',
  '👍👍👍',
  '恭喜孙老师的文章上报了',
  '下周三开会在几楼？',
  '哪里有讲座听？',
  '昨天走了一万两千步',
  '鸡蛋又涨到6块5一斤了',
  '明天讲座改到二楼',
  '收到',
  '辛苦了！',
  '谁有打印机借用一下',
  '照片拍得真好',
  '血压又高了，一百五',
  '讲得真精彩，受益匪浅',
  '周末去江边钓鱼有人去吗',
  '我孙子考了98分',
  '请大家把会费交一下，每人20元',
  '去年我们讲得比今年多',
  '通知：下周五上午9点在市会开会，请准时参加',
  '降温了，最低8度',
  '李老师身体好些没',
  '生日快乐🎂',
  '车停在哪里方便？',
  '投票投到几号截止',
  '这个月奖金发了没',
  '桂花开了',
  '下雨路滑，大家慢点走',
  '好的好的',
]
