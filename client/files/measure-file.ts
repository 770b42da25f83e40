import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

/** Length and SHA-256 of a file, read as a stream. */
export async function measureFile(path: string): Promise<{ length: number; digest: string }> {
  const hash = createHash('sha256')
  let length = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    hash.update(chunk as Uint8Array)
    length += (chunk as Uint8Array).length
  }
  return { length, digest: hash.digest('hex') }
}
