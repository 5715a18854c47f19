import type { Command } from '../src/command.js'
import { pendingOf } from '../src/ledger/pending.js'
import { settleTodo } from '../src/converse/settle.js'
import { openTodos, todoText } from '../src/converse/todos.js'
import { inPrivate } from '../src/converse/private.js'
import { asksWaiting } from '../src/converse/office-pieces.js'
import { asNumber } from '../src/converse/numbers.js'
import { privately, type Turn } from '../src/turn.js'
import type { TodoRow } from '../src/store.js'

/** 我这里还有什么没弄完的, 手上还压着哪些事. */
const unfinished =
  /^(?:我|我们)?(?:这[里边儿块]?|那[里边儿块]?|手[上头里]|名下|跟前)?(?:现在|目前|今天)?(?:还|都)?(?:(?:有|剩下?|欠着?|差)(?:没有)?(?:些|点)?(?:什么|啥|哪些|哪几[件条样]|几[件条样])?(?:事情?|东西|活儿?)?(?:是|还)?(?:没有?|等着?我?|要我?|需要我?|该我?)(?:弄|办|处理|做|搞|定|管|了|结|落实|收尾|回)(?:完|好|清|掉|妥|下来|复)?(?:的|了)?(?:事情?|没有?)?|(?:压|拖|挂|悬|留|搁|积)着?(?:些)?(?:什么|啥|哪些|哪几[件条样]|几[件条样])(?:事情?|东西|活儿?)?(?:没有?)?)$/
/** 待办 · 有什么要我办的: what waits for the office or, of their own branch, for its contacts. */
export const todo: Command<{ readonly page: number }> = {
  name: '待办',
  access: 'member',
  examples: [
    ['待办', { page: 1 }],
    ['有什么要我办的', { page: 1 }],
    ['待办 第2页', { page: 2 }],
  ],
  parse({ tight }) {
    if (unfinished.test(tight) || (tight.length <= 24 && asksWaiting(tight))) return { page: 1 }
    const m =
      /^(?:(?:今天|现在|目前|手头)?(?:有没有|还?有(?:什么|啥|哪些)?|看看?|我的)?待办(?:事项|清单|的)?(?:还?有(?:什么|啥|哪些|几件)|吗|没有)?|我?(?:还)?有(?:什么|啥|哪些|没有)(?:事)?(?:情)?(?:是)?(?:要|需要|没|没有|等)(?:我)?(?:办|处理|定|弄)(?:完|好)?的?(?:事情?)?(?:吗)?|(?:有)?哪些(?:我)?(?:没有?|还没有?)(?:人数|报人数|报全|报齐)的?)(?:第?(\d{1,3})页)?$/.exec(
        tight,
      )
    return m && { page: asNumber(m[1]) ?? 1 }
  },
  async run({ page }, turn) {
    const records = (await openTodos(turn)).flatMap(recordsOf)
    return inPrivate(turn, '待办我私下发您。', await todoText(turn, page), records.slice(0, 50))
  },
}

export interface SettleArgs {
  /** null: the one the quoted message is about. */
  readonly id: number | null
  readonly said: string
}

const verbs = '同一场|另一场|连同|另外|用|用\\d{1,7}|记上|不记|办完|办好|同意|不同意'
const numbered = [
  new RegExp(`^(${verbs}|一场|全年)\\s+#?(\\d{1,5})号?$`),
  // 用 with its number set apart only: 用62 is an answer of its own
  new RegExp(`^(同一场|另一场|连同|另外|记上|不记|办完|办好|同意|不同意)#?(\\d{1,5})号?$`),
]
const behind = new RegExp(`^待办#?(\\d{1,5})号?\\s*(${verbs}|一场|全年)了?$`)

/** 同一场 3 · 另一场 3 · 记上 3 · 不记 3 · 办完 3: settles one of the list by its number. */
export const settling: Command<SettleArgs> = {
  name: '办一件',
  access: 'member',
  examples: [
    ['同一场 3', { id: 3, said: '同一场' }],
    ['另一场 3', { id: 3, said: '另一场' }],
    ['记上 3', { id: 3, said: '记上' }],
    ['不记 3', { id: 3, said: '不记' }],
    ['办完 3', { id: 3, said: '办完' }],
    ['待办3 办完了', { id: 3, said: '办完' }],
    ['用1892 3', { id: 3, said: '用1892' }],
  ],
  parse({ words, quoted }) {
    for (const pattern of numbered) {
      const m = pattern.exec(words)
      if (m) return { said: m[1]!, id: Number(m[2]) }
    }
    const m = behind.exec(words)
    if (m) return { said: m[2]!, id: Number(m[1]) }
    return quoted.length > 0 && new RegExp(`^(?:${verbs})$`).test(words) ? { said: words, id: null } : null
  },
  async run({ id, said }, turn) {
    if (turn.sender.role === 'member') return null
    // 办完 120 of somebody whose plan is due tells how many came
    if (
      said === '办完' &&
      (await turn.store.plans.openOf(turn.sender.id)).some((p) => p.day <= turn.sent.day)
    )
      return null
    const open = await openTodos(turn)
    const meant = id === null ? open.filter((t) => isAbout(t, turn)) : open.filter((t) => t.id === id)
    if (meant.length === 1) return settleTodo(turn, meant[0]!, said)
    if (id !== null) return [privately(`待办里没有${id}号，可能已经办完了。说“待办”看看。`)]
    return meant.length === 0
      ? null
      : [privately(`这里不止一件，请带上待办的号，如“${said} ${meant[0]!.id}”。`)]
  },
}

/** The records a thing to do is about: quoting one of them, or the list, means it. */
const recordsOf = (t: TodoRow): number[] => [
  ...(t.record === null ? [] : [t.record]),
  ...(t.what === 'held' ? pendingOf(t).of : []),
]
const isAbout = (t: TodoRow, { quoted }: Turn): boolean => recordsOf(t).some((no) => quoted.includes(no))
