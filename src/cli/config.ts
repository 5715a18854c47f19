import { loadConfig, type Config } from '../config.js'
import { faultLines } from '../yaml-file.js'
import { Stop } from './options.js'

/** The configuration, or every fault of it as the sentence that ends the subcommand. */
export function configFrom(path: string): Config {
  const config = loadConfig(path)
  if (config.ok) return config.value
  throw new Stop(1, config.error.map(({ file, faults }) => faultLines(file, faults)).join('\n'))
}
