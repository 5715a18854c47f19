/** Sends every request of wechat4u to the stand-in on this port. */
export function redirectTo(port: number | string): void
