import type { Moment } from './moment.js'

/** One message of a chat record, as written there. */
export interface Said {
  readonly at: Moment | Date
  readonly sender: string
  /** Account id where the record gives one. */
  readonly senderId: string | null
  readonly text: string
  /** Line (or row) of the record, from 1. */
  readonly line: number
  /** Room named by the record; null: it names none. */
  readonly room: string | null
}

/** What was read of a record. */
export interface ChatRecord {
  /** What it was taken for, in words for people. */
  readonly form: string
  readonly said: readonly Said[]
  /** Rows that are no message: what is wrong with them. */
  readonly unread: readonly { readonly line: number; readonly why: string }[]
}

/** Why a record cannot be read as a whole. */
export type RecordError =
  /** None of the known forms. */
  | { readonly code: 'unknown_form' }
  /** No dates in it: the day must be told. */
  | { readonly code: 'no_day' }
  /** A table without one of the columns that are needed. */
  | { readonly code: 'no_column'; readonly column: string; readonly found: readonly string[] }
  | { readonly code: 'bad_json' }
  | { readonly code: 'bad_csv' }

const opening = /[(（<＜]/g
const accountId = /^(?:[A-Za-z][\w-]{4,40}|\d{5,15}|[\w.-]{3,60}@[\w.-]{2,40})$/
// oxlint-disable-next-line no-misleading-character-class
const invisible = /[\u0000-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g

/** A sender as written: 王秀兰(wxid_wang) → name and id. */
export function senderOf(words: string): { readonly sender: string; readonly senderId: string | null } {
  const name = words.replace(invisible, '').trim().slice(0, 120)
  const at = [...name.matchAll(opening)].at(-1)?.index ?? -1
  const id = at > 0 && /[)）>＞]$/.test(name) ? name.slice(at + 1, -1) : ''
  return accountId.test(id)
    ? { sender: name.slice(0, at).trim(), senderId: id }
    : { sender: name, senderId: null }
}
