import type { ManifestPart } from '#crypto/package/manifest.js'
import { honestName } from '../../core/content/honest-name.js'
import type { DocumentSink } from '../../core/ports.js'
import { blobSink } from './blob-sink.js'
import { fileSink } from './origin-sink.js'
import { handOut } from './hand-out.js'

/** What is longer goes into a file of the person's, where the browser can. */
const IN_MEMORY = 64 * 1024 * 1024

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
): Promise<DocumentSink> {
  const { showSaveFilePicker } = globalThis as { readonly showSaveFilePicker?: Chooser }
  if (part.length > IN_MEMORY && showSaveFilePicker) {
    return fileSink(await showSaveFilePicker({ suggestedName: part.name }))
  }
  return handedOut(blobSink('application/octet-stream'), part.name)
}

function handedOut(sink: ReturnType<typeof blobSink>, name: string): DocumentSink {
  return {
    write: (chunk) => sink.write(chunk),
    async commit(contradicted) {
      await sink.commit(contradicted)
      const content = sink.content()
      if (content) handOut(content, honestName(name, contradicted))
    },
    discard: () => sink.discard(),
  }
}
