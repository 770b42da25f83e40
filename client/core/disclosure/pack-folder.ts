import type { ManifestPart } from '#crypto/package/manifest.js'
import type { DocumentSink } from '../ports.js'

/** Sinks for documents of one folder of a pack, and the names that they got there; known for good once one is written. */
export type DocumentFolder = {
  readonly sinkFor: (part: ManifestPart) => Promise<DocumentSink>
  readonly nameOf: (part: Pick<ManifestPart, 'part'>) => string
}

/** Where a pack is written. Nothing of it stands under its final name before all of it does. */
export interface PackFolder {
  /** A file of ours, in memory. */
  write(path: string, octets: Uint8Array): Promise<void>
  /** Documents by the names that their sender gave them, as far as a file system takes these. */
  documents(folder: string, parts: readonly ManifestPart[]): DocumentFolder
  /** A version of a document that the officer has made; under the name of its file. */
  redacted(
    folder: string,
    part: string,
    name: string,
  ): Promise<{ sink: DocumentSink; path: string }>
}

/** What of a pack is made elsewhere: pages and papers in the language of the court. */
export interface PackPapers {
  certificate(bundle: Uint8Array<ArrayBuffer>): Promise<Uint8Array>
  verifier(): Promise<Uint8Array>
}
