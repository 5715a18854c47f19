import { createServer } from 'node:http'
import type { TransportState } from './ports.js'

/** What the bot says of itself on its own machine. No text of a chat, no id of a person, no login code. */
export interface Health {
  readonly state: TransportState['state']
  /** Since when it is in this state. */
  readonly since: string
  /** The account's own name; null while it is not online. */
  readonly account: string | null
  /** Why it is offline. */
  readonly reason: string | null
  readonly lastMessageAt: string | null
  /** The kill switch lies in the data folder: nothing is sent. */
  readonly quiet: boolean
  /** The platform said that the account sends too much: nothing is sent until then. */
  readonly pausedUntil: string | null
  readonly outbox: { readonly planned: number; readonly unknown: number }
  readonly version: string
}

/** What a watcher may rely on: 200 while it works or is about to, 503 while somebody has to look after it. */
export const statusOf = ({ state }: Pick<Health, 'state'>): 200 | 503 =>
  state === 'online' || state === 'starting' ? 200 : 503

const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }

/** Serves `GET /health` on 127.0.0.1; rejects when the port is taken. Gives the function that ends it. */
export async function serveHealth(port: number, health: () => Promise<Health>): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    const known = request.url === '/health' && (request.method === 'GET' || request.method === 'HEAD')
    const answer = async (): Promise<void> => {
      const body = known ? await health() : null
      response.writeHead(body === null ? 404 : statusOf(body), headers)
      response.end(`${JSON.stringify(body ?? { error: 'GET /health' })}\n`)
    }
    answer().catch(() => response.writeHead(500).end())
  })
  server.requestTimeout = 5_000
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', listening)
  })
  return () =>
    new Promise((closed) => {
      server.close(() => closed())
      server.closeAllConnections()
    })
}
