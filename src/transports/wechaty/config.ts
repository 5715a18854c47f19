import { X509Certificate } from 'node:crypto'
import { z } from 'zod'

/** `host:port`; the name `simulator` stands for no network at all. */
const endpoint = z.string().regex(/^[\w.-]+:\d{1,5}$/, 'host:port')

const isCertificate = (pem: string): boolean => {
  try {
    return new X509Certificate(pem).subject !== undefined
  } catch {
    return false
  }
}

/**
 * The transport part of the live configuration. Nothing is dialled that is not named here: the puppet has no
 * default, and the gRPC puppet needs its endpoint (without one it would ask a discovery server).
 */
export const wechatySchema = z
  .strictObject({
    /** npm name of the puppet: `wechaty-puppet-wechat4u`, `wechaty-puppet-service`, or another that is installed. */
    puppet: z.string().regex(/^[@\w./-]+$/),
    /** `<SNI>_<uuid>` of a gRPC service; `insecure_<uuid>` with the built-in certificate. */
    token: z.string().min(8).optional(),
    endpoint: endpoint.optional(),
    tls: z
      .strictObject({
        disable: z.boolean().optional(),
        /** PEM text of the authority that signed the gateway's certificate. */
        caCert: z.string().refine(isCertificate, 'PEM').optional(),
        serverName: z.string().optional(),
      })
      .optional(),
    /** Handed to other puppets as they are. */
    options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
    /** Data folder: session, lock, login code, received files, names. */
    folder: z.string().min(1),
    /** Names the bot is called by with an @, besides its own in the chat. */
    botNames: z.array(z.string()).default(['小科']),
    /** Rooms as the association's file names them: a renamed room keeps that name. */
    rooms: z.array(z.string()).default([]),
    /** Other bots, by id or name: never listened to. */
    ignore: z.array(z.string()).default([]),
    /** Print the login code in the terminal. */
    printQr: z.boolean().default(true),
    /** Older than this on arrival is late: recorded, not answered. */
    lateMs: z
      .number()
      .int()
      .positive()
      .default(10 * 60_000),
    /** How long a message is held so that one sent before it can go first. */
    reorderMs: z.number().int().nonnegative().default(1_000),
    /** After how long what could not be read is asked for again, each time; then it is given up and told. */
    againMs: z.array(z.number().int().positive()).default([15_000, 60_000, 300_000]),
    maxFileBytes: z
      .number()
      .int()
      .positive()
      .default(20 * 1024 * 1024),
    /** A send that has not answered by then is `unknown`. */
    sendMs: z.number().int().positive().default(30_000),
    /** Online and nothing heard at all for this long is worth a notice. */
    quietMs: z
      .number()
      .int()
      .positive()
      .default(24 * 3600_000),
    limits: z
      .strictObject({
        loginMs: z.number().int().positive(),
        scanMs: z.number().int().positive(),
        deadMs: z.number().int().positive(),
        backoffMs: z.number().int().positive(),
        maxBackoffMs: z.number().int().positive(),
        stableMs: z.number().int().positive(),
        stormFaults: z.number().int().positive(),
        stormMs: z.number().int().positive(),
        discardMs: z.number().int().positive(),
      })
      .partial()
      .default({}),
  })
  .refine(({ puppet, endpoint, token }) => puppet !== 'wechaty-puppet-service' || (endpoint && token), {
    error: 'wechaty-puppet-service needs token and endpoint',
    path: ['endpoint'],
  })
  // The client takes the gateway's name from the token and does not start without one.
  .refine(
    ({ puppet, token, tls }) =>
      puppet !== 'wechaty-puppet-service' ||
      token === undefined ||
      token.lastIndexOf('_') > 0 ||
      tls?.serverName !== undefined,
    { error: 'a token without a name before its _ needs tls.serverName', path: ['token'] },
  )

export type WechatyConfig = z.output<typeof wechatySchema>
export type WechatyInput = z.input<typeof wechatySchema>
