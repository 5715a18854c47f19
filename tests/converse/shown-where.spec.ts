import { describe, expect, test } from 'vitest'
import { story } from './story.js'

const told = `
  /群 市老科协会员群
  王秀兰：昨天城东区在红旗小学讲磁铁，学生54人
  李建国：昨天南山县在东风小学讲地震，学生31人`
const heard = async (room: string, said: string): Promise<string> => {
  const { heard: lines } = await story(`${told}\n/群 ${room}\n${said}\n⟂`)
  return lines.at(-1)!.slice(1).join('\n')
}

describe('a record is shown in a room of its unit or of one above it, elsewhere in private', () => {
  test.each([
    ['市老科协会员群', '周敏：小科 102', '小科：102号'],
    ['市老科协会员群', '李建国：小科 我今天报的那场记成多少人了', '小科：102号'],
    ['城东区群', '王秀兰：小科 101', '小科：101号'],
    ['城东区群', '周敏：小科 101号怎么记的', '小科：101号'],
    ['城东区群', '周敏：小科 102', '小科〔私→周敏〕：102号'],
    ['城东区群', '周敏：小科 102号怎么记的', '小科〔私→周敏〕：102号'],
    ['城东区群', '周敏：小科 102号改过什么', '小科〔私→周敏〕：102号'],
    ['城东区群', '周敏：小科 102号记成多少人了', '小科〔私→周敏〕：102号'],
    ['城东区群', '李建国：小科 我今天报的那场记成多少人了', '小科〔私→李建国〕：102号'],
    ['城东区群', '李建国：小科 我昨天报的那场记成多少人了', '小科〔私→李建国〕：没找到'],
    ['城东区群', '王秀兰：小科 102', '小科：102号是别的分会的'],
  ])('%s：%s', async (room, said, begins) => {
    const line = await heard(room, said)
    expect(line.startsWith(begins), line).toBe(true)
    if (begins.includes('私')) expect(line).not.toMatch(/^小科：/m)
  })
})
