import { describe, expect, test } from 'vitest'
import {
  decideEssay,
  essayNews,
  essayReceived,
  essayTip,
  isMedical,
  receiveEssay,
  wrapLines,
} from '../../src/tips/essay.js'
import type { Essay, EssayDecision } from '../../src/tips/essay.js'
import { renderTip } from '../../src/tips/tip.js'

const author = { id: 'wxid_wang', name: '王秀兰' }
const editor = { duties: ['editor'] as const, label: '陈老师' }
const doctor = { duties: ['reviewer'] as const, label: '医卫 赵老师' }
const nobody = { duties: [], label: '张大爷' }
const day = '2026-11-26'

function essay(text: string): Essay {
  const r = receiveEssay({ id: '7', author, text, before: 6 })
  if (!r.ok) throw new Error(r.error.code)
  return r.value
}
const tea = essay('吃药别用茶送，温开水最省心')
const walk = essay('早上出门先看看天，带把伞不吃亏')

test.each([
  ['吃药别用茶送，温开水最省心', true],
  ['血压高的人天冷慢起床', true],
  ['腰疼就躺平', true],
  ['早上出门先看看天，带把伞不吃亏', false],
  ['淘米水留着浇花', false],
])('「%s」 is for the doctor: %s', (text, medical) => {
  expect(isMedical(text)).toBe(medical)
})

test.each([
  ['', 'empty'],
  ['  \n ', 'empty'],
  ['嗯', 'empty'],
  ['一'.repeat(91), 'too_long'],
  ['每天一把花椒，根治关节炎', 'forbidden'],
  ['头疼吃布洛芬两片就好了', 'forbidden'],
])('%j is not taken: %s', (text, code) => {
  const r = receiveEssay({ id: '1', author, text, before: 0 })
  expect(r.ok ? 'taken' : r.error.code).toBe(code)
})

describe('the way of an essay', () => {
  test.each<[string, Essay, EssayDecision[], string]>([
    ['an editor takes an ordinary one', walk, [{ by: editor, act: 'accept', day }], 'scheduled 2026-11-26'],
    [
      'the doctor takes a medical one and signs',
      tea,
      [{ by: doctor, act: 'accept', day }],
      'scheduled 2026-11-26 医卫 赵老师',
    ],
    ['an editor cannot take a medical one', tea, [{ by: editor, act: 'accept', day }], 'not_yours reviewer'],
    ['a member cannot take any', walk, [{ by: nobody, act: 'accept', day }], 'not_yours editor'],
    [
      'an editor asks the doctor',
      walk,
      [
        { by: editor, act: 'to_doctor' },
        { by: doctor, act: 'accept', day },
      ],
      'scheduled 2026-11-26 医卫 赵老师',
    ],
    [
      'mended words lose the signature',
      tea,
      [
        { by: doctor, act: 'accept', day },
        { by: editor, act: 'mend', text: '吃药用温开水送' },
      ],
      'with_doctor',
    ],
    [
      'mending may make it medical',
      walk,
      [{ by: editor, act: 'mend', text: '出门前吃药，带把伞' }],
      'with_doctor',
    ],
    [
      'mending may not promise a cure',
      walk,
      [{ by: editor, act: 'mend', text: '多走路，药到病除' }],
      'forbidden',
    ],
    ['declined with a reason', walk, [{ by: editor, act: 'decline', reason: '和上月那条一样' }], 'declined'],
    [
      'what the doctor objects to goes back to the editor',
      tea,
      [{ by: doctor, act: 'decline', reason: '说法不准' }],
      'with_editor',
    ],
    [
      '… who cannot pass it over the doctor',
      tea,
      [
        { by: doctor, act: 'decline', reason: '说法不准' },
        { by: editor, act: 'accept', day },
      ],
      'with_doctor',
    ],
    [
      '… mends it, and the doctor sees it again',
      tea,
      [
        { by: doctor, act: 'decline', reason: '说法不准' },
        { by: editor, act: 'mend', text: '吃药用温开水送' },
        { by: doctor, act: 'accept', day },
      ],
      'scheduled 2026-11-26 医卫 赵老师',
    ],
    [
      '… or declines it',
      tea,
      [
        { by: doctor, act: 'decline', reason: '说法不准' },
        { by: editor, act: 'decline', reason: '说法不准' },
      ],
      'declined',
    ],
    [
      'it may get another day',
      walk,
      [
        { by: editor, act: 'accept', day },
        { by: editor, act: 'move', day: '2026-12-01' },
      ],
      'scheduled 2026-12-01',
    ],
    ['but only when it has one', walk, [{ by: editor, act: 'move', day }], 'not_yet with_editor'],
    ['a member moves none', walk, [{ by: nobody, act: 'move', day }], 'not_yours editor'],
    [
      'declined is declined',
      walk,
      [
        { by: editor, act: 'decline', reason: '' },
        { by: editor, act: 'accept', day },
      ],
      'already declined',
    ],
    [
      'taken twice',
      walk,
      [
        { by: editor, act: 'accept', day },
        { by: editor, act: 'accept', day },
      ],
      'already scheduled',
    ],
    ['no day is free', walk, [{ by: editor, act: 'accept', day: null }], 'no_day'],
  ])('%s', (_what, start, decisions, expected) => {
    let now = start
    let said = ''
    for (const d of decisions) {
      const r = decideEssay(now, d)
      if (r.ok) now = r.value
      said = r.ok
        ? [now.state, now.day, now.reviewer].filter(Boolean).join(' ')
        : [r.error.code, 'needs' in r.error ? r.error.needs : '', 'state' in r.error ? r.error.state : '']
            .filter(Boolean)
            .join(' ')
    }
    expect(said).toBe(expected)
  })
})

test('what the author hears, and how it stands in the room', () => {
  expect(essayReceived(tea, '赵老师')).toBe('收到，您的第7则随笔。涉及用药，先请赵老师看看。')
  expect(essayReceived(walk, null)).toBe('收到，您的第7则随笔。请秘书处看看。')
  expect(essayNews(tea)).toBeNull()
  const r = decideEssay(tea, { by: doctor, act: 'accept', day })
  if (!r.ok) throw new Error(r.error.code)
  expect(essayNews(r.value)).toBe('您的随笔采用了，排在11月26日，署您的名。')
  expect(renderTip(essayTip(r.value))).toBe(
    '【今日科普】会员随笔\n吃药别用茶送，温开水最省心\n作者：王秀兰（医卫 赵老师审）',
  )
})

test.each([
  ['短短一句。', 1],
  ['一二三四五六七八九，一二三四五六七八九，一二三四五六七八九。', 3],
  ['字'.repeat(90), 5],
  ['一二三四五六七八九十，'.repeat(8), 5],
])('%s in %i lines', (text, lines) => {
  const wrapped = wrapLines(text)
  expect(wrapped).toHaveLength(lines)
  expect(wrapped.join('')).toBe(text)
})
