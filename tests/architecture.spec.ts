import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

/** The arrows of docs/architecture.md: what may be imported from where. A turned arrow fails here. */
const root = fileURLToPath(new URL('..', import.meta.url))
const files = ['src', 'commands', 'db'].flatMap((d) =>
  readdirSync(join(root, d), { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.ts'))
    .map((f) => join(d, f).replaceAll('\\', '/')),
)

interface Import {
  readonly from: string
  readonly to: string
  /** Only types: no code is loaded. */
  readonly type: boolean
}
const imports: Import[] = files.flatMap((from) => {
  const text = readFileSync(join(root, from), 'utf8')
  return [
    ...text.matchAll(
      /^(import|export)( type)?\b[^'"`;]*?from\s+['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)|^import\s+['"]([^'"]+)['"]/gm,
    ),
  ].map((m) => {
    const spec = m[3] ?? m[4] ?? m[5]!
    const to = spec.startsWith('.')
      ? relative(root, resolve(root, dirname(from), spec))
          .replaceAll('\\', '/')
          .replace(/\.js$/, '.ts')
      : spec
    return { from, to, type: m[2] !== undefined }
  })
})

const inside =
  (folder: string) =>
  (path: string): boolean =>
    path.startsWith(`${folder}/`)
const offenders = (from: (p: string) => boolean, allowed: (to: string, i: Import) => boolean): string[] =>
  imports.filter((i) => from(i.from) && !allowed(i.to, i)).map((i) => `${i.from} → ${i.to}`)

/** The two library helpers of the pure parts are loaded when first needed, so that start-up stays short. */
const loader = (to: string): boolean => to === 'tyme4ts' || to === 'node:module'

describe('arrows', () => {
  test('core imports core alone, and the calendar library', () => {
    expect(offenders(inside('src/core'), (to) => inside('src/core')(to) || loader(to))).toEqual([])
  })
  test('understand imports core and understand, and the script converter', () => {
    expect(
      offenders(
        inside('src/understand'),
        (to) =>
          ['src/core', 'src/understand'].some((f) => inside(f)(to)) ||
          loader(to) ||
          to.startsWith('opencc-js'),
      ),
    ).toEqual([])
  })
  /** The rooms of understanding by when they are entered; those not named read the words, between the first and the rest. */
  const stage = (path: string): number => {
    const room = path.startsWith('src/understand/') ? path.split('/')[2]! : ''
    return room === 'text' ? 0 : 1 + ['structure', 'report', 'judge', 'index.ts'].indexOf(room) + 1
  }
  test('inside understand nothing looks up: text, what reads words, structure, report, judge', () => {
    const within = inside('src/understand')
    expect(
      offenders(
        (f) => within(f) && f !== 'src/understand/said.ts',
        (to, i) => !within(to) || stage(to) <= stage(i.from),
      ),
    ).toEqual([])
  })
  test('ledger does not look up to converse, commands, jobs, transports or the app', () => {
    expect(
      offenders(
        inside('src/ledger'),
        (to) => !/^(src\/(converse|jobs|transports|cli)\/|commands\/|db\/|src\/(app|bot|cli)\.ts)/.test(to),
      ),
    ).toEqual([])
  })
  test('only db knows kysely and drivers', () => {
    expect(
      offenders(
        (f) => !inside('db')(f),
        (to) => !/^(kysely|sqlite3|pg)$/.test(to),
      ),
    ).toEqual([])
  })
  test('db knows nothing of understanding, conversation or commands', () => {
    expect(
      offenders(
        inside('db'),
        (to) => !/^(src\/(understand|converse|jobs|transports|ledger|tips|cli)\/|commands\/)/.test(to),
      ),
    ).toEqual([])
  })
  test('only the wechaty transport knows wechaty, and nothing loads it at start', () => {
    const wechaty = (to: string): boolean => /^(wechaty|wechaty-puppet.*|file-box)$/.test(to)
    expect(
      offenders(
        (f) => !f.startsWith('src/transports/wechaty'),
        (to) => !wechaty(to),
      ),
    ).toEqual([])
  })
  test('commands are reached through their list alone', () => {
    const outside = (f: string): boolean => !inside('commands')(f)
    expect(offenders(outside, (to) => !inside('commands')(to) || to === 'commands/index.ts')).toEqual([])
  })
})

describe('purity', () => {
  const pure = files.filter((f) => inside('src/core')(f) || inside('src/understand')(f))
  test.each([
    ['no clock', /\bDate\.now\(|\bnew Date\(\)|performance\.now/],
    ['no file, network or process', /\bprocess\.|'node:(?!module)|\bfetch\(/],
    ['no chance', /Math\.random/],
  ])('core and understand: %s', (_, sign) => {
    expect(pure.filter((f) => sign.test(readFileSync(join(root, f), 'utf8')))).toEqual([])
  })
  test('the machine’s time is read only where the live clock, the practice room and the command line begin', () => {
    const allowed = /^src\/(clock\.ts|serve\.ts|cli\/|transports\/wechaty\/|backup\.ts|doctor)/
    const readers = files.filter(
      (f) => /\bDate\.now\(|\bnew Date\(\)/.test(readFileSync(join(root, f), 'utf8')) && !allowed.test(f),
    )
    expect(readers).toEqual([])
  })
})
