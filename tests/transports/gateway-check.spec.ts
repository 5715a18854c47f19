import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createSecureServer, createServer } from 'node:http2'
import type { AddressInfo, Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { checkGateway, gatewayAdvice } from '../../src/transports/wechaty/index.js'
import { makeCertificate, openssl, type Certificate } from '../certificates.js'
import { freePort } from './gateway.js'

/** Servers that speak HTTP/2 as a gRPC gateway does, with and without TLS. */
async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}
const plain = (): Promise<string> => listening(createServer())
const token = 'gateway_11111111-2222-4333-8444-555555555555'

test('nobody there', async () => {
  const endpoint = `127.0.0.1:${await freePort()}`
  expect(await checkGateway({ endpoint, token })).toEqual({ code: 'absent' })
  expect(await checkGateway({ endpoint, token, tls: { disable: true } })).toEqual({ code: 'absent' })
  expect(gatewayAdvice({ code: 'absent' }, endpoint)).toContain(endpoint)
})

test('a gateway without TLS, with it and without', async () => {
  const endpoint = await plain()
  expect(await checkGateway({ endpoint, token })).toEqual({ code: 'no_tls' })
  expect(await checkGateway({ endpoint, token, tls: { disable: true } })).toBeNull()
  expect(gatewayAdvice({ code: 'no_tls' }, endpoint)).toContain('tls: { disable: true }')
})

describe.skipIf(!openssl)('a gateway with a certificate of its own (needs openssl)', () => {
  let folder: string
  let own: Certificate
  let other: Certificate
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'xiaoke-tls-'))
    own = makeCertificate(folder, 'gateway')
    other = makeCertificate(folder, 'other')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const secure = ({ cert, key }: Certificate): Promise<string> => listening(createSecureServer({ cert, key }))

  test('the right authority and name: nothing is wrong', async () => {
    const endpoint = await secure(own)
    expect(await checkGateway({ endpoint, token, tls: { caCert: own.ca } })).toBeNull()
    const named = { endpoint, token: 'x_y', tls: { caCert: own.ca, serverName: 'gateway' } }
    expect(await checkGateway(named)).toBeNull()
  })

  test('asked without TLS', async () => {
    expect(await checkGateway({ endpoint: await secure(own), token, tls: { disable: true } })).toEqual({
      code: 'wants_tls',
    })
  })

  test('another authority, or none named', async () => {
    const endpoint = await secure(own)
    expect(await checkGateway({ endpoint, token, tls: { caCert: other.ca } })).toEqual({ code: 'untrusted' })
    expect(await checkGateway({ endpoint, token })).toEqual({ code: 'untrusted' })
  })

  test('another name than the certificate’s: the right one is said', async () => {
    const endpoint = await secure(own)
    const fault = await checkGateway({ endpoint, token: 'insecure_1', tls: { caCert: own.ca } })
    expect(fault).toEqual({ code: 'other_name', name: 'insecure', names: ['gateway'] })
    expect(gatewayAdvice(fault!, endpoint)).toContain('serverName: gateway')
  })

  test('a certificate that is over', async () => {
    const over = makeCertificate(folder, 'gateway', 0)
    const endpoint = await secure(over)
    // It ends in the second it was made in.
    await expect
      .poll(() => checkGateway({ endpoint, token, tls: { caCert: over.ca } }), { timeout: 10_000 })
      .toEqual({ code: 'outdated' })
  })
})
