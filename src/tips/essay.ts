import type { PlainDate } from '../core/day.js'
import type { Duty } from '../core/org.js'
import { err, ok, type Result } from '../core/result.js'
import { essayMedicalWords } from './banned.js'
import { forbidden, limits } from './check.js'
import type { Tip } from './tip.js'

/** Where a member's own tip stands. */
export type EssayState = 'with_editor' | 'with_doctor' | 'scheduled' | 'declined' | 'withdrawn' | 'given'

/** 随笔: a member's own tip on its way to a morning. */
export interface Essay {
  readonly id: string
  readonly author: { readonly id: string; readonly name: string }
  /** As the author wrote it, or as an editor mended it. */
  readonly text: string
  /** The author's how-manieth, from 1. */
  readonly number: number
  readonly medical: boolean
  readonly state: EssayState
  /** Set when scheduled. */
  readonly day: PlainDate | null
  /** 「医卫 赵老师」, when that person has accepted this very text. */
  readonly reviewer: string | null
  /** Why it was declined; told to the author. */
  readonly reason: string | null
}

export type EssayError =
  | { readonly code: 'empty' }
  | { readonly code: 'too_long'; readonly length: number; readonly most: number }
  /** It promises a cure, gives a dose …: `why` is a sentence for the author. */
  | { readonly code: 'forbidden'; readonly why: string }
  /** The person has not the duty that the essay waits for. */
  | { readonly code: 'not_yours'; readonly needs: Duty }
  | { readonly code: 'already'; readonly state: EssayState }
  /** Only what is scheduled has a day to be moved from. */
  | { readonly code: 'not_yet'; readonly state: EssayState }
  /** Accepting needs a day; there was none free. */
  | { readonly code: 'no_day' }

/** Whether words of a text belong before a doctor: 吃药别用茶送 → true. When in doubt it does. */
export const isMedical = (text: string): boolean => essayMedicalWords.some((w) => text.includes(w))

/** Takes a text in (without 「随笔：」). Medical ones wait for the doctor, the others for the editor. */
export function receiveEssay(given: {
  readonly id: string
  readonly author: Essay['author']
  readonly text: string
  /** How many the author sent before. */
  readonly before: number
}): Result<Essay, EssayError> {
  const text = tidy(given.text)
  const problem = problemOf(text)
  if (problem) return err(problem)
  const medical = isMedical(text)
  return ok({
    id: given.id,
    author: given.author,
    text,
    number: given.before + 1,
    medical,
    state: medical ? 'with_doctor' : 'with_editor',
    day: null,
    reviewer: null,
    reason: null,
  })
}

/** What an editor or the doctor's reviewer says to an essay. `label` is how the reviewer signs: 「医卫 赵老师」. */
export type EssayDecision = { readonly by: { readonly duties: readonly Duty[]; readonly label: string } } &
  /** 采用; `day`: the first free one, from the plan. */
  (
    | { readonly act: 'accept'; readonly day: PlainDate | null }
    | { readonly act: 'decline'; readonly reason: string }
    /** The editor mends the words; a doctor's signature on other words is void. */
    | { readonly act: 'mend'; readonly text: string }
    /** The editor wants the doctor to see it. */
    | { readonly act: 'to_doctor' }
    /** Another day, found free by the caller. */
    | { readonly act: 'move'; readonly day: PlainDate }
  )

/**
 * The essay after a decision. An editor may decline, mend or move it at any time before it was given. The doctor signs
 * or objects: what the doctor declines goes back to the editor, who mends it (the doctor sees it again) or declines.
 */
export function decideEssay(essay: Essay, decision: EssayDecision): Result<Essay, EssayError> {
  const { by, act } = decision
  if (essay.state === 'given' || essay.state === 'declined' || essay.state === 'withdrawn')
    return err({ code: 'already', state: essay.state })
  const editor = by.duties.includes('editor')
  const doctor = by.duties.includes('reviewer')
  const needs: Duty = essay.state === 'with_doctor' && act === 'accept' ? 'reviewer' : 'editor'
  if (act === 'decline' && essay.state === 'with_doctor' && doctor && !editor)
    return ok({ ...essay, state: 'with_editor', day: null, reviewer: null, reason: decision.reason })
  if (!by.duties.includes(needs)) return err({ code: 'not_yours', needs })

  if (act === 'decline') return ok({ ...essay, state: 'declined', day: null, reason: decision.reason })
  if (act === 'to_doctor')
    return ok({ ...essay, medical: true, state: 'with_doctor', day: null, reviewer: null })
  if (act === 'mend') return mended(essay, decision.text)
  if (act === 'move')
    return essay.state === 'scheduled'
      ? ok({ ...essay, day: decision.day })
      : err({ code: 'not_yet', state: essay.state })
  if (essay.state === 'scheduled') return err({ code: 'already', state: 'scheduled' })
  if (essay.state === 'with_editor' && essay.medical) return ok({ ...essay, state: 'with_doctor' })
  if (decision.day === null) return err({ code: 'no_day' })
  return ok({ ...essay, state: 'scheduled', day: decision.day, reviewer: essay.medical ? by.label : null })
}

/** With other words: whatever was signed is void, and it must be accepted anew. */
function mended(essay: Essay, words: string): Result<Essay, EssayError> {
  const text = tidy(words)
  const problem = problemOf(text)
  if (problem) return err(problem)
  const medical = essay.medical || isMedical(text)
  const state = medical ? 'with_doctor' : 'with_editor'
  return ok({ ...essay, text, medical, state, day: null, reviewer: null })
}

/** The author takes it back, as long as it was not given out. */
export const withdrawEssay = (essay: Essay): Result<Essay, EssayError> =>
  essay.state === 'given' || essay.state === 'declined' || essay.state === 'withdrawn'
    ? err({ code: 'already', state: essay.state })
    : ok({ ...essay, state: 'withdrawn', day: null })

/** The number of the essay a tip was made of; null for tips of the library. */
export function essayIdOf(tipId: string): number | null {
  const m = /^essay-(\d+)$/.exec(tipId)
  return m && Number(m[1])
}

/** The essay as a tip: under its author's name, signed only by who accepted it. */
export const essayTip = (essay: Essay): Tip => ({
  id: `essay-${essay.id}`,
  theme: '会员随笔',
  group: 'health',
  title: '会员随笔',
  lines: wrapLines(essay.text),
  source: null,
  months: [],
  day: null,
  regions: [],
  crops: [],
  audience: [],
  medical: essay.medical,
  author: essay.author.name,
  reviewer: essay.reviewer,
  scientist: false,
  at: { file: '随笔', line: essay.number },
})

/** What the author hears: 「收到，您的第7则随笔。涉及用药，先请赵老师看看。」 `next`: who sees it, if anybody is appointed. */
export const essayReceived = (essay: Essay, next: string | null): string =>
  `收到，您的第${essay.number}则随笔。${essay.medical ? `涉及${essay.text.includes('药') ? '用药' : '看病'}，先` : ''}请${next ?? '秘书处'}看看。`

/** And when it is decided; null while it waits. */
export function essayNews(essay: Essay): string | null {
  if (essay.state === 'declined')
    return `您的第${essay.number}则随笔这次没用上${essay.reason ? `：${essay.reason}` : '。'}`
  if (essay.state !== 'scheduled' || !essay.day) return null
  return `您的随笔采用了，排在${Number(essay.day.slice(5, 7))}月${Number(essay.day.slice(8))}日，署您的名。`
}

/** Breaks a text at its punctuation into at most five short lines. */
export function wrapLines(text: string, most = limits.line): readonly string[] {
  const lines: string[] = []
  for (const piece of text.split('\n').flatMap((l) => l.match(/[^，。！？；、]+[，。！？；、]?/g) ?? [])) {
    for (let rest = Array.from(piece); rest.length; rest = rest.slice(most)) {
      const part = rest.slice(0, most).join('')
      const last = lines.at(-1)
      if (last !== undefined && Array.from(last + part).length <= most) lines[lines.length - 1] = last + part
      else lines.push(part)
    }
  }
  if (lines.length <= limits.lines) return lines
  const all = Array.from(text.replaceAll('\n', ''))
  return Array.from({ length: Math.ceil(all.length / most) }, (_, i) =>
    all.slice(i * most, (i + 1) * most).join(''),
  )
}

/** Without invisible and direction-turning characters, spaces at line ends and empty lines. */
const tidy = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}]/gu, (c) => (c === '\n' ? c : ''))
    .split('\n')
    .map((l) => l.trim())
    .filter(Boolean)
    .join('\n')

function problemOf(text: string): EssayError | null {
  const length = Array.from(text.replaceAll('\n', '')).length
  if (length < 4) return { code: 'empty' }
  if (length > limits.body) return { code: 'too_long', length, most: limits.body }
  const why = forbidden('', text.split('\n'))[0]
  return why ? { code: 'forbidden', why } : null
}
