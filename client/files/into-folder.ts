import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Manifest, ManifestPart } from '#crypto/package/manifest.js'
import type { DocumentSink } from '../core/ports.js'
import { diskSink } from './disk-sink.js'
import { receivedNames } from './received-names.js'

/**
 * Sinks for all documents of a package in one folder, which is made if it is not there. No document
 * leaves it, hides in it or overwrites what is in it.
 *
 * @returns What `openDocuments` takes; each call throws as {@link diskSink}.
 *
 * @example
 * ```ts
 * await openDocuments(session, received, intoFolder('received', received.manifest))
 * ```
 */
export function intoFolder(
  folder: string,
  { parts }: Pick<Manifest, 'parts'>,
): (part: ManifestPart) => Promise<DocumentSink> {
  const names = receivedNames(parts.map(({ name }) => name))
  const nameOf = new Map(parts.map(({ part }, place) => [part, names[place]]))
  return async ({ part }) => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return diskSink(join(folder, nameOf.get(part) ?? part))
  }
}
