import { describe, expect, test } from 'vitest'
import { task } from '../../commands/task.js'
import { houseOf } from '../../src/house.js'
import { sampleOrg } from '../converse/play.js'
import { story } from '../converse/story.js'
import { saidIn } from './said.js'

const said = saidIn(houseOf(sampleOrg()))

/** Unit, kinds, year, and whose it is where no unit is named; null where it is no question about a task. */
function read(text: string): string | null {
  const args = task.parse(said(text))
  if (args === null) return null
  const of = args.shown ?? args.level ?? args.ours
  return [
    args.unit?.replace('老科协', '') ?? '-',
    args.kinds.join('+') || '-',
    args.year ?? '-',
    ...(of === undefined ? [] : [of || '我们']),
  ].join(' ')
}

describe('how far it is to a target, in the words of each kind', () => {
  test.each([
    ['我们义诊任务还缺几回', '- clinic -'],
    ['城东讲座任务还差几堂', '城东区 lecture -'],
    ['培训任务还差几个班', '- training -'],
    ['培训还差几期才达标', '- training -'],
    ['南山还得开几班培训才够', '南山县 training -'],
    ['培训还剩几期没开', '- training -'],
    ['今年培训任务还欠几期几个人', '- training 2026'],
    ['离讲座任务还有几场', '- lecture -'],
    ['全市讲座任务还差多少场多少人次', '临海市 lecture -'],
    ['我们区讲座任务还差几节', '- lecture - 区'],
    ['区里的讲座任务还差几趟', '- lecture - 区'],
    ['还差几期', '- - -'],
    ['讲座任务够了没', '- lecture -'],
    ['够任务了没有', '- - -'],
    ['任务现在是什么光景', '- - -'],
    ['任务变成啥样了', '- - -'],
    ['这下任务咋样', '- - -'],
    ['这么一来任务还差几场', '- - -'],
    ['那这样讲座任务就完成了吧', '- lecture -'],
    ['算上今天这场，讲座任务还差几场', '- lecture -'],
    ['连刚才那期，培训任务够不够', '- training -'],
    ['这会儿任务到哪了', '- - -'],
    ['它讲座任务还差几场', '- lecture - unit'],
    ['他们今年任务完成得如何', '- - 2026 unit'],
    ['这个县的义诊任务差多少', '- clinic - unit'],
    ['那家的任务过半了没', '- - - unit'],
    ['人家任务做完没有', '- - - unit'],
    ['这项任务还差多少', '- - - item'],
    ['那一项指标完成了几成', '- - - item'],
  ])('%s → %s', (text, expected) => expect(read(text)).toBe(expected))

  test.each([
    '它和城东的任务还差多少',
    '这个任务交给谁',
    '任务布置下去了没有人管',
    '还差几个人没到',
    '算上明天那场任务还差几场',
    '这下下雨了',
    '他们还差几个人开饭',
    '几期培训是谁讲的',
    '培训还要办几天',
    '这回讲座讲得好',
  ])('no such question: %s', (text) => expect(read(text)).toBe(null))
})

describe('of what was shown last', () => {
  const before = `
    王秀兰：昨天城东区在二中讲防溺水，听众120人
    /快进 1小时`
  const heard = async (...lines: readonly string[]): Promise<string> => {
    const { heard: all } = await story(`${before}\n${lines.join('\n')}\n⟂`)
    return all.at(-1)!.slice(1).join('\n')
  }
  test.each(['它讲座任务还差多少', '他们今年任务完成多少了', '这个区的任务还差几场', '这下任务还差多少'])(
    'one branch: %s',
    async (said) => {
      const line = await heard('周敏 → 小科：城东十一月讲座', `周敏 → 小科：${said}`)
      expect(line).toContain('城东区 2026年')
      expect(line).toContain('任务12场')
    },
  )
  test('the same of another, and of the whole', async () => {
    const first = ['周敏 → 小科：城东十一月讲座', '周敏 → 小科：这项任务还差多少']
    expect(await heard(...first)).toContain('任务12场')
    expect(await heard(...first, '周敏 → 小科：全市呢')).toContain('任务47场')
  })
  test('nothing shown: asked which', async () =>
    expect(await heard('周敏 → 小科：它的讲座任务还差多少')).toContain('您要看哪个分会的任务'))
})
