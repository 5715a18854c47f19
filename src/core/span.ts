/** `[start, end)` in UTF-16 units of the message as typed. */
export type Span = readonly [start: number, end: number]
