import { loadConfig } from '../config.js'
import { examine } from '../doctor.js'
import { faultLines } from '../yaml-file.js'
import { guarded, print, readOptions } from './options.js'

/** `xiaoke doctor --config FILE`: each thing the bot stands on, ✓ or ✗ with what to do. */
export const run = (argv: string[]): Promise<number> =>
  guarded(async () => {
    const { config: path } = readOptions(argv, { config: 'needed' })
    const config = loadConfig(path!)
    if (!config.ok) {
      for (const { file, faults } of config.error)
        for (const line of faultLines(file, faults).split('\n')) await print(`✗ ${line}`)
      return 1
    }
    const findings = await examine(config.value, new Date())
    for (const { ok, text } of findings) await print(`${ok ? '✓' : '✗'} ${text}`)
    return findings.every((f) => f.ok) ? 0 : 1
  })
