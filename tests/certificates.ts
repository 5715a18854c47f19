import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Whether this machine can make certificates. */
export const openssl = spawnSync('openssl', ['version']).status === 0

/** A gateway's certificate and key, and the authority that signed it; PEM. */
export interface Certificate {
  readonly ca: string
  readonly caFile: string
  readonly cert: string
  readonly key: string
}

const run = (args: readonly string[]): void => {
  const { status, stderr } = spawnSync('openssl', args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

/** Makes an authority in the folder and a certificate of it for this name; 0 days: it is over at once. */
export function makeCertificate(folder: string, name: string, days = 2): Certificate {
  const at = (file: string): string => join(folder, `${name}-${days}-${file}`)
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  run([
    'req',
    '-x509',
    ...key,
    '-days',
    '2',
    '-keyout',
    at('ca.key'),
    '-out',
    at('ca.pem'),
    '-subj',
    '/CN=authority',
  ])
  run(['req', ...key, '-keyout', at('key'), '-out', at('csr'), '-subj', `/CN=${name}`])
  writeFileSync(at('ext'), `subjectAltName=DNS:${name}\n`)
  const signed = ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial', '-extfile', at('ext')]
  run(['x509', '-req', '-in', at('csr'), ...signed, '-days', String(days), '-out', at('pem')])
  const text = (file: string): string => readFileSync(at(file), 'utf8')
  return { ca: text('ca.pem'), caFile: at('ca.pem'), cert: text('pem'), key: text('key') }
}

/** What the gateway of wechaty-puppet-service takes from its environment. */
export const serverWith = ({ cert, key }: Certificate): NodeJS.ProcessEnv => ({
  WECHATY_PUPPET_SERVICE_TLS_SERVER_CERT: cert,
  WECHATY_PUPPET_SERVICE_TLS_SERVER_KEY: key,
})
export const plainServer: NodeJS.ProcessEnv = { WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_SERVER: 'true' }
