import type { Command } from '../src/command.js'
import { ofOffice, ofOwnBranch } from '../src/converse/private.js'
import { passOn } from '../src/converse/told.js'
import { officeAnswer } from '../src/converse/tip-desk.js'
import { readOfficeWish, type OfficeWish } from '../src/converse/tip-words.js'
import { answer, type Turn } from '../src/turn.js'

/** 科普预告 · 明天别发科普 · 11月25日的科普换一条 · 12月13日停发科普 公祭 · 科技活动周 5月23日到30日. */
export const tipOffice: Command<OfficeWish> = {
  name: '科普预告',
  // whoever asks is told at least whom to ask
  access: 'member',
  examples: [
    ['科普预告', { act: 'preview', room: null, span: null }],
    ['下周科普发什么', { act: 'preview', room: null, span: { start: '2026-11-23', end: '2026-11-29' } }],
    ['往后发什么', { act: 'preview', room: null, span: null }],
    ['明天发什么', { act: 'preview', room: null, span: { start: '2026-11-22', end: '2026-11-22' } }],
    ['明天的科普是什么', { act: 'preview', room: null, span: { start: '2026-11-22', end: '2026-11-22' } }],
    ['科普设置', { act: 'board', room: null }],
    [
      '跳过科普 11月25日',
      { act: 'skip', room: null, span: { start: '2026-11-25', end: '2026-11-25' }, reason: '' },
    ],
    [
      '明天别发科普',
      { act: 'skip', room: null, span: { start: '2026-11-22', end: '2026-11-22' }, reason: '' },
    ],
    [
      '停发科普 12月13日 公祭',
      { act: 'skip', room: null, span: { start: '2026-12-13', end: '2026-12-13' }, reason: '公祭' },
    ],
    ['科普停三天', { act: 'skip', room: null, span: { start: '2026-11-22', end: '2026-11-24' }, reason: '' }],
    ['停科普一天', { act: 'skip', room: null, span: { start: '2026-11-22', end: '2026-11-22' }, reason: '' }],
    ['停三天科普', { act: 'skip', room: null, span: { start: '2026-11-22', end: '2026-11-24' }, reason: '' }],
    [
      '今天别发科普',
      { act: 'skip', room: null, span: { start: '2026-11-21', end: '2026-11-21' }, reason: '' },
    ],
    ['11月25日科普照发', { act: 'resume', room: null, span: { start: '2026-11-25', end: '2026-11-25' } }],
    ['后天的科普换一条', { act: 'swap', room: null, day: '2026-11-23' }],
    ['科普换成 falls-003 11月25日', { act: 'put', room: null, day: '2026-11-25', what: 'falls-003' }],
    ['11月25日的科普发一条防跌倒的', { act: 'put', room: null, day: '2026-11-25', what: '防跌倒' }],
    [
      '全国科技活动周 5月23日到5月30日',
      {
        act: 'campaign',
        room: null,
        span: { start: '2027-05-23', end: '2027-05-30' },
        name: '全国科技活动周',
      },
    ],
  ],
  parse: ({ words, today, house }) => readOfficeWish(words, today, house),
  async run(wish, turn) {
    const isContact = turn.sender.role === 'contact'
    const room = wish.room ?? turn.room?.name ?? (isContact ? await onlyRoom(turn) : null)
    const unit = room === null ? null : ((await turn.store.rooms.byName(room))?.unit ?? null)
    const own = isContact && room !== null && unit !== null && ofOwnBranch(turn, unit)
    const modest = wish.act === 'preview' || wish.act === 'skip' || wish.act === 'resume'
    if (ofOffice(turn) || (own && modest)) return officeAnswer({ ...wish, room }, turn)
    if (wish.act !== 'preview' && wish.act !== 'board') return passOn(turn)
    return [
      answer(
        isContact
          ? '科普的安排由秘书处来看；您自己群的，在群里问我。'
          : '往后的科普由秘书处安排，发的那天早上见。今天的说“今日科普”。',
      ),
    ]
  },
}

/** The one room of a contact's branch; null where there are several or none. */
async function onlyRoom(turn: Turn): Promise<string | null> {
  const own = (await turn.store.rooms.all()).filter((r) => r.unit !== null && ofOwnBranch(turn, r.unit))
  return own.length === 1 ? own[0]!.name : null
}
