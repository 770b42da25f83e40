import { join } from 'node:path'
import type { Manifest, ManifestPart } from '#crypto/package/manifest.js'
import type { DocumentSink } from '../core/ports.js'
import { diskSink } from './disk-sink.js'
import { makeFolder } from './make-folder.js'
import { receivedNames } from './received-names.js'

export type PartSinks = ((part: ManifestPart) => Promise<DocumentSink>) & {
  /** Where a document of the package is kept. */
  readonly pathOf: (part: Pick<ManifestPart, 'part'>) => string
}

/**
 * Sinks for all documents of a package in one folder, which is made if it is not there. No document
 * leaves it, hides in it or overwrites what is in it.
 *
 * @param taken - names that no document may have, such as that of the form.
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
  taken: readonly string[] = [],
): PartSinks {
  const names = receivedNames(
    parts.map(({ name }) => name),
    taken,
  )
  const nameOf = new Map(parts.map(({ part }, place) => [part, names[place]]))
  const pathOf: PartSinks['pathOf'] = ({ part }) => join(folder, nameOf.get(part) ?? part)
  const sinkOf = async (part: ManifestPart) => {
    await makeFolder(folder)
    return diskSink(pathOf(part))
  }
  return Object.assign(sinkOf, { pathOf })
}
