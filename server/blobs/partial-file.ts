import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { hasCode } from './disk-error.js'
import type { DiskLayout } from './disk-layout.js'
import { partialsOf } from './upload-record.js'

/** SHA-256 over the first `length` octets of a partial file, ready to go on. */
export type RunningDigest = { readonly hash: Hash; length: number }

/** A partial file that only this process writes, with the digest of all that is in it. */
export type PartialFile = {
  readonly path: string
  readonly handle: FileHandle
  readonly running: RunningDigest
}

/**
 * Opens the octets of an upload for this writer alone.
 *
 * Where another process has got further, its octets are copied into a file of our own and its file
 * is removed. Were it still alive, it could go on writing to a file that has no name any more, and
 * its completion would fail: so what {@link completeUpload} puts in place was hashed by the only
 * process that ever wrote to it. A lock could not promise that of a process that was merely paused.
 */
export async function openPartial(
  layout: DiskLayout,
  id: string,
  writer: string,
  known: RunningDigest | undefined,
): Promise<PartialFile> {
  const path = layout.partial(id, writer)
  const [longest] = await partialsOf(layout, id)
  if (longest !== undefined && longest.writer !== writer) {
    return takeOver(layout.partial(id, longest.writer), path)
  }
  const handle = await open(path, longest === undefined ? 'w' : 'r+', 0o600)
  const length = longest?.length ?? 0
  if (known?.length === length) return { path, handle, running: known }
  const running = { hash: createHash('sha256'), length: 0 }
  if (length > 0) await digestInto(running, createReadStream(path, { end: length - 1 }))
  return { path, handle, running }
}

async function takeOver(from: string, to: string): Promise<PartialFile> {
  const copy = `${to}.copy`
  const running = { hash: createHash('sha256'), length: 0 }
  const handle = await open(copy, 'w', 0o600)
  try {
    await digestInto(running, createReadStream(from, { highWaterMark: 1024 * 1024 }), (chunk, at) =>
      writeFully(handle, [chunk], at),
    )
    await handle.datasync()
    await rename(copy, to)
    await rm(from, { force: true })
    return { path: to, handle, running }
  } catch (error) {
    await handle.close()
    await rm(copy, { force: true })
    throw error
  }
}

async function digestInto(
  running: RunningDigest,
  source: AsyncIterable<Uint8Array>,
  also: (chunk: Uint8Array, at: number) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  for await (const chunk of source) {
    const written = also(chunk, running.length)
    running.hash.update(chunk)
    await written
    running.length += chunk.length
  }
}

/** A write may be short without failing, as when the disk is about to be full; the next one then says so. */
export async function writeFully(
  handle: FileHandle,
  chunks: readonly Uint8Array[],
  position: number,
): Promise<void> {
  const total = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
  const { bytesWritten } = await handle.writev([...chunks], position)
  if (bytesWritten === total) return
  const rest = Buffer.concat(chunks).subarray(bytesWritten)
  await writeFully(handle, [rest], position + bytesWritten)
}

/** Whether a file that was renamed or removed had been taken over by another process. */
export const wasTakenOver = (error: unknown): boolean => hasCode(error, 'ENOENT')
