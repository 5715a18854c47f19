import { describe, expect, test } from 'vitest'
import { story } from './story.js'

const told = `
  /进 城东区群
  王秀兰：昨天上午讲了防冻，来了64人
  /快进 2分钟`

async function heard(said: string, before = told): Promise<string> {
  const { heard: lines } = await story(`${before}\n${said}\n⟂`)
  return lines.at(-1)!.slice(1).join('\n')
}

describe('what a report left out, said behind it', () => {
  test.each([
    ['王秀兰：主讲是陈文光', '未报 → 陈文光'],
    ['王秀兰：补充一下，讲师是陈文光老师', '未报 → 陈文光'],
    ['王秀兰：是陈文光老师主讲的', '未报 → 陈文光'],
    ['王秀兰：对了，地点在工人俱乐部', '未报 → 工人俱乐部'],
    ['王秀兰：忘了说，地点是工人俱乐部', '未报 → 工人俱乐部'],
    ['王秀兰：主讲是陈文光，地点在工人俱乐部', '未报 → 陈文光；未报 → 工人俱乐部'],
    ['王秀兰：小科 主讲是陈文光', '未报 → 陈文光'],
    ['王秀兰：是陈文光讲的', '未报 → 陈文光'],
    ['王秀兰：那场课是陈文光讲的', '未报 → 陈文光'],
    ['王秀兰：对了，是陈文光医生讲的课', '未报 → 陈文光'],
    ['王秀兰：是陈老师讲的，陈文光', '未报 → 陈文光'],
    ['王秀兰：是陈医生讲的（陈文光）', '未报 → 陈文光'],
    ['王秀兰：小科 是陈文光老师讲的', '未报 → 陈文光'],
  ])('%s', async (said, part) => expect(await heard(said)).toContain(`101号已改：${part}`))

  test.each([
    '王秀兰：主讲是谁',
    '王秀兰：陈文光老师讲的',
    '王秀兰：是陈老师讲的',
    '王秀兰：是陈老师讲的，王小明',
    '王秀兰：是方言讲的',
    '王秀兰：是他讲的',
    '王秀兰：是大家讲的',
    '王秀兰：这是陈文光讲的笑话',
    '王秀兰：是陈文光讲的，听说去年也来过',
    '张大爷：是陈文光讲的',
    '王秀兰：主讲是我',
    '王秀兰：下次主讲是陈文光',
    '王秀兰：周日活动地点在工人俱乐部',
    '王秀兰：主讲是陈文光，明天再说',
    '王秀兰：地点在工人俱乐部，大家别迟到',
    '王秀兰：午饭在工人俱乐部吃的',
    '张大爷：主讲是陈文光',
    '王秀兰：主讲是专家',
    '王秀兰：主讲是自己',
    '王秀兰：主讲是女的',
    '王秀兰：主讲是两位',
    '王秀兰：讲师是市里的',
    '王秀兰：主讲是王院士',
    '王秀兰：地址在群里',
    '王秀兰：地点在老地方',
    '王秀兰：地点在附件',
    '王秀兰：题目是老题目',
    '王秀兰：题目是上次那个',
  ])('nothing of the report: %s', async (said) => expect(await heard(said)).toBe(''))

  test.each([
    ['later on', `${told}\n/快进 10分钟`],
    ['after some minutes', `${told}\n/快进 2分钟`],
    ['behind another’s question', `${told}\n张大爷：明天谁给合唱团上课呀`],
    ['behind a question and a word of one’s own', `${told}\n张大爷：合唱团老师是谁\n王秀兰：我想想`],
    ['behind another’s report', `${told}\n张大爷：今天在城东小学讲交通安全，学生80人`],
    ['behind a plan of one’s own', `${told}\n王秀兰：下周三上午去二中讲航天`],
    ['where it was told', told.replace('讲了防冻', '在红霞村请陈文光老师讲了防冻')],
  ])('silence %s', async (_, before) => {
    const lines = await heard('王秀兰：主讲是陈文光', before)
    expect(lines).not.toContain('已改')
  })
})
