import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { makeCertificate, openssl, plainServer, serverWith } from './certificates.js'
import { liveFolder, run, serve, type Process } from './live-process.js'
import { openGateway, type Gateway } from './transports/gateway.js'
import { populate } from './transports/simulated.js'

/** The built program against a gRPC gateway with a certificate of its own, and against one without TLS. */
const token = 'gateway_11111111-2222-4333-8444-555555555555'
const online = '"state":"online"'

function home(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoke-tls-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

async function gatewayWith(env: NodeJS.ProcessEnv): Promise<Gateway> {
  const gateway = await openGateway(home(), env, token)
  onTestFinished(() => gateway.kill())
  await gateway.control({ do: 'settings', settings: { beatMs: 1000 } })
  await populate(gateway.control)
  return gateway
}

interface Bot extends Process {
  readonly folder: string
  readonly health: () => Promise<{ status: number; reason: string | null }>
}
/** `tls` in YAML. */
async function bot({ endpoint }: Gateway, tls: string): Promise<Bot> {
  const { folder, port } = await liveFolder(
    `puppet: wechaty-puppet-service, endpoint: '${endpoint}', token: ${token}, tls: ${tls}, ` +
      'limits: { backoffMs: 50, maxBackoffMs: 500 }',
  )
  const health = async (): Promise<{ status: number; reason: string | null }> => {
    const answer = await fetch(`http://127.0.0.1:${port}/health`)
    const { reason } = (await answer.json()) as { readonly reason: string | null }
    return { status: answer.status, reason }
  }
  return { ...serve(folder, { NODE_NO_WARNINGS: '1' }), folder, health }
}

async function converses(gateway: Gateway): Promise<void> {
  const text = '昨天在城东区三小讲防诈骗，120人'
  await gateway.control({ do: 'say', saying: { id: 'm1', from: 'wang', room: 'east', text } })
  const said = async (): Promise<boolean> =>
    ((await gateway.control({ do: 'said' })) as readonly { text: string }[]).some((m) =>
      m.text.includes('120人次'),
    )
  await expect.poll(said, { timeout: 30_000, interval: 50 }).toBe(true)
}

/** Says what is wrong, goes on trying, and ends cleanly when told to. */
async function waits(xiaoke: Bot, words: string): Promise<void> {
  await xiaoke.complains(words)
  const { status, reason } = await xiaoke.health()
  expect(status).toBe(503)
  expect(reason ?? words).toContain(words)
  expect(xiaoke.err()).toContain('retryMs')
  expect(xiaoke.child.exitCode).toBeNull()
  expect(xiaoke.err()).not.toContain(token.slice(8))
  const doctor = await run(xiaoke.folder, ['doctor', '--config', 'xiaoke.yaml'])
  expect(doctor.out).toContain(words)
  xiaoke.signal('SIGTERM')
  expect(await xiaoke.ended()).toBe(0)
}

describe.skipIf(!openssl)('TLS with a certificate of the gateway’s own (needs openssl)', () => {
  test('a conversation', async () => {
    const certificate = makeCertificate(home(), 'gateway')
    const gateway = await gatewayWith(serverWith(certificate))
    const xiaoke = await bot(gateway, `{ caCert: '${certificate.caFile}' }`)
    await xiaoke.complains(online)
    await converses(gateway)
    xiaoke.signal('SIGTERM')
    expect(await xiaoke.ended()).toBe(0)
  }, 90_000)

  test('another authority', async () => {
    const folder = home()
    const gateway = await gatewayWith(serverWith(makeCertificate(folder, 'gateway')))
    await waits(
      await bot(gateway, `{ caCert: '${makeCertificate(folder, 'other').caFile}' }`),
      'CA 证书对不上',
    )
  }, 90_000)

  test('asked without TLS', async () => {
    const gateway = await gatewayWith(serverWith(makeCertificate(home(), 'gateway')))
    await waits(await bot(gateway, '{ disable: true }'), '要用 TLS')
  }, 90_000)
})

test('no TLS on either side: a conversation', async () => {
  const gateway = await gatewayWith(plainServer)
  const xiaoke = await bot(gateway, '{ disable: true }')
  await xiaoke.complains(online)
  await converses(gateway)
  xiaoke.signal('SIGTERM')
  expect(await xiaoke.ended()).toBe(0)
}, 90_000)

test('TLS asked of a gateway without it', async () => {
  const gateway = await gatewayWith(plainServer)
  await waits(await bot(gateway, '{ serverName: gateway }'), '没有用 TLS')
}, 90_000)
