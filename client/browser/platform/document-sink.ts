import type { ManifestPart } from '#crypto/package/manifest.js'
import { honestName } from '../../core/content/honest-name.js'
import type { DocumentSink } from '../../core/ports.js'
import { blobSink } from './blob-sink.js'
import { fileSink, originSink } from './origin-sink.js'
import { handOut } from './hand-out.js'

/** Up to so many octets a document is held in memory; what is longer goes through a file. */
const IN_MEMORY = 64 * 1024 * 1024

type Chooser = (options: { suggestedName: string }) => Promise<FileSystemFileHandle>

/**
 * Where a document goes that a person saves: small ones through memory into the browser's downloads; large
 * ones, where the browser can, as a stream into a file that the person chooses, else through a file of the
 * origin. In each case nothing is there under its name before all of it was verified.
 *
 * @throws DOMException `AbortError` when the person chooses no file.
 */
export async function documentSink(
  part: Pick<ManifestPart, 'name' | 'length'>,
): Promise<DocumentSink> {
  if (part.length <= IN_MEMORY) return handedOut(blobSink('application/octet-stream'), part.name)
  const { showSaveFilePicker } = globalThis as { readonly showSaveFilePicker?: Chooser }
  if (showSaveFilePicker) return fileSink(await showSaveFilePicker({ suggestedName: part.name }))
  const root = await navigator.storage.getDirectory()
  const name = `saving-${crypto.randomUUID()}`
  const sink = await originSink(root, name)
  const content = async () => (await root.getFileHandle(name)).getFile()
  return handedOut({ ...sink, content }, part.name)
}

type Content = Blob | undefined | Promise<Blob>

function handedOut(sink: DocumentSink & { content(): Content }, name: string): DocumentSink {
  return {
    write: (chunk) => sink.write(chunk),
    async commit(contradicted) {
      await sink.commit(contradicted)
      const content = await sink.content()
      if (content) handOut(content, honestName(name, contradicted))
    },
    discard: () => sink.discard(),
  }
}
