/** The only door to wechaty: everything behind it is loaded when a transport is opened, not before. */
import type { WechatyInput } from './config.js'
import type { WechatyDeps, WechatyTransport } from './transport.js'

export type { WechatyConfig, WechatyInput } from './config.js'
export { wechatySchema } from './config.js'
export { checkGateway, gatewayAdvice } from './gateway-check.js'
export type { WechatyDeps, WechatyTransport } from './transport.js'
export type { IdentityStore } from './identity-store.js'
export type { IdentityRow } from './identity.js'

/** A WeChat account as the configuration names it; nothing is dialled before `start`. Throws on a wrong configuration. */
export async function openWechaty(config: WechatyInput, deps: WechatyDeps = {}): Promise<WechatyTransport> {
  const { wechatySchema } = await import('./config.js')
  const { createWechatyTransport } = await import('./transport.js')
  return createWechatyTransport(wechatySchema.parse(config), deps)
}
