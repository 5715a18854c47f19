import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createDatabase } from '../../db/store.js'
import { openDatabase } from '../../db/open.js'
import { compiled } from '../compiled.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const org = join(root, 'data', 'sample-org.yaml')
const events = `${readFileSync(join(root, 'examples', 'golden-year.ndjson'), 'utf8')
  .split('\n')
  .slice(0, 60)
  .join('\n')}\n`
const kills = Number(process.env['XIAOKE_KILLS'] ?? 50)

interface Said {
  readonly n: number
  readonly text: string
  readonly to: unknown
  readonly inReplyTo: string | null
}

/** Replays into the file; killed with -9 after so many milliseconds from its first sign of life, or left to its end. */
function replay(
  db: string,
  killAfter: number | null,
): Promise<{ readonly said: Said[]; readonly ended: boolean }> {
  return new Promise((done) => {
    const child = spawn(
      process.execPath,
      [compiled('cli.js'), 'replay', '--org', org, '--db', `sqlite:${db}`],
      {
        stdio: ['pipe', 'pipe', 'ignore'],
      },
    )
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')))
    child.stdin.on('error', () => undefined)
    child.stdin.end(events)
    const timer = killAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfter)
    child.on('close', (code) => {
      if (timer) clearTimeout(timer)
      const whole = out.slice(0, out.lastIndexOf('\n') + 1)
      done({
        said: whole
          .split('\n')
          .filter(Boolean)
          .map((l) => JSON.parse(l) as Said),
        ended: code === 0,
      })
    })
  })
}

/** Everything that must come out the same: records with their versions, and the totals. */
async function book(file: string): Promise<unknown> {
  const opened = await openDatabase(`sqlite:${file}`)
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  const db = createDatabase(opened.value)
  const kept = await db.read(async (store) => {
    const records = []
    for await (const { updatedAt: _, createdAt: __, ...r } of store.records.stream())
      records.push({ ...r, versions: (await store.records.versions(r.no)).length })
    return { records, totals: await store.rollup.all() }
  })
  await db.close()
  return kept
}

test(`killed ${kills} times and begun again, the book is the same and nothing is said twice`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoke-kill-'))
  try {
    const calm = join(folder, 'calm.db')
    const whole = await replay(calm, null)
    expect(whole.ended).toBe(true)
    let seed = 20191120
    const random = (): number => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648
    const file = join(folder, 'killed.db')
    const said: Said[] = []
    for (let i = 0; i < kills; i++) {
      // the more often it was killed the further it is: later kills come later
      const result = await replay(file, 60 + Math.floor(random() * 500))
      said.push(...result.said)
    }
    const last = await replay(file, null)
    said.push(...last.said)
    expect(last.ended).toBe(true)
    expect(await book(file)).toEqual(await book(calm))
    // every answer and receipt at most as often as in the calm run; the morning line may tell of the interruptions
    const answers = (of: readonly Said[]): string[] =>
      of.filter((s) => s.inReplyTo !== null).map((s) => JSON.stringify([s.to, s.text, s.inReplyTo]))
    const tips = (of: readonly Said[]): string[] =>
      of.filter((s) => s.text.startsWith('【今日科普】')).map((s) => JSON.stringify([s.to, s.text]))
    expect(new Set(said.map((s) => s.n)).size).toBe(said.length)
    for (const part of [answers, tips]) {
      const calmOnes = part(whole.said)
      expect(new Set(part(said)).size).toBe(part(said).length)
      expect(part(said).filter((k) => !calmOnes.includes(k))).toEqual([])
    }
    expect((await replay(calm, null)).said).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 300_000)
