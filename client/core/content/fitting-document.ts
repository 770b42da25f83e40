import { ClientError } from '../client-error.js'
import type { DocumentSource } from '../ports.js'
import { contentSample } from './content-sample.js'
import { contradictedClaim } from './contradicted-claim.js'

/**
 * The octets of a document to send, held on their way against what its name and type claim. What is passed on as
 * it was received is not judged: whoever sent it answers for it.
 *
 * @throws {@link ClientError} `document-type-contradicted`, as soon as it is known; as `read`
 */
export async function* fittingDocument(document: DocumentSource): AsyncGenerator<Uint8Array> {
  const content = contentSample()
  let isOpen = document.isAsReceived !== true
  for await (const chunk of document.read()) {
    if (isOpen) {
      content.take(chunk)
      if (content.isComplete()) {
        requireFitting(document, content)
        isOpen = false
      }
    }
    yield chunk
  }
  if (isOpen) requireFitting(document, content)
}

function requireFitting(
  document: DocumentSource,
  content: Pick<ReturnType<typeof contentSample>, 'sample'>,
): void {
  const claim = contradictedClaim(content.sample(), document)
  if (claim === undefined) return
  const what = claim === 'extension' ? 'its name' : `its type ${document.mediaType}`
  throw new ClientError(
    'document-type-contradicted',
    `the content of “${document.name}” is not what ${what} says`,
    'Look at what it is, and give it the name of that; or save it anew in the format that its name says.',
  )
}
