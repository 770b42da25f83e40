import { join } from 'node:path'
import type { Manifest, ManifestPart } from '#crypto/package/manifest.js'
import type { ContradictedClaim } from '../core/content/contradicted-claim.js'
import { honestName } from '../core/content/honest-name.js'
import type { DocumentSink } from '../core/ports.js'
import { diskSink } from './disk-sink.js'
import type { DocumentScanner } from './document-scanner.js'
import { makeFolder } from './make-folder.js'
import { receivedNames } from './received-names.js'

export type PartSinks = ((part: ManifestPart) => Promise<DocumentSink>) & {
  /** Where a document of the package is kept; known for good once it is opened. */
  readonly pathOf: (part: Pick<ManifestPart, 'part'>) => string
}

type IntoFolderOptions = {
  /** Names that no document may have, such as that of the form. */
  readonly taken?: readonly string[]
  /** What each document passes before it gets its name. */
  readonly scan?: DocumentScanner | undefined
}

/**
 * Sinks for all documents of a package in one folder, which is made if it is not there. No document
 * leaves it, hides in it or overwrites what is in it, and none keeps an extension that its octets contradict.
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
  { taken = [], scan }: IntoFolderOptions = {},
): PartSinks {
  const names = receivedNames(
    parts.map(({ name }) => name),
    taken,
  )
  const nameOf = new Map(parts.map(({ part }, place) => [part, names[place] ?? part]))
  const pathOf: PartSinks['pathOf'] = ({ part }) => join(folder, nameOf.get(part) ?? part)
  const sinkOf = async (part: ManifestPart) => {
    await makeFolder(folder)
    const pathFor = (contradicted: ContradictedClaim) => {
      const honest = honestName(part.name, contradicted)
      const [name] =
        honest === part.name ? [] : receivedNames([honest], [...taken, ...nameOf.values()])
      if (name !== undefined) nameOf.set(part.part, name)
      return pathOf(part)
    }
    return diskSink(pathOf(part), { pathFor, scan })
  }
  return Object.assign(sinkOf, { pathOf })
}
