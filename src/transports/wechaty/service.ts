/* oxlint-disable no-underscore-dangle -- names inside a frozen package */
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { impls } from 'wechaty-puppet'

/** The parts of wechaty-puppet-service 1.19.9 and wechaty-puppet 1.21.3 that are touched; both are pinned and frozen. */
interface ServicePuppet {
  _grpcManager?: {
    on(event: 'end' | 'cancel' | 'error', listener: () => void): void
    eventStream?: NodeJS.EventEmitter & { cancel(): void }
    stopStream(): void
    destroyClient(): void
  }
  readonly _payloadStore: { storeDir: string; stop(): Promise<void> }
  readonly __watchdog: { stop(): void }
  readonly _cleanupCallbackList: (() => void)[]
  reset(): void
}

const open = (puppet: impls.PuppetInterface): ServicePuppet => puppet as unknown as ServicePuppet

/** In days; the most setTimeout can wait is 24.8. */
const farAwaySeconds = 20 * 24 * 3600

/** Options of the client. Its own watchdog is put out of work: it resets by stopping the shared puppet. */
export function serviceOptions(config: {
  readonly token?: string | undefined
  readonly endpoint?: string | undefined
  readonly tls?:
    | {
        readonly disable?: boolean | undefined
        readonly caCert?: string | undefined
        readonly serverName?: string | undefined
      }
    | undefined
}): Record<string, unknown> {
  const { token, endpoint, tls } = config
  return { token, endpoint, timeoutSeconds: farAwaySeconds, ...(tls ? { tls } : {}) }
}

/**
 * Moves the cache of names from the home folder (where it never expires) into ours, new for each life: a process
 * that starts sees today's names. To be called before the puppet starts.
 */
export async function tameService(puppet: impls.PuppetInterface, cache: string, life: number): Promise<void> {
  const inside = open(puppet)
  if (life === 1) await rm(cache, { recursive: true, force: true })
  const folder = join(cache, String(life))
  await mkdir(folder, { recursive: true })
  inside._payloadStore.storeDir = folder
  inside.reset = () => {}
}

/**
 * Tells when the stream of events breaks: the client itself only prints it, and hears nothing more. To be called
 * after the puppet has started.
 */
export function watchService(puppet: impls.PuppetInterface, onBroken: () => void): void {
  for (const event of ['end', 'cancel', 'error'] as const) open(puppet)._grpcManager?.on(event, onBroken)
}

/**
 * Lets go of the gateway without its stop call, which would stop the puppet for everybody and log web accounts
 * out. `cancel` is what frees the gateway for the next client; `destroy` alone leaves it busy and us mute.
 */
export async function detachService(
  puppet: impls.PuppetInterface,
  cache: string,
  life: number,
): Promise<void> {
  const inside = open(puppet)
  inside.__watchdog.stop()
  for (const cleanup of inside._cleanupCallbackList.splice(0)) cleanup()
  const manager = inside._grpcManager
  delete inside._grpcManager
  const stream = manager?.eventStream
  if (stream) {
    stream.removeAllListeners()
    // Cancelling is reported as an error.
    stream.on('error', () => {})
    stream.cancel()
  }
  manager?.stopStream()
  manager?.destroyClient()
  await inside._payloadStore.stop()
  await rm(join(cache, String(life)), { recursive: true, force: true })
}
