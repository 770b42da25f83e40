import type { ManifestPart } from '#crypto/package/manifest.js'
import { honestName } from '../../core/content/honest-name.js'
import type { ContradictedClaim } from '../../core/content/contradicted-claim.js'
import type { DocumentSink } from '../../core/ports.js'
import { blobSink } from './blob-sink.js'
import { fileSink } from './origin-sink.js'
import { handOut } from './hand-out.js'

/** What is longer goes into a file of the person's, where the browser can. */
const IN_MEMORY = 64 * 1024 * 1024

export type SavingSink = DocumentSink & {
  /** What it is called where it was saved: a file that somebody has chosen keeps the name that they gave it. */
  readonly nameOf: (contradicted: ContradictedClaim | undefined) => string
}

type Chooser = (options: { suggestedName: string }) => Promise<FileSystemFileHandle>

/**
 * Where a document goes that a person saves: into the browser's downloads; a large one, where the browser can, as a
 * stream into a file that the person chooses. In both cases nothing is there under its name before all of it was
 * verified, and nothing of it is left in the origin's storage.
 *
 * @throws DOMException `AbortError` when the person chooses no file.
 */
export async function documentSink(
  part: Pick<ManifestPart, 'name' | 'length'>,
): Promise<SavingSink> {
  const { showSaveFilePicker } = globalThis as { readonly showSaveFilePicker?: Chooser }
  if (part.length > IN_MEMORY && showSaveFilePicker) {
    const chosen = await showSaveFilePicker({ suggestedName: part.name })
    return { ...(await fileSink(chosen)), nameOf: () => chosen.name }
  }
  return handedOut(blobSink('application/octet-stream'), part.name)
}

function handedOut(sink: ReturnType<typeof blobSink>, name: string): SavingSink {
  const nameOf: SavingSink['nameOf'] = (contradicted) => honestName(name, contradicted)
  return {
    nameOf,
    write: (chunk) => sink.write(chunk),
    async commit(contradicted) {
      await sink.commit(contradicted)
      const content = sink.content()
      if (content) handOut(content, nameOf(contradicted))
    },
    discard: () => sink.discard(),
  }
}
