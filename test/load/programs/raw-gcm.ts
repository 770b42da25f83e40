import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { timed } from '../support/alternate.js'
import { answerParent } from '../support/answer-parent.js'

/** The least that could be done: AES-256-GCM in segments of 1 MiB from disk to disk, flushed, no digest. */
const folder = process.env['BENCH_FOLDER'] ?? '.'
const sealed = join(folder, 'raw.sealed')
const opened = join(folder, 'raw.opened')
const SEGMENT = 1024 * 1024
const TAG = 16
const key = randomBytes(32)

answerParent({
  seal: (path) =>
    pass(path, sealed, SEGMENT, (octets, nonce) => {
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      return [cipher.update(octets), cipher.final(), cipher.getAuthTag()]
    }),
  open: () =>
    pass(sealed, opened, SEGMENT + TAG, (octets, nonce) => {
      const cipher = createDecipheriv('aes-256-gcm', key, nonce)
      cipher.setAuthTag(octets.subarray(-TAG))
      return [cipher.update(octets.subarray(0, -TAG)), cipher.final()]
    }),
})

function pass(
  from: string,
  to: string,
  length: number,
  work: (octets: Buffer, nonce: Buffer) => readonly Buffer[],
): Promise<number> {
  rmSync(to, { force: true })
  return timed(() => {
    const [source, target] = [openSync(from, 'r'), openSync(to, 'w')]
    const buffer = Buffer.alloc(length)
    const nonce = Buffer.alloc(12)
    for (let i = 0; ; i++) {
      const read = readSync(source, buffer)
      if (read === 0) break
      nonce.writeUInt32BE(i)
      for (const piece of work(buffer.subarray(0, read), nonce)) writeSync(target, piece)
    }
    fsyncSync(target)
    closeSync(source)
    closeSync(target)
    return Promise.resolve()
  })
}
