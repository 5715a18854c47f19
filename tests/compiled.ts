import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')

/**
 * Compiles the program for processes of their own (Node 20 runs no TypeScript), once in a test run, and gives the path
 * of one of its files: `cli.js`. The other workers wait for the one that came first.
 */
export function compiled(file: string): string {
  const home = process.env['XIAOKE_COMPILED']
  if (!home) throw new Error('tests/compiled-once.ts has not run')
  const [done, failed] = [join(home, 'done'), join(home, 'failed')]
  if (isFirst(home)) {
    try {
      compile(home)
      writeFileSync(done, '')
    } catch (error) {
      writeFileSync(failed, String(error))
      throw error
    }
  }
  while (!existsSync(done)) {
    if (existsSync(failed)) throw new Error('the program does not compile')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
  }
  return join(home, 'dist/src', file)
}

function isFirst(home: string): boolean {
  mkdirSync(dirname(home), { recursive: true })
  try {
    mkdirSync(home)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function compile(home: string): void {
  symlinkSync(join(root, 'data'), join(home, 'data'), 'junction')
  writeFileSync(join(home, 'package.json'), '{ "name": "xiaoke", "version": "0.0.1-test", "type": "module" }')
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const [project, to] = [join(root, 'tsconfig.build.json'), join(home, 'dist')]
  const quickly = ['--noCheck', '--sourceMap', 'false']
  execFileSync(process.execPath, [tsc, '-p', project, '--outDir', to, ...quickly])
}
