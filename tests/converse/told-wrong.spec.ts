import { describe, expect, test } from 'vitest'
import { story } from './story.js'

/** A lecture of 60 on the book, and what is said of it; ⟂: nothing is heard. */
const lecture = '王秀兰：11月18日城东区在二中讲航天，听众60人'
const changed = (by: string): string => `✅ 101号已改：${by}`

/** What 小科 answers to a sentence said after such a report. */
async function heard(said: string, report = lecture): Promise<string[]> {
  const { heard: lines } = await story(`${report}\n${said}\n⟂`)
  return lines.at(-1)!.slice(1)
}
const here = (text: string): string[] => [`小科：${text}`]

describe('by how much a figure was off is never the figure', () => {
  test.each([
    ['王秀兰：101号讲座少写了5个人，是65人', changed('60 → 65人次')],
    ['王秀兰：101号漏记了三个，应为63', changed('60 → 63人次')],
    ['王秀兰：101号多算了4个工作人员，56才对', changed('60 → 56人次')],
    ['王秀兰：小科 101号重复签到的有2人，实际58', changed('60 → 58人次')],
    ['王秀兰：101号有3个人签了两次，改57', changed('60 → 57人次')],
    ['王秀兰：小科 101号算重了6个，应该54', changed('60 → 54人次')],
    ['王秀兰：101号少报两位，实到62', changed('60 → 62人次')],
    ['王秀兰：小科 刚才那场后头又来了7个，一共67人', changed('60 → 67人次')],
    ['王秀兰：101号补签了5个，总共65人', changed('60 → 65人次')],
    ['王秀兰：101号我这边名单60个里头有4个是重名的，改56', changed('60 → 56人次')],
    ['王秀兰：101号60里有老师5人算重了，实际55', changed('60 → 55人次')],
    ['王秀兰：小科 连司机2个也算进去了，101号改58', changed('60 → 58人次')],
    ['王秀兰：101号漏了后排的8个人，是68', changed('60 → 68人次')],
    ['王秀兰：101号有6个没签到，加上是66人', changed('60 → 66人次')],
    ['王秀兰：101号少写了8个人', changed('60 → 68人次')],
    ['王秀兰：101号讲座多算了5个工作人员', changed('60 → 55人次')],
    ['王秀兰：小科 101号漏了后排的8个人', changed('60 → 68人次')],
    ['王秀兰 → 小科：后来又来了6个，总共66个人', changed('60 → 66人次')],
  ])('%s', async (said, text) => {
    const [line, ...more] = await heard(said)
    expect([line!.replace(/^小科(?:〔私→王秀兰〕)?：/, ''), ...more]).toEqual([text])
  })

  test.each([
    [
      '王秀兰：101号讲座少写了5个人，是70人',
      '101号记的是60人次，少写了5个人该是65，您说的是70。按70改吗？回“改”或“不用”，或者回对的数。',
    ],
    [
      '王秀兰：小科 101号算重了6个，应该50',
      '101号记的是60人次，算重了6个该是54，您说的是50。按50改吗？回“改”或“不用”，或者回对的数。',
    ],
  ])('the two do not agree: %s', async (said, text) => {
    expect(await heard(said)).toEqual([`小科〔私→王秀兰〕：${text}`])
  })

  test('which of the two is answered in private', async () => {
    const { heard: lines, expected } = await story(`
      ${lecture}
      王秀兰：101号少写了5个人，是70人
      王秀兰 → 小科：65
      小科〔私→王秀兰〕：✅ 101号已改：60 → 65人次`)
    expect(lines).toEqual(expected)
  })

  test.each([
    '王秀兰：后面又来了5个，总共37个人',
    '王秀兰：今天又来了三个人领鸡蛋，一共十个',
    '王秀兰：他家少算了5块钱，是20块',
    '李建国：后来又来了6个，总共66个人',
    '王秀兰：重复签到的有好几个，真没办法',
  ])('not about it: %s', async (said) => {
    expect(await heard(said)).toEqual([])
  })
})

describe('what was wrong, why and what holds, in any order', () => {
  test.each([
    ['王秀兰：多谢老李提醒，101号是46人，我敲反了', changed('60 → 46人次')],
    ['王秀兰：101号更正：60是印的票，实到52', changed('60 → 52人次')],
    ['王秀兰：小科 101号更正，60系陪同家长计入在内，应为48人', changed('60 → 48人次')],
    ['王秀兰：101号60看倒了，是90人', changed('60 → 90人次')],
    ['王秀兰：101号日子我也写岔了，是17号上的课', changed('11月18日 → 11月17日')],
    ['王秀兰：小科 刚才报的那场课60是报名的，到了51', changed('60 → 51人次')],
    ['王秀兰：101号听课的不是60，是63，我按名单又点了一遍', changed('60 → 63人次')],
    ['王秀兰 → 小科：不对，那个该算培训', changed('讲座 → 培训')],
  ])('%s', async (said, text) => {
    const [line, ...more] = await heard(said)
    expect([line!.replace(/^小科(?:〔私→王秀兰〕)?：/, ''), ...more]).toEqual([text])
  })

  test.each([
    ['王秀兰：101号那是培训，不是讲座，人也不是60，是66', changed('讲座 → 培训；60 → 66人次')],
    ['王秀兰：小科 101号该算义诊，人数是72', changed('讲座 → 义诊；60 → 72人次')],
    ['王秀兰：101号地点是三中，人数是58', changed('二中 → 三中；60 → 58人次')],
    ['王秀兰：101号不是在二中，是在三中，人数是58', changed('二中 → 三中；60 → 58人次')],
    ['王秀兰：101号是17号讲的，人也不是60，是66', changed('11月18日 → 11月17日；60 → 66人次')],
    ['王秀兰：101号专家是6位，受众按签到算62人', changed('未报 → 6人；60 → 62人次')],
    ['周敏：小科 101号是城西的，人数是57', changed('城东区 → 城西区；60 → 57人次')],
    ['王秀兰：小科 101号人数是57，资料发了200份', changed('60 → 57人次；未报 → 200份')],
  ])('two fields in one line: %s', async (said, text) => {
    expect(await heard(said)).toEqual(here(text))
  })

  test.each([
    '王秀兰：60是及格线，65才放心',
    '王秀兰：那不是讲座，那是赶集',
    '王秀兰：多谢老李提醒，今天降温12度',
    '张大爷：那个该算培训',
  ])('not about it: %s', async (said) => {
    expect(await heard(said)).toEqual([])
  })
})

describe('a figure is never one that says by how much', () => {
  test.each([
    ['王秀兰：101号应到66，实到52', '101号已改：60 → 52人次'],
    ['王秀兰：101号名单漏了8人，总数68人', '101号已改：60 → 68人次'],
    ['王秀兰：101号少写了2个人应该是62', '101号已改：60 → 62人次'],
    ['王秀兰：101号60没算后来的8个，68', '101号已改：60 → 68人次'],
    ['王秀兰：小科 101号不对，漏了一个组，不是60，是85', '101号已改：60 → 85人次'],
    ['王秀兰：101号少写了一场，是2场', '101号已改：1 → 2场'],
    ['王秀兰：101号写成60了，应为90', '101号已改：60 → 90人次'],
    ['王秀兰：101号把90写成60了', '101号已改：60 → 90人次'],
    ['王秀兰：小科 101号人数写错一位，是61', '101号已改：60 → 61人次'],
    ['王秀兰：101号60是估的，63是准的', '101号已改：60 → 63人次'],
    ['王秀兰：101号63是准的，60是估的', '101号已改：60 → 63人次'],
    ['王秀兰：101号是66人，记成60了', '101号已改：60 → 66人次'],
    ['王秀兰：101号写成讲座了，是培训', '101号已改：讲座 → 培训'],
    ['王秀兰：101号写成18号了，是17号', '101号已改：11月18日 → 11月17日'],
    ['王秀兰：小科 101号错了3个', '没听明白'],
    ['王秀兰：101号比实际多了5个', '101号已改：60 → 55人次'],
    ['王秀兰：101号多报了5个人，地点是三中', '101号已改：60 → 55人次；二中 → 三中'],
    ['王秀兰：101号要加8人', '记的是60人次，加上8人是68。改成68吗'],
    ['王秀兰：小科 101号里有5个是工作人员', '记的是60人次，去掉5个是55。改成55吗'],
    ['王秀兰：小科 101号差了3个', '要怎么办，我没听明白'],
    ['王秀兰：101号人数少写一个零，600', '101号已改：60 → 600人次'],
  ])('%s', async (said, part) => {
    expect((await heard(said)).join('\n')).toContain(part)
  })

  test('what would come of it is done on 改', async () => {
    const { heard: lines, expected } = await story(`
      ${lecture}
      王秀兰：101号里有5个是工作人员，不该算
      王秀兰 → 小科：改
      小科〔私→王秀兰〕：✅ 101号已改：60 → 55人次`)
    expect(lines).toEqual(expected)
  })

  test('half of what is put right is not left out in silence', async () => {
    const lines = await heard('王秀兰：小科 101号不是60，是52，题目应该是《粮食里有多少水》')
    expect(lines.join('\n')).toContain('没听明白')
  })
})
