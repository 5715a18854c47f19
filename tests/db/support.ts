import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoke-db-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/**
 * Compiles a program of tests/db/children for a process of its own (Node 20 runs no TypeScript) and returns its path.
 * It lies under node_modules so that it finds the packages.
 */
export function compileChild(name: string): string {
  const folder = join(root, 'node_modules/.cache/xiaoke-tests', `${name}-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const config = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: { outDir: folder, rootDir: root, noCheck: true, sourceMap: false, types: [] },
    include: [],
    files: [join(root, `tests/db/children/${name}.ts`)],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  execFileSync(process.execPath, [tsc, '-p', folder])
  return join(folder, `tests/db/children/${name}.js`)
}
