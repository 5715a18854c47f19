/* oxlint-disable no-underscore-dangle -- names inside a frozen package */
import type { impls } from 'wechaty-puppet'

/** The parts of wechat4u 0.7.14 and its puppet 1.14.14 that are touched; both are pinned and frozen. */
interface Client {
  state: string
  stop: () => void
  emit: (event: string, ...args: unknown[]) => boolean
  on: (
    event: string,
    listener: (told: { readonly Content?: unknown; readonly message?: string }) => void,
  ) => void
  removeAllListeners: () => void
  request: (options: unknown) => Promise<unknown>
  retryPollingId?: NodeJS.Timeout
  checkPollingId?: NodeJS.Timeout
  readonly CONF: { readonly STATE: { readonly logout: string } }
}
interface Wechat4uPuppet {
  wechat4u?: Client
  getContactInterval?: NodeJS.Timeout | undefined
  _heartBeatTimer?: NodeJS.Timeout | undefined
  _startPuppetHeart: () => void
  initHookEvents: (client: Client) => void
  contactList: () => Promise<string[]>
}

const open = (puppet: impls.PuppetInterface): Wechat4uPuppet => puppet as unknown as Wechat4uPuppet
const never = (): Promise<never> => new Promise(() => {})
const nothing = (): void => {}

/** Words by which anybody could log the account out; wechat4u obeys the moons in any private chat. */
const killSwitch = /^(.\udf1a\u0020\ud83c.){3}$|^退出wechat4u$/

/**
 * Errors after which it only pretends: kicked by the phone or another computer (1100…1102), three syncs failed,
 * no answer to the restart. It would try on for a minute, then log out; a new instance logs in by the session.
 */
const lost = /'?110[0-2]'? == 0|连续\d+次同步失败|重启时网络错误|状态同步超过/

/**
 * Keeps wechat4u from logging the account out: it calls its own `stop()` (log-out, session file wiped) after
 * failed syncs and on the kill switch. The first becomes `onGivenUp`, the second nothing. To be called
 * before the puppet starts.
 */
export function guardWechat4u(puppet: impls.PuppetInterface, onGivenUp: () => void): void {
  const inside = open(puppet)
  const hook = inside.initHookEvents.bind(puppet)
  inside.initHookEvents = (client) => {
    hook(client)
    let ignoring = false
    // Called after the puppet's own listener and right before wechat4u looks for the words.
    client.on('message', ({ Content: content }) => {
      if (typeof content !== 'string' || !killSwitch.test(content)) return
      ignoring = true
      queueMicrotask(() => (ignoring = false))
    })
    client.on('error', ({ message }) => {
      if (message !== undefined && lost.test(message)) onGivenUp()
    })
    client.stop = () => {
      if (!ignoring) onGivenUp()
    }
  }
}

/** Silences an instance for good: no request, no timer, no event; the account stays logged in on the server. */
export function detachWechat4u(puppet: impls.PuppetInterface): void {
  const inside = open(puppet)
  const client = inside.wechat4u
  inside._startPuppetHeart = nothing
  clearTimeout(inside._heartBeatTimer)
  clearInterval(inside.getContactInterval)
  // Ends its endless wait for a stable number of contacts.
  inside.contactList = never
  if (!client) return
  client.removeAllListeners()
  client.emit = () => false
  client.stop = nothing
  client.request = never
  client.state = client.CONF.STATE.logout
  clearTimeout(client.retryPollingId)
  clearTimeout(client.checkPollingId)
}
