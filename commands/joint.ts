import type { Command, Said } from '../src/command.js'
import { offeredPair, sayMerged, sayRejected, saySame, saySplit, type Merge } from '../src/converse/joint.js'
import { ofOffice } from '../src/converse/private.js'

const aNumber = '#?\\d{3,7}号?'
const numbers = `${aNumber}(?:[和与跟同及、\\s]+${aNumber})*`
/** A headcount beside record numbers says so: 按150, 150人, 人数以150为准. */
const headcount =
  /\s*(?:(?:人数|人次|听众|受众|数)?(?:就|都|统一|请|还是)?(?:按照?|记|算|用|取|以|是|为|填|写)\s*(?<near>将?近|接近|大?约|大概|差不多)?\s*(\d{1,7})(?<more>[多余来几])?\s*(?:人次|人|那个)?(?<around>左右|上下|以上)?(?:那个)?(?:的|为准|来?[算记]|吧)?|\s(?:人数|人次|听众|受众)?\s*(\d{1,7})\s*(?:人次|人)|\s(?:人数|人次|听众|受众)\s*(\d{1,7}))$/
/** 按大的算: the larger one, which holds anyway. */
const larger =
  /\s*(?:人数|人次|听众|受众|数)?(?:就|都)?(?:按照?|记|算|用|取|以)(?:较?[大多]|最[大多])的?(?:那个|数|一个)?(?:为准|来?[算记])?$/

const nosIn = (text: string | undefined): number[] =>
  [...(text ?? '').matchAll(/\d{3,7}/g)].map((m) => Number(m[0]))
const one = (pattern: RegExp, text: string): number[] | null => {
  const m = pattern.exec(text)
  return m ? nosIn(m[1]) : null
}

/** 归并125 128 · 归并125、128 按150人: records of several branches are one joint event. */
export const merging: Command<Merge> = {
  name: '归并',
  access: 'secretariat',
  examples: [
    ['归并125 128', { nos: [125, 128], attendance: null }],
    ['归并125、128 按150人', { nos: [125, 128], attendance: 150 }],
    ['归并125 128 150人', { nos: [125, 128], attendance: 150 }],
    ['把125号和128号合并', { nos: [125, 128], attendance: null }],
  ],
  parse({ words }) {
    const told = headcount.exec(words)
    const rest = told ? words.slice(0, told.index).trim() : words.replace(larger, '')
    const nos =
      one(new RegExp(`^(?:归并|合并)\\s*(${numbers})$`), rest) ??
      one(
        new RegExp(
          `^[把将]?\\s*(${numbers})\\s*(?:归并|合并|归到一起|并到一起|合到一起|合成一场|并成一场)(?:成一场|到?一起|起来|了)?$`,
        ),
        rest,
      )
    if (!nos || !told) return nos && { nos, attendance: null }
    const { near, more, around } = told.groups!
    const attendance = Number(told[2] ?? told[5] ?? told[6])
    return { nos, attendance, ...((near ?? more ?? around) === undefined ? {} : { about: true }) }
  },
  run: ({ nos, attendance, about }, turn) => sayMerged(turn, nos, attendance, about),
}

/** 拆开125: what was merged counts on its own again. */
export const splitting: Command<readonly number[]> = {
  name: '拆开',
  access: 'secretariat',
  examples: [
    ['拆开125', [125]],
    ['拆开125 128', [125, 128]],
  ],
  saidAgain: /^(?:不是(?:同一场|一场|一回事)|各是各的|是?两(?:场|回事))$/,
  parse: ({ words, quoted }) =>
    one(new RegExp(`^(?:拆开|拆分|分开|取消归并|撤销归并)\\s*(${numbers})$`), words) ??
    one(
      new RegExp(`^[把将]?\\s*(${numbers})\\s*(?:号)?(?:还是|要)?(?:拆开|拆分|分开)(?:算|记|吧|来)?$`),
      words,
    ) ??
    (quoted.length > 0 && /^(?:拆开|拆分|分开)$/.test(words) ? quoted : null),
  run: (nos, turn) => saySplit(turn, nos),
}

/** 不是125 128 · 125和128不是同一场: an offered pair is two events. */
export const rejecting: Command<readonly number[]> = {
  name: '不是同一场',
  access: 'secretariat',
  examples: [
    ['不是125 128', [125, 128]],
    ['不是同一场 125 128', [125, 128]],
    ['125和128不是同一场', [125, 128]],
  ],
  parse: ({ words }) =>
    several(
      one(new RegExp(`^(?:不是|不算|不归并)(?:同一场|一场|联合)?\\s*(${numbers})$`), words) ??
        one(new RegExp(`^(${numbers})\\s*(?:不是|不算)(?:同一场|一场|联合)$`), words),
    ),
  run: (nos, turn) => sayRejected(turn, nos),
}

/** 同一场125 128: two records of one branch tell one event; of several branches it means 归并. */
export const sameEvent: Command<readonly number[]> = {
  name: '同一场',
  access: 'contact',
  examples: [
    ['同一场125 128', [125, 128]],
    ['125和128是同一场', [125, 128]],
  ],
  parse: ({ words }) =>
    several(
      one(new RegExp(`^(?:是)?同一场\\s*(${numbers})$`), words) ??
        one(new RegExp(`^(${numbers})\\s*(?:是|算)?(?:同一场|一场)$`), words),
    ),
  run: (nos, turn) => saySame(turn, nos),
}

/** 是 · 不是 right after a pair was offered in private, or quoting the offer. */
export const offered: Command<{ readonly merge: boolean; readonly sure: boolean }> = {
  name: '答归并',
  access: 'member',
  examples: [
    ['归并', { merge: true, sure: true }],
    ['不归并', { merge: false, sure: true }],
  ],
  parse(said) {
    const merge = bare(said, merges)
    return merge || bare(said, rejects)
      ? { merge, sure: !/^(?:是|是的|对|对的|不对)$/.test(said.tight) }
      : null
  },
  async run({ merge, sure }, turn) {
    const nos = ofOffice(turn) ? await offeredPair(turn, sure) : null
    if (nos === null || (typeof nos === 'object' && 'ask' in nos)) return nos === null ? null : nos.ask
    return merge ? sayMerged(turn, nos, null) : sayRejected(turn, nos)
  },
}

const merges = /^(?:是|是的|对|对的|归并|并|是?同一场|是?一场|是一回事|归到一起)$/
const rejects = /^(?:不是|不对|不归并|不并|不是(?:同一场|一场|一回事)|是?另一场|是?两场|是?两回事)$/
const bare = ({ tight, private: own, quoted }: Said, words: RegExp): boolean =>
  (own || quoted.length > 0) && words.test(tight)
const several = (nos: number[] | null): number[] | null => (nos && nos.length >= 2 ? nos : null)
