import type { DraftDocument } from '#crypto/drafts/draft-version.js'
import { measure } from '../packages/measure.js'
import type { Digester, DocumentSource } from '../ports.js'

/** What a draft says of a document: read through once, constant memory. */
export async function documentOf(
  document: DocumentSource,
  digester: (length: number) => Digester,
): Promise<DraftDocument> {
  const measured = measure(digester(document.length))
  try {
    for await (const chunk of document.read()) await measured.take(chunk)
    const { name, mediaType } = document
    return { name, mediaType, ...(await measured.result()) }
  } finally {
    measured.close()
  }
}
