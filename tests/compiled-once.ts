import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

/**
 * One folder a test run for the compiled program, which the first test that starts a process fills (compiled.ts) and
 * the end of the run empties. It lies under node_modules so that the program finds its packages.
 */
export default function setup(): () => void {
  const root = resolve(import.meta.dirname, '..')
  const home = join(root, `node_modules/.cache/xiaoke-tests/${process.pid}`)
  const clear = (): void => rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  clear()
  process.env['XIAOKE_COMPILED'] = home
  return clear
}
