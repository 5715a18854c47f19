import { describe, expect, it, test } from 'vitest'
import { normalize } from '../../src/understand/text/normalize.js'
import { wholeNumber } from '../../src/understand/numbers/numeral.js'
import { scanNumbers, type NumberFind } from '../../src/understand/numbers/numbers.js'

const scan = (text: string): readonly NumberFind[] => scanNumbers(normalize(text))
const quantities = (text: string): readonly NumberFind[] =>
  scan(text).filter((find) => find.role === 'quantity')

/** Whole texts that are one number. */
const whole: readonly (readonly [text: string, value: number])[] = [
  ['0', 0],
  ['零', 0],
  ['〇', 0],
  ['十', 10],
  ['廿三', 23],
  ['卅', 30],
  ['一百零八', 108],
  ['一百八', 180],
  ['一百十八', 118],
  ['三千零四十', 3040],
  ['六千二', 6200],
  ['两万六', 26000],
  ['一亿三', 130000000],
  ['四万万', 400000000],
  ['三千五百万零二十', 35000020],
  ['百二', 120],
  ['万八', 18000],
  ['五亿零三', 500000003],
  ['叁仟贰佰壹拾', 3210],
  ['二〇二五', 2025],
  ['一二三四', 1234],
  ['3万6', 36000],
  ['3万6千5百', 36500],
  ['2千零40', 2040],
  ['8千3', 8300],
  ['1,234', 1234],
  ['12,345.6', 12345.6],
  ['.75', 0.75],
  ['2.6亿', 260000000],
  ['三点一四', 3.14],
  ['十二点零五', 12.05],
  ['两万点五', 20000.5],
  ['负六', -6],
  ['-2.5', -2.5],
  ['３６', 36],
  ['40k', 40000],
  ['12w', 120000],
  ['3.2M', 3200000],
  ['2e4', 20000],
  ['3^4', 81],
  ['1/4', 0.25],
  ['2 1/2', 2.5],
  ['四分之三', 0.75],
  ['二又二分之一', 2.5],
  ['百分之六十', 0.6],
  ['千分之五', 0.005],
  ['一 百 二 十', 120],
  ['六万 三千', 63000],
  ['參萬', 30000],
  ['半', 0.5],
  ['一打', 12],
]

/** Numbers inside other words: every figure in order, as value and unit. */
const inText: readonly (readonly [
  text: string,
  finds: readonly (readonly [value: number, unit: string])[],
])[] = [
  [
    '昨天讲座两场，师生三百多人',
    [
      [2, '场'],
      [300, '人'],
    ],
  ],
  [
    '共1,280人次，其中男700人、女580人',
    [
      [1280, '人次'],
      [700, '人'],
      [580, '人'],
    ],
  ],
  [
    '参加120，300份资料',
    [
      [120, ''],
      [300, '份'],
    ],
  ],
  [
    '（男120，女80）共200',
    [
      [120, ''],
      [80, ''],
      [200, ''],
    ],
  ],
  ['义诊 86 人', [[86, '人']]],
  ['高一高二七百余名学生', [[700, '名']]],
  ['初一初二两百六七十个', [[260, '个']]],
  ['初三四百二十人', [[420, '人']]],
  ['最高二三百人', [[200, '人']]],
  [
    '培训三期二百四十人',
    [
      [3, '期'],
      [240, '人'],
    ],
  ],
  ['捐款1万2千5百元', [[12500, '元']]],
  ['单价12块5', [[12.5, '元']]],
  ['花了三十二元四角', [[32.4, '元']]],
  ['讲了两个半小时', [[2.5, '小时']]],
  ['练了半天', [[0.5, '天']]],
  ['两打铅笔', [[24, '打']]],
  [
    '十三十四',
    [
      [13, ''],
      [14, ''],
    ],
  ],
  [
    '五百三百',
    [
      [500, ''],
      [300, ''],
    ],
  ],
  [
    '“二”和“六”',
    [
      [2, ''],
      [6, ''],
    ],
  ],
  [
    '人数是六不是七',
    [
      [6, ''],
      [7, ''],
    ],
  ],
  [
    '阅读30w+，转发5k次',
    [
      [300000, ''],
      [5000, '次'],
    ],
  ],
  [
    '电压5千伏，3千克',
    [
      [5, ''],
      [3, '千克'],
    ],
  ],
]

/** Words that hold a numeral and no number. */
const none: readonly string[] = `
  看一看 等一等 一边走 四川 五台山 三门江小学 五四路 三八红旗手 八一建军节 六一儿童节 七一表彰 双十一 一中 市三中 五十一中 十二中学生 17中 三小的学生
  高三学生 初二 一院 一切顺利 一起来 统一安排 进一步 万一 千万别忘 十分感谢 百姓 百度一下 一对一 唯一 三农 三下乡 三高 十四五
  十九大 三中全会 一带一路 两会 两岸 五老 双百 大陆 登陆 队伍 收拾 参加 陆老师 伍医生 半岛 五角大楼 万万 两两 四面八方
  七嘴八舌 5G手机 3D打印 A4纸 H7N9 13877212345 0772-2812345 139****8888
  192.168.1.1 2024.10.9 2024-10-09
`
  .trim()
  .split(/\s+/)

describe('a whole number', () => {
  it.each(whole)('%s is %d', (text, value) => {
    const finds = scan(text)
    expect(finds).toHaveLength(1)
    expect(finds[0]!.value).toBeCloseTo(value, 9)
  })
})

describe('numbers in text', () => {
  it.each(inText)('%s', (text, finds) => {
    expect(quantities(text).map((find) => [find.value, find.unit])).toEqual(finds)
  })
})

describe('no number', () => {
  it.each(none.map((text) => [text]))('%s', (text) => {
    expect(quantities(text)).toEqual([])
  })
})

/** Value, upper end, qualifier and the words it was read from. */
const qualified: readonly (readonly [
  text: string,
  value: number,
  high: number,
  qualifier: string,
  words: string,
])[] = [
  ['300人', 300, 300, 'exact', '300'],
  ['达300人', 300, 300, 'exact', '300'],
  ['300多人', 300, 400, 'over', '300多'],
  ['三百余人', 300, 400, 'over', '三百余'],
  ['2万余人', 20000, 30000, 'over', '2万余'],
  ['1.2万多人', 12000, 13000, 'over', '1.2万多'],
  ['二十多万人', 200000, 300000, 'over', '二十多万'],
  ['百余人', 100, 200, 'over', '百余'],
  ['上千人', 1000, 1000, 'over', '上千'],
  ['逾万人次', 10000, 10000, 'over', '逾万'],
  ['超过800人', 800, 800, 'over', '超过800'],
  ['不少于五十人', 50, 50, 'over', '不少于五十'],
  ['300人以上', 300, 300, 'over', '300'],
  ['近两百名', 200, 200, 'near', '近两百'],
  ['将近300人', 300, 300, 'near', '将近300'],
  ['不到五百人', 500, 500, 'near', '不到五百'],
  ['小一百人', 100, 100, 'near', '小一百'],
  ['约有三百人', 300, 300, 'about', '约有三百'],
  ['大约60人', 60, 60, 'about', '大约60'],
  ['三百人左右', 300, 300, 'about', '三百'],
  ['三百左右', 300, 300, 'about', '三百左右'],
  ['二十来人', 20, 30, 'about', '二十来'],
  ['百把人', 100, 200, 'about', '百把'],
  ['十几人', 10, 20, 'several', '十几'],
  ['40几人', 40, 50, 'several', '40几'],
  ['一百二十几人', 120, 130, 'several', '一百二十几'],
  ['两三百人', 200, 300, 'range', '两三百'],
  ['三五百人', 300, 500, 'range', '三五百'],
  ['一百二三十人', 120, 130, 'range', '一百二三十'],
  ['三十五六人', 35, 36, 'range', '三十五六'],
  ['七八个人', 7, 8, 'range', '七八'],
  ['两、三百人', 200, 300, 'range', '两、三百'],
  ['两到三万人', 20000, 30000, 'range', '两到三万'],
  ['100-150人', 100, 150, 'range', '100-150'],
  ['３０～４０人', 30, 40, 'range', '３０～４０'],
  ['1.5-2万人', 15000, 20000, 'range', '1.5-2万'],
  ['500到1万元', 500, 10000, 'range', '500到1万'],
  ['8元至10元', 8, 10, 'range', '8元至10'],
  ['二十和三十之间', 20, 30, 'range', '二十和三十'],
  ['百八十人', 80, 100, 'range', '百八十'],
  ['近三年', 3, 3, 'exact', '三'],
  ['预约300人', 300, 300, 'exact', '300'],
]

describe('what qualifies a number', () => {
  it.each(qualified)('%s', (text, value, high, qualifier, words) => {
    const finds = quantities(text)
    expect(finds).toHaveLength(1)
    const [find] = finds
    expect([find!.value, find!.high, find!.qualifier, find!.words]).toEqual([value, high, qualifier, words])
    expect(find!.approx).toBe(qualifier !== 'exact')
  })

  it('says that 几百, 数万 state no figure', () => {
    for (const text of ['几百人', '数万人', '好几千人', '几十万元', '数十场']) {
      expect(
        quantities(text).map((find) => find.vague),
        text,
      ).toEqual([true])
    }
    expect(quantities('十几人')[0]!.vague).toBe(false)
  })
})

const wholes: readonly (readonly [words: string, number: number | null])[] = [
  ['12', 12],
  ['１２', 12],
  ['007', 7],
  ['两', 2],
  ['十', 10],
  ['二十一', 21],
  ['零五', 5],
  ['二〇', 20],
  ['一百零八', 108],
  ['', null],
  ['几', null],
  ['十几', null],
  ['三五', null],
  ['1.5', null],
  ['12人', null],
  ['第三', null],
  ['十三十四', null],
]

test.each(wholes)('%s as nothing but a number: %s', (words, number) => {
  expect(wholeNumber(words)).toBe(number)
})

/** Numbers that are there for something else than counting. */
const roles: readonly (readonly [text: string, roles: readonly string[]])[] = [
  ['第12期', ['ordinal']],
  ['第一、二期', ['ordinal']],
  ['五年级三班', ['ordinal', 'ordinal']],
  ['一、讲座3场；二、义诊2次', ['ordinal', 'quantity', 'ordinal', 'quantity']],
  ['1.10月8日', ['ordinal', 'date', 'date']],
  ['(三)培训1期', ['ordinal', 'quantity']],
  ['10月8日下午2:30', ['date', 'date', 'clock']],
  ['上午九点半', ['clock']],
  ['提出三点意见', ['quantity']],
  ['超额346.8%', ['percent']],
  ['2019年', ['date']],
  ['三年', ['quantity']],
]

describe('what a number is there for', () => {
  it.each(roles)('%s', (text, expected) => {
    expect(scan(text).map((find) => find.role)).toEqual(expected)
  })
})
