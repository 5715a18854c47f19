import { readFileSync } from 'node:fs'

/** The release, from package.json: beside src when run from source, a folder further up when built. */
export function version(): string {
  for (const place of ['../package.json', '../../package.json']) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8')) as {
        name?: unknown
        version?: unknown
      }
      if (name === 'xiaoke' && typeof version === 'string') return version
    } catch {
      // The other place then.
    }
  }
  return 'unknown'
}
