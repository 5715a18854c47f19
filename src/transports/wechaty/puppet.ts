import type { impls } from 'wechaty-puppet'
import type { WechatyConfig } from './config.js'
import { serviceOptions } from './service.js'

export type Puppet = impls.PuppetInterface

/**
 * Imports a package without the crash handlers some install on the way: wechat4u's only prints an uncaught
 * exception, so that a broken program lives on.
 */
export async function importQuietly(name: string): Promise<unknown> {
  // wechaty's own log knows no redaction; above `info` it prints tokens and installs such handlers too.
  const level = process.env['WECHATY_LOG'] ?? ''
  process.env['WECHATY_LOG'] = /^(?:silent|error|warn|info)$/i.test(level) ? level : 'silent'
  const events = ['uncaughtException', 'unhandledRejection'] as const
  const before = events.map((event) => process.rawListeners(event))
  const loaded: unknown = await import(name)
  events.forEach((event, i) => {
    for (const listener of process.rawListeners(event)) {
      if (!before[i]?.includes(listener)) process.off(event, listener as () => void)
    }
  })
  return loaded
}

/** A new puppet as the configuration names it. Nothing is dialled yet. */
export async function createPuppet(config: WechatyConfig): Promise<Puppet> {
  let loaded = await importQuietly(config.puppet)
  // A CommonJS package imported from a module has its default export one or two levels down.
  for (let depth = 0; depth < 3 && typeof loaded !== 'function'; depth++)
    loaded = (loaded as { default?: unknown })?.default
  if (typeof loaded !== 'function') throw new Error(`${config.puppet} has no puppet as its default export`)
  const options =
    config.puppet === 'wechaty-puppet-service'
      ? serviceOptions(config)
      : {
          ...config.options,
          ...(config.token ? { token: config.token } : {}),
          ...(config.endpoint ? { endpoint: config.endpoint } : {}),
        }
  return new (loaded as new (options: object) => Puppet)(options)
}
