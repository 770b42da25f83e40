import { PackageId, PartId } from '#crypto/fields/fields.js'
import { ClientError } from '../../core/client-error.js'
import type { OutgoingStore } from '../../core/ports.js'
import type { Database } from '../../keystore/indexed-db/database.js'
import { originSink } from './origin-sink.js'

/** Marks a package whose parts wait for approvals, which may take longer than anybody sweeps. */
const HELD = 'held'

type Kept = { readonly package: string; readonly submission: string }

/**
 * Sealed packages in the origin's private files, until the relay has acknowledged them: ciphertext there,
 * the submission in the database, written last. Resumed after the page was closed.
 */
export function originOutgoing(database: Database, identity: string): OutgoingStore {
  const key = (pkg: string) => [identity, PackageId.parse(pkg)]
  const own = async () => {
    const root = await navigator.storage.getDirectory()
    const outgoing = await root.getDirectoryHandle('outgoing', { create: true })
    return outgoing.getDirectoryHandle(identity, { create: true })
  }
  const folder = async (pkg: string) =>
    (await own()).getDirectoryHandle(PackageId.parse(pkg), { create: true })
  const waiting = async () =>
    ((await database.all('outgoing', [identity])) as readonly Kept[]).map((one) =>
      PackageId.parse(one.package),
    )

  return {
    createPart: async (pkg, part) => originSink(await folder(pkg), PartId.parse(part)),
    async part(pkg, part) {
      const file = await (
        await folder(pkg)
      )
        .getFileHandle(PartId.parse(part))
        .then((handle) => handle.getFile())
        .catch((cause: unknown) => {
          throw new ClientError(
            'file-unreadable',
            'a sealed document is gone from the browser’s storage',
            'Send the request again; this package can no longer be completed.',
            { cause },
          )
        })
      return { length: file.size, slice: (start, end) => file.slice(start, end) }
    },
    keepSubmission: (pkg, submission) =>
      database.put('outgoing', key(pkg), { package: pkg, submission } satisfies Kept),
    async hold(pkg) {
      await (await folder(pkg)).getFileHandle(HELD, { create: true })
    },
    async submission(pkg) {
      return ((await database.get('outgoing', key(pkg))) as Kept | undefined)?.submission
    },
    waiting,
    async remove(pkg) {
      // First what makes it wait: cut off here, the rest is swept and never sent with parts missing.
      await database.remove('outgoing', key(pkg))
      await (await own()).removeEntry(pkg, { recursive: true }).catch(unlessMissing)
    },
    async sweep(idleSince) {
      const whole = await waiting()
      const root = await own()
      for await (const [name, handle] of root.entries()) {
        if (whole.some((id) => id === name) || handle.kind !== 'directory') continue
        if (await isHeld(handle)) continue
        if ((await lastTouched(handle)) < idleSince.getTime())
          await root.removeEntry(name, { recursive: true }).catch(unlessMissing)
      }
    },
  }
}

const isHeld = (folder: FileSystemDirectoryHandle): Promise<boolean> =>
  folder.getFileHandle(HELD).then(
    () => true,
    () => false,
  )

/** A sealing that is under way has its file from the first octet on, and its time from the last one. */
async function lastTouched(folder: FileSystemDirectoryHandle): Promise<number> {
  let newest = 0
  for await (const handle of folder.values()) {
    if (handle.kind !== 'file') continue
    const { lastModified } = await handle.getFile()
    newest = Math.max(newest, lastModified)
  }
  return newest
}

function unlessMissing(error: unknown): void {
  if (error instanceof DOMException && error.name === 'NotFoundError') return
  throw error
}
