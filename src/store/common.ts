/** UTC, ISO 8601 with milliseconds (`Date.prototype.toISOString`); compares as text. */
export type Instant = string

/** `YYYY-MM`. */
export type Month = string
