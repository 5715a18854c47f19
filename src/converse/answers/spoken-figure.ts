// Figures as they are spoken in an answer, written so that they are read: 三十来号吧, 五十不到, 快八十了; pure.
import { figureAmong } from '../../understand/figure-among.js'

const numeral = '(?:\\d{1,5}|[一二两三四五六七八九十百千]{1,8})'

/** 点了名册, 数过人头, 翻了签到本, 名单上. */
export const counted =
  '(?:我|刚才|刚刚|刚|又|才|回来|重新|按照?|照|据|人头|人数?){0,3}(?:(?:[数点]了?一?[数点]|[数点][过了清]?|[查翻核看对]了?(?:一?[查翻核看对]|过|一下)?)(?:一遍|一下)?(?:人头|人数|人|名)?(?:签到(?:本|表|簿|册|单)?|名册|名单|花名册|点名册|登记[本表簿册]?|照片|票根|座位)?(?:上|里)?|(?:签到(?:本|表|簿|册|单)?|名册|名单|花名册|登记[本表簿册]?)(?:上|里)?(?:写着|记着|数|点)?)了?'

/** Each keeps the length of the text, so that a span stays where it is. */
const spoken: readonly (readonly [pattern: RegExp, written: (...m: string[]) => string])[] = [
  // 五十不到 · 三百不到点
  [
    new RegExp(`(${numeral})(个?人?)(不到)(点儿?|些)?(?=[吧呢的了]?(?:[，,。！!\\s]|$))`, 'g'),
    (_, n, unit, under, bit = '') => `${under}${n}${unit}${' '.repeat(bit.length)}`,
  ],
  // 三十来号 · 四五十号: more than any day of a month, or said with 来, 多, 几
  [
    /((?:\d|[一二两三四五六七八九十百千]){1,6}[来多几余])号(?=[吧呢的了]?(?:[，,。！!\s]|$))/g,
    (_, n) => `${n}人`,
  ],
  [
    /([二三四五六七八九]?[二三四五六七八九][一二三四五六七八九]十|[四五六七八九]十[一二三四五六七八九]?|[一二两三四五六七八九]百[一二三四五六七八九十]{0,4})号(?=[吧呢的了]?(?:[，,。！!\s]|$))/g,
    (_, n) => `${n}人`,
  ],
  // 快八十了 · 小一百了
  [new RegExp(`^(\\s*(?:来了?|有|得有|怕是?有?)?)快(?=${numeral})`, 'g'), (_, front) => `${front}近`],
  // 约摸有八十
  [
    new RegExp(`^(\\s*)(?:约摸|约莫|估摸|毛估|大略)(?:着|估?计)?(?:也就|是|有|来了)?(?=${numeral})`, 'g'),
    (all, front) => `${front}大约`.padEnd(all.length),
  ],
  // 顶多三十 · 撑死四十: a guess
  [
    new RegExp(`^(\\s*)(?:顶多|最多|至多|撑死|充其量|起码|至少|最少)(?:也就|也|就)?有?(?=${numeral})`, 'g'),
    (all, front) => `${front}大约`.padEnd(all.length),
  ],
  [
    new RegExp(`^(\\s*)(?:少说|多说|往少里说|往多里说)(?:也|着)?[有得]?(?=${numeral})`, 'g'),
    (all, front) => `${front}大约`.padEnd(all.length),
  ],
  // 来的不多，才三十来个 · 只来了二十八个 · 屋里坐得满满的有六十: how it looked
  [
    new RegExp(
      `^(\\s*)(?:来的?|到的?)?(?:人)?(?:不多|不少|挺多|真不少|没几个|不算多|还行|还可以|稀稀拉拉|零零星星|三三两两)?[，,\\s]?(?:就|只|才|仅|光|也就|一共|总共|拢共|统共){1,2}(?:有|来了?|到了?|坐了?|听了?)?(?=${numeral})`,
      'g',
    ),
    (all) => ' '.repeat(all.length),
  ],
  [
    new RegExp(
      `^(\\s*)(?:来的?|到的?)?人?(?:不多|不少|挺多|真不少|不算多|稀稀拉拉|零零星星)的?[，,\\s]?(?:有|得有|来了)?(?=${numeral})`,
      'g',
    ),
    (all) => ' '.repeat(all.length),
  ],
  // 数了数是六十七 · 点了名册，整二十六个 · 查了签到，有五十八个: how one knows
  [
    new RegExp(
      `^(\\s*)${counted}[，,：:\\s]{0,2}(?:整整?|正好|刚好|一共|总共|共|是|有|来了|到了|就){0,3}(?=${numeral})`,
      'g',
    ),
    (all) => ' '.repeat(all.length),
  ],
  // 足有六十 · 满打满算四十: exactly
  [
    new RegExp(
      `^(\\s*)(?:足足|足|满打满算|整整|正好|刚好|不多不少|拢共|满共|统共|总归)(?:是|有|就)?(?=${numeral})`,
      'g',
    ),
    (all) => ' '.repeat(all.length),
  ],
]

/** The one figure of an answer, also in spoken words; the span is of the text as given. */
export function answeredFigure(text: string): ReturnType<typeof figureAmong> {
  const plainly = figureAmong(text)
  if (plainly || text.length > longest) return plainly
  const written = spoken.reduce(
    (left, [pattern, to]) => left.replace(pattern, (...m: unknown[]) => to(...m.map(textOf))),
    text,
  )
  return written === text || written.length !== text.length ? null : figureAmong(written)
}
const longest = 40
/** Groups that matched nothing are empty; offsets are not looked at. */
const textOf = (m: unknown): string => (typeof m === 'string' ? m : '')
