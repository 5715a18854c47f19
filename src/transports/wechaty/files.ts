import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { err, ok, type Result } from '../../core/result.js'

/** The part of a FileBox that is needed. */
export interface Incoming {
  readonly name: string
  toStream(): Promise<Readable>
}

export type FileFault =
  { readonly code: 'too_large' } | { readonly code: 'unreadable'; readonly reason: string }

/**
 * Saves a received file as `FOLDER/files/YYYY-MM/ID.EXT` and gives its path relative to the folder. Nothing of
 * the sender's file name but a plain extension reaches the disk. A file over `maxBytes` is refused.
 */
export async function saveFile(
  folder: string,
  id: string,
  at: Date,
  file: Incoming,
  maxBytes: number,
): Promise<Result<string, FileFault>> {
  const month = at.toISOString().slice(0, 7)
  const path = join('files', month, `${id.replace(/[^\w.-]/g, '_').slice(0, 80)}${extensionOf(file.name)}`)
  const part = join(folder, `${path}.part`)
  let bytes = 0
  try {
    await mkdir(join(folder, 'files', month), { recursive: true })
    const stream = await file.toStream()
    const counted = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const chunk of source) {
        bytes += chunk.length
        if (bytes > maxBytes) throw new Error('too large')
        yield chunk
      }
    }
    await pipeline(stream, counted, createWriteStream(part, { mode: 0o600 }))
    await rename(part, join(folder, path))
    return ok(path)
  } catch (error) {
    await rm(part, { force: true })
    if (bytes > maxBytes) return err({ code: 'too_large' })
    return err({ code: 'unreadable', reason: error instanceof Error ? error.message : String(error) })
  }
}

const extensionOf = (name: string): string => {
  const extension = extname(name).toLowerCase()
  return /^\.[a-z0-9]{1,8}$/.test(extension) ? extension : ''
}
