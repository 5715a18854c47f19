import { isIP } from 'node:net'
import { checkServerIdentity, connect, type ConnectionOptions, type PeerCertificate } from 'node:tls'
import type { WechatyConfig } from './config.js'

/** Why the gateway cannot be talked to as it is configured. */
export type GatewayFault =
  | { readonly code: 'absent' | 'no_tls' | 'wants_tls' | 'untrusted' | 'outdated' | 'wrong_token' }
  /** The certificate is for `names`, not for `name`. */
  | { readonly code: 'other_name'; readonly name: string; readonly names: readonly string[] }

type GatewayConfig = Pick<WechatyConfig, 'endpoint' | 'token' | 'tls'>

const patienceMs = 3_000
/** The one name the client's built-in certificate authority vouches for. */
const builtInName = 'insecure'

/**
 * Connects as the gRPC client would, sends no token, and gives what is wrong; null: nothing that can be seen from
 * here. The client itself only says that the gateway is unavailable.
 */
export async function checkGateway({
  endpoint = '',
  token = '',
  tls,
}: GatewayConfig): Promise<GatewayFault | null> {
  const [host = '', port = ''] = endpoint.split(':')
  const at = { host, port: Number(port) }
  const name = tls?.serverName ?? token.slice(0, Math.max(0, token.lastIndexOf('_'))).toLowerCase()
  const ca = tls?.caCert
  const met = await shakeHands({
    ...at,
    ...(isIP(name) ? {} : { servername: name }),
    ...(ca === undefined ? {} : { ca }),
    rejectUnauthorized: false,
  })
  if (!met.reached) return { code: 'absent' }
  if (tls?.disable) return met.certificate ? { code: 'wants_tls' } : null
  if (!met.certificate) return met.noTls ? { code: 'no_tls' } : null
  return ca === undefined ? builtIn(name, met.certificate) : trusted(name, met.certificate, met.mistrust)
}

/** The client's own authority is not to be had from outside; what it signed is known by its name. */
function builtIn(name: string, certificate: PeerCertificate): GatewayFault | null {
  if (checkServerIdentity(builtInName, certificate) !== undefined) return { code: 'untrusted' }
  return name === builtInName ? null : { code: 'other_name', name, names: [builtInName] }
}

function trusted(name: string, certificate: PeerCertificate, mistrust: string): GatewayFault | null {
  if (/^CERT_(?:HAS_EXPIRED|NOT_YET_VALID)$/.test(mistrust)) return { code: 'outdated' }
  const named = checkServerIdentity(name, certificate) === undefined
  if (mistrust !== '' && mistrust !== 'ERR_TLS_CERT_ALTNAME_INVALID') return { code: 'untrusted' }
  return named ? null : { code: 'other_name', name, names: namesOf(certificate) }
}

const namesOf = ({ subject, subjectaltname }: PeerCertificate): readonly string[] =>
  subjectaltname
    ? subjectaltname.split(', ').map((entry) => entry.slice(entry.indexOf(':') + 1))
    : [subject.CN].flat().filter((cn) => cn !== undefined)

interface Met {
  readonly reached: boolean
  /** What the other side showed; null: there was no handshake. */
  readonly certificate: PeerCertificate | null
  /** OpenSSL's word for why it is not trusted; '' when it is. */
  readonly mistrust: string
  /** The other side answered, but not in TLS. */
  readonly noTls: boolean
}

const shakeHands = (options: ConnectionOptions): Promise<Met> =>
  new Promise((resolve) => {
    const socket = connect({ ...options, ALPNProtocols: ['h2'], timeout: patienceMs })
    let reached = false
    const end = (met: Partial<Met>): void => {
      socket.removeAllListeners()
      socket.on('error', () => {})
      socket.destroy()
      resolve({ reached, certificate: null, mistrust: '', noTls: false, ...met })
    }
    socket.once('connect', () => (reached = true))
    socket.once('secureConnect', () => {
      // Typed as an error, in truth its code.
      const why: unknown = socket.authorized ? '' : socket.authorizationError
      end({ certificate: socket.getPeerCertificate(), mistrust: typeof why === 'string' ? why : 'unknown' })
    })
    socket.once('timeout', () => end({}))
    socket.once('error', ({ code }: NodeJS.ErrnoException) =>
      end({ noTls: code === 'EPROTO' || code === 'ERR_SSL_WRONG_VERSION_NUMBER' }),
    )
  })

/** What the office is told, and what it can do. */
export function gatewayAdvice(fault: GatewayFault, endpoint = ''): string {
  const gateway = `微信接口服务 ${endpoint}`
  switch (fault.code) {
    case 'absent':
      return `${gateway} 没有回应，请看那边开着没有、endpoint 写对没有、网通不通`
    case 'no_tls':
      return `${gateway} 没有用 TLS，请在配置里写 tls: { disable: true }，或请那边打开 TLS`
    case 'wants_tls':
      return `${gateway} 要用 TLS，请把配置里 tls 的 disable 删掉`
    case 'untrusted':
      return `${gateway} 的证书和配置里的 CA 证书对不上，请向那边要 CA 证书，写在 tls 的 caCert 里`
    case 'outdated':
      return `${gateway} 的证书过期了，或者还没到日子，请看这台电脑的钟，或请那边换证书`
    case 'other_name':
      return `${gateway} 的证书上没有“${fault.name}”这个名字，请在 tls 里写 serverName: ${fault.names[0] ?? '证书上的名字'}`
    case 'wrong_token':
      return `${gateway} 不认这个口令，请核对 token`
  }
}

/** A refused start in the office's words, the client's own behind them. */
export async function explainRefusal(config: GatewayConfig, reason: string): Promise<string> {
  const fault: GatewayFault | null = reason.startsWith('16 ')
    ? { code: 'wrong_token' }
    : await checkGateway(config)
  return fault ? `${gatewayAdvice(fault, config.endpoint)}（${reason}）` : reason
}
