/** Nobody counted: 没点数, 没细数, 人来人往的没数, 数不过来, 没法统计. The end of a clause. */
const nobodyCounted =
  /(?:没有?|未)(?:细|仔细|去|顾上|顾得上|来得及)?(?:数|点|统计|清点|计)(?:数|人|人头|人数|名|清|过)?了?$|(?:没个?|没有)准数$|[数点]不(?:过来|清楚?|了)$|(?:没法|没办法|无法|不好)(?:数|统计|点|估)计?$|没人(?:数|点|统计)过?$/

/** Whether a report says itself that nobody counted who came; then it is not asked: …讲了一课，人来人往的没点数. */
export const uncounted = (text: string): boolean =>
  text
    .slice(0, 600)
    .split(/[\s，,。；;！!、()（）]+/)
    .some((clause) => clause.length <= 16 && nobodyCounted.test(clause.replace(/[了啊呢吧哈嘛]+$/, '')))
