import type { Flag } from './schema.js'
import type { Activity } from '../src/store.js'

/** Between columns and domain values. What does not parse was not written by us: that is a bug, not an outcome. */

export const flag = (value: boolean): Flag => (value ? 1 : 0)

export const strings = (json: string): string[] => list(json, (value) => typeof value === 'string')

export const numbers = (json: string): number[] => list(json, (value) => typeof value === 'number')

function list<T>(json: string, is: (value: unknown) => boolean): T[] {
  const value = parse(json)
  if (Array.isArray(value) && value.every(is)) return value as T[]
  throw new TypeError('a stored list is none')
}

export function activityOf(json: string): Activity {
  const value = parse(json)
  if (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    'period' in value &&
    'measures' in value
  ) {
    return value as Activity
  }
  throw new TypeError('a stored activity is none')
}

/** Any JSON value; the caller guards what it reads. */
export const parse = (json: string): unknown => JSON.parse(json)

/** `undefined`, which JSON has not, is kept as null. */
export const json = (value: unknown): string => JSON.stringify(value ?? null)
