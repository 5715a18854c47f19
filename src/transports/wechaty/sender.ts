import { resolve } from 'node:path'
import type { SendError } from '../../ports.js'
import type { Outgoing } from '../../core/message.js'
import { err, ok, type Result } from '../../core/result.js'
import type { Identities } from './identities.js'
import type { Session } from './life.js'
import { importQuietly } from './puppet.js'
import { sendErrorOf } from './send-error.js'
import { within, type Timers } from './timers.js'

interface Deps {
  readonly identities: Identities
  readonly timers: Timers
  /** Base of a reply's file path. */
  readonly folder: string
  readonly sendMs: number
  readonly secrets: readonly string[]
}

/**
 * Sends a reply: its words, then its file. `ok` only when the puppet said so; silence for `sendMs` is `unknown`.
 * When the words went out and the file did not, the whole is `unknown`.
 */
export async function sendReply(
  session: Session,
  reply: Outgoing,
  { identities, timers, folder, sendMs, secrets }: Deps,
): Promise<Result<{ readonly platformId?: string }, SendError>> {
  const { puppet } = session
  const target =
    'room' in reply.to
      ? await identities.roomTarget(reply.to.room)
      : await identities.personTarget(reply.to.person)
  if (target === null) return err({ code: 'no_such_target' })
  const mentions = reply.mentions.map((id) => identities.metTarget(id)).filter((id) => id !== null)
  const late = (): never => {
    throw new Error(`no answer within ${sendMs} ms`)
  }
  let gone = false
  try {
    let id: string | void = undefined
    if (reply.text !== '') {
      id = await within(timers, sendMs, puppet.messageSendText(target, reply.text, mentions), late)
      gone = true
    }
    if (reply.file !== undefined) {
      const { FileBox } = (await importQuietly('file-box')) as typeof import('file-box')
      const box = FileBox.fromFile(resolve(folder, reply.file))
      const fileId = await within(timers, sendMs, puppet.messageSendFile(target, box), late)
      id ||= fileId
    }
    return ok(id ? { platformId: id } : {})
  } catch (error) {
    const failure = sendErrorOf(error, secrets)
    return err(gone ? { code: 'unknown', reason: `text sent, file: ${failure.code}` } : failure)
  }
}
