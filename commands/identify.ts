import type { Command } from '../src/command.js'
import { answerWho, type Doubtful } from '../src/identities.js'
import { answer } from '../src/turn.js'

export interface IdentifyArgs {
  readonly todo: number
  /** From 1: which of those offered; 0: none of them. */
  readonly which: number
}

/** 认人12 是 · 认人12 2 · 认人12 不是: the office says who somebody in the chat is. */
export const identify: Command<IdentifyArgs> = {
  name: '认人',
  access: 'secretariat',
  examples: [
    ['认人12 是', { todo: 12, which: 1 }],
    ['认人12 2', { todo: 12, which: 2 }],
    ['认人 12 都不是', { todo: 12, which: 0 }],
  ],
  parse({ words }) {
    const m = /^认人 ?(\d{1,9}) ?(是|同一位|不是|都不是| \d{1,2}|(?<= )\d{1,2})$/.exec(words)
    if (!m) return null
    const said = m[2]!.trim()
    const which = said === '是' || said === '同一位' ? 1 : /^\d/.test(said) ? Number(said) : 0
    return { todo: Number(m[1]), which }
  },
  async run({ todo, which }, { store }) {
    const asked = await store.todos.byId(todo)
    if (asked?.what !== 'identity') return [answer(`没有${todo}号这件待认的人。说“待办”可以看。`)]
    if (asked.status === 'done') return [answer(`${todo}号已经认过了。`)]
    const { id, maybe } = asked.data as Doubtful
    const meant = which === 0 ? null : maybe[which - 1]
    if (meant === undefined || (which === 1 && maybe.length === 0))
      return [answer(`${todo}号只有${maybe.length}个人可选，请再看看。`)]
    const moved = await answerWho(store, id, meant?.id ?? null)
    await store.todos.close(todo)
    if (meant === null) return [answer('好，记作新的一位。')]
    const some = moved.slice(0, 6).map((no) => `${no}号`)
    const before =
      moved.length > 0
        ? `先前另记的${moved.length}条（${some.join('、')}${moved.length > 6 ? '等' : ''}）也归到一起了。`
        : ''
    return [answer(`好，就是${meant.name}。以后的都记在一起。${before}`, moved)]
  },
}
