import type { Command } from '../src/command.js'
import { heldTips, holdTip } from '../src/tips/book.js'
import { passOn } from '../src/converse/told.js'
import { dutiesOf } from '../src/converse/essay-desk.js'
import { tipMeant } from '../src/tips/choose.js'
import { renderTip, type Tip } from '../src/tips/tip.js'
import { answer, privately, teacher, tellOffice, type Reply, type Turn } from '../src/turn.js'

/** `next`: the next medical tip nobody has signed. */
export type TipSignArgs =
  | { readonly act: 'sign' | 'show' | 'release'; readonly tip: string }
  | { readonly act: 'hold'; readonly tip: string; readonly why: string }
  | { readonly act: 'next' }

/** 审 falls-003 · 审科普 · 看 falls-003: a reviewer puts the name to a tip; only then is a review claimed. */
export const tipSign: Command<TipSignArgs> = {
  name: '审科普',
  access: 'member',
  examples: [
    ['审 falls-003', { act: 'sign', tip: 'falls-003' }],
    ['falls-003 审过了', { act: 'sign', tip: 'falls-003' }],
    ['看看 falls-003', { act: 'show', tip: 'falls-003' }],
    ['falls-003 不妥，数字旧了', { act: 'hold', tip: 'falls-003', why: '数字旧了' }],
    ['停用 falls-003 数字旧了', { act: 'hold', tip: 'falls-003', why: '数字旧了' }],
    ['启用 falls-003', { act: 'release', tip: 'falls-003' }],
    ['审科普', { act: 'next' }],
    ['还有哪些科普没审', { act: 'next' }],
  ],
  parse({ words, tight }) {
    const text = words.toLowerCase().trim()
    const id = /[a-z][a-z-]*-\d{3}/.exec(text)?.[0]
    if (id) {
      const rest = text.replace(id, '').replace(/\s/g, '')
      if (/^(?:审|签|审定|审过了?|签了?|可以|没问题)$/.test(rest)) return { act: 'sign', tip: id }
      if (/^(?:启用|恢复|可以再用)$/.test(rest)) return { act: 'release', tip: id }
      const held = /^(?:不妥|有错|不对|停用|别用|先别用|不能用)(.{0,30})$/.exec(rest)
      if (held) return { act: 'hold', tip: id, why: held[1] ?? '' }
      return /^(?:看看?|查看?|是什么|是哪条|说的什么|内容)?$/.test(rest) ? { act: 'show', tip: id } : null
    }
    return /^(?:审科普|科普审稿|下一条待签|(?:还)?有?(?:哪些|几条|多少)(?:医药)?科普(?:没审|没签|要审|要签)的?)$/.test(
      tight,
    )
      ? { act: 'next' }
      : null
  },
  async run(args, turn) {
    const tips = turn.house.shelf.tips()
    if (args.act === 'next') return next(turn, tips)
    const { exact } = tipMeant(args.tip, tips)
    if (!exact) return [answer(`库里没有${args.tip}这一条。`)]
    if (args.act === 'show') return [answer(`${renderTip(exact)}\n（${exact.id}）`)]
    if (args.act === 'hold' || args.act === 'release')
      return hold(turn, exact, args.act === 'hold' ? args.why : null)
    if (!turn.sender.duties.includes('reviewer')) return [answer('审稿要由审稿人来做。')]
    await turn.store.tips.sign(exact.id, labelOf(turn), turn.now.toISOString())
    return [answer(`记下了，「${exact.title}」（${exact.id}）由您审过。`)]
  },
}

/** Who reviews may hold a tip back at once; the office hears why. */
async function hold(turn: Turn, tip: Tip, why: string | null): Promise<Reply[]> {
  if (dutiesOf(turn.sender).length === 0)
    return passOn(turn, `看看「${tip.title}」（${tip.id}）：${why ?? '再用'}`)
  await holdTip(turn.store, tip.id, why === null ? null : `${teacher(turn.sender.name)}：${why || '不妥'}`)
  if (why === null) return [answer(`好，「${tip.title}」（${tip.id}）可以再用了。`)]
  const told = (
    await tellOffice(
      turn.store,
      `「${tip.title}」（${tip.id}）${teacher(turn.sender.name)}说不妥：${why || '没说原因'}。先停用了，改好说“启用 ${tip.id}”。`,
    )
  ).filter((r) => typeof r.to !== 'object' || !('person' in r.to) || r.to.person !== turn.sender.id)
  return [answer(`好，「${tip.title}」（${tip.id}）先不发了。`), ...told]
}

/** 医卫 赵老师. */
function labelOf({ sender }: Turn): string {
  const unit = sender.unit?.replace(/(?:老科协|分会)$/, '') ?? ''
  return [unit, teacher(sender.name)].filter(Boolean).join(' ')
}

async function next(turn: Turn, tips: readonly Tip[]): Promise<Reply[]> {
  if (!dutiesOf(turn.sender).length) return [answer('审稿由编辑和审稿的医生来做。')]
  const signed = new Set((await turn.store.tips.signatures()).map((s) => s.tip))
  const held = await heldTips(turn.store)
  const open = tips.filter((t) => t.medical && !signed.has(t.id) && !Object.hasOwn(held, t.id))
  const first = open[0]
  return [
    privately(
      first
        ? `医药的还有${open.length}条没签，头一条：\n${renderTip(first)}\n能用回“审 ${first.id}”，不妥回“${first.id} 不妥”加理由。`
        : '医药的都签过了。',
    ),
  ]
}
