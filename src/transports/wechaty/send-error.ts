import type { SendError } from '../../ports.js'
import { redact } from './redact.js'

/** How long to leave an account alone after 「操作太频繁」 (1205). A guess on the safe side; no source gives the figure. */
export const throttleMs = 30 * 60_000

interface Row {
  readonly pattern: RegExp
  readonly error: (reason: string) => SendError
}

/**
 * What a failed send means, first match wins. Whatever may have reached the platform is `unknown`: a reply sent
 * twice is worse than one shown to the secretariat.
 */
const rows: readonly Row[] = [
  // wechat4u asserts the server's Ret: "'1205' == 0".
  { pattern: /(?:^|[^\d])1205'? ?(?:==|!=) ?'?0|操作太?频繁|freq/i, error: () => ({ code: 'throttled', retryAfterMs: throttleMs }) },
  { pattern: /(?:^|[^\d])(?:1100|1101|1102)'? ?(?:==|!=) ?'?0|already logout|not logged in/i, error: () => ({ code: 'offline' }) },
  { pattern: /(?:^|[^\d])(?:-?\d+)'? ?(?:==|!=) ?'?0/, error: (reason) => ({ code: 'refused', reason }) },
  // Nothing left the machine: name not resolved, connection refused, no client.
  { pattern: /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|NO CLIENT|no grpc manager|No connection established|failed to connect/i, error: () => ({ code: 'offline' }) },
  { pattern: /UNAUTHENTICATED|PERMISSION_DENIED|unsupported/i, error: (reason) => ({ code: 'refused', reason }) },
  { pattern: /no payload found|no contact|no room|no this\.wechat4u\.contacts/i, error: () => ({ code: 'no_such_target' }) },
] // prettier-ignore

/** A thrown send as data. ECONNRESET, time-outs, dropped streams and anything unheard of are `unknown`. */
export function sendErrorOf(error: unknown, secrets: readonly string[]): SendError {
  const whole = error instanceof Error ? error.message : String(error)
  const reason = redact(whole, secrets)
  return rows.find((row) => row.pattern.test(whole))?.error(reason) ?? { code: 'unknown', reason }
}
