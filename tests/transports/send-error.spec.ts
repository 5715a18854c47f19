import { expect, test } from 'vitest'
import { redact } from '../../src/transports/wechaty/redact.js'
import { sendErrorOf } from '../../src/transports/wechaty/send-error.js'

test.each([
  ["'1205' == 0", 'throttled'],
  ['1205 == 0', 'throttled'],
  ["2 UNKNOWN: '1205' == 0", 'throttled'], // through a gateway
  ["'1101' == 0", 'offline'],
  ['already logout', 'offline'],
  ["'3' == 0", 'refused'],
  ["'-1' == 0", 'refused'],
  ['getaddrinfo ENOTFOUND wx.qq.com', 'offline'],
  ['connect ECONNREFUSED 127.0.0.1:18788', 'offline'],
  ['14 UNAVAILABLE: No connection established', 'offline'],
  ['NO CLIENT', 'offline'],
  ['14 UNAVAILABLE: Connection dropped', 'unknown'], // it may have gone out before
  ['read ECONNRESET', 'unknown'],
  ['socket hang up', 'unknown'],
  ['no answer within 30000 ms', 'unknown'],
  ['timeout of 60000ms exceeded', 'unknown'],
  ['4 DEADLINE_EXCEEDED', 'unknown'],
  ['16 UNAUTHENTICATED: Invalid Wechaty TOKEN "x"', 'refused'],
  ['no payload found for id r1@chatroom', 'no_such_target'],
  ['whatever else', 'unknown'],
])('%j is %s', (message, code) => expect(sendErrorOf(new Error(message), []).code).toBe(code))

const token = 'insecure_11111111-2222-4333-8444-555555555555'
test.each([
  [`16 UNAUTHENTICATED: Invalid Wechaty TOKEN "${token}"`, '16 UNAUTHENTICATED: Invalid Wechaty TOKEN "***"'],
  ['bad token 11111111-2222-4333-8444-555555555555 given', 'bad token *** given'],
  ['GET /cgi?skey=@abc&pass_ticket=xyz&lang=zh', 'GET /cgi?skey=***&pass_ticket=***&lang=zh'],
  ['cookie: wxsid=abc; wxuin=12; webwx_data_ticket=q', 'cookie: wxsid=***; wxuin=***; webwx_data_ticket=***'],
  ['one line\n    at /secret/stack.js', 'one line'],
])('redacts %j', (message, safe) => expect(redact(message, [token])).toBe(safe))
