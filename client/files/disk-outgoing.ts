import { createReadStream } from 'node:fs'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { PackageId, PartId } from '#crypto/fields/fields.js'
import { ClientError } from '../core/client-error.js'
import type { OutgoingStore } from '../core/ports.js'
import { diskSink } from './disk-sink.js'
import { makeFolder } from './make-folder.js'
import { writeDurably } from './write-durably.js'

const SUBMISSION = 'submission.json'
/** Marks a package whose parts wait for approvals, which may take longer than anybody sweeps. */
const HELD = 'held'
/** Pieces in which a sealed part is read for upload. */
const READ_BYTES = 256 * 1024

/**
 * Sealed packages on disk, one folder each, until the relay has acknowledged them. Only ciphertext
 * and signed statements lie here, so whoever finds the folder learns nothing.
 */
export function diskOutgoing(root: string): OutgoingStore {
  // Ids become names of folders and files: nothing else may.
  const folder = (pkg: string) => join(root, PackageId.parse(pkg))
  const file = (pkg: string, part: string) => join(folder(pkg), `${PartId.parse(part)}.sealed`)
  const submission = (pkg: string) => join(folder(pkg), SUBMISSION)

  async function packages(): Promise<readonly PackageId[]> {
    const names = (await readdir(root).catch(orNothing)) ?? []
    return names.flatMap((name) => PackageId.safeParse(name).data ?? []).sort()
  }

  return {
    async createPart(pkg, part) {
      await makeFolder(folder(pkg))
      return diskSink(file(pkg, part), { replace: true })
    },

    async part(pkg, part) {
      const path = file(pkg, part)
      const found = await stat(path).catch(() => undefined)
      if (found === undefined) {
        throw new ClientError(
          'file-unreadable',
          `the sealed part ${part} is gone from ${folder(pkg)}`,
          'Send the request again; this package can no longer be completed.',
        )
      }
      return {
        length: found.size,
        slice: (start, end, onFailure) =>
          // `end` is exclusive here, inclusive for node:fs.
          createReadStream(path, { start, end: end - 1, highWaterMark: READ_BYTES }).on(
            'error',
            onFailure,
          ),
      }
    },

    async keepSubmission(pkg, text) {
      await makeFolder(folder(pkg))
      await writeDurably(submission(pkg), text)
    },

    async hold(pkg) {
      await makeFolder(folder(pkg))
      await writeDurably(join(folder(pkg), HELD), '')
    },

    submission: (pkg) => readFile(submission(pkg), 'utf8').catch(orNothing),

    async waiting() {
      const ids = await packages()
      const sealed = await Promise.all(ids.map((id) => lastTouched(submission(id))))
      return ids.filter((_id, position) => sealed[position] !== undefined)
    },

    async remove(pkg) {
      // First what makes it wait: cut off here, the rest is swept and never sent with parts missing.
      await rm(submission(pkg), { force: true })
      await rm(folder(pkg), { recursive: true, force: true })
    },

    async sweep(idleSince) {
      for (const id of await packages()) {
        if ((await lastTouched(submission(id))) !== undefined) continue
        if ((await lastTouched(join(folder(id), HELD))) !== undefined) continue
        const names = await readdir(folder(id)).catch(() => [])
        const times = await Promise.all(
          [folder(id), ...names.map((name) => join(folder(id), name))].map(lastTouched),
        )
        // A sealing that is under way touches its file with every segment.
        if (times.every((time) => time === undefined || time < idleSince)) {
          await rm(folder(id), { recursive: true, force: true })
        }
      }
    },
  }
}

/** Undefined where there is nothing. What cannot be read is not nothing. */
function orNothing(cause: unknown): undefined {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
  throw new ClientError(
    'file-unreadable',
    'what waits to be sent cannot be read',
    'Check the folder outgoing of the officer’s home, its disk and its permissions.',
    { cause },
  )
}

/** Undefined where there is nothing. */
const lastTouched = (path: string): Promise<Date | undefined> =>
  stat(path).then(
    ({ mtime }) => mtime,
    () => undefined,
  )
