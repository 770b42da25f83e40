import { randomUUID } from 'node:crypto'
import { lstat, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { ClientError } from '../core/client-error.js'
import type { PackFolder } from '../core/disclosure/pack-folder.js'
import { diskSink, syncFolder } from './disk-sink.js'
import type { DocumentScanner } from './document-scanner.js'
import { intoFolder } from './into-folder.js'
import { makeFolder } from './make-folder.js'
import { receivedNames } from './received-names.js'
import { unwritable } from './unwritable.js'
import { writeDurably } from './write-durably.js'

export type DiskPack = PackFolder & {
  /** Gives the whole its name. */
  readonly commit: () => Promise<void>
  /** Removes whatever was written. */
  readonly discard: () => Promise<void>
}

/**
 * A disclosure pack on disk. It is written to a folder beside, `.….partial`, and gets its name as a whole: what bears
 * the name was finished. A folder that is there is never written into.
 *
 * @throws {@link ClientError} `file-exists`, here or from `commit`; `file-unwritable`
 */
export async function diskPack(out: string, scan?: DocumentScanner): Promise<DiskPack> {
  const whole = resolve(out)
  await requireFree(whole)
  const partial = join(dirname(whole), `.${basename(whole)}.${randomUUID()}.partial`)
  await makeFolder(partial)
  const at = (path: string) => join(partial, ...path.split('/'))
  return {
    async write(path, octets) {
      await makeFolder(dirname(at(path)))
      await writeDurably(at(path), octets, { replace: false })
    },
    documents(folder, parts) {
      const sinks = intoFolder(at(folder), { parts: [...parts] }, { scan })
      return { sinkFor: sinks, nameOf: (part) => basename(sinks.pathOf(part)) }
    },
    async redacted(folder, part, name) {
      const [safe = part] = receivedNames([name])
      const path = `${folder}/${part}/${safe}`
      await makeFolder(dirname(at(path)))
      return { sink: await diskSink(at(path), { scan }), path }
    },
    async commit() {
      await requireFree(whole)
      await rename(partial, whole).catch((cause: unknown) => {
        throw unwritable(whole, cause)
      })
      await syncFolder(dirname(whole))
    },
    discard: () => rm(partial, { recursive: true, force: true }),
  }
}

async function requireFree(path: string): Promise<void> {
  const isThere = await lstat(path).then(
    () => true,
    () => false,
  )
  if (!isThere) return
  throw new ClientError('file-exists', `${path} exists`, 'Choose another folder, or remove it.')
}
