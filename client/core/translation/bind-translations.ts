import { toUtf8 } from '#crypto/bytes/bytes.js'
import { canonicalize } from '#crypto/canonical/canonicalize.js'
import type { HandoffId } from '#crypto/fields/fields.js'
import { TRANSLATION_MEDIA_TYPE } from '#crypto/translation/translation-record.js'
import { ClientError } from '../client-error.js'
import { documentOf } from '../drafting/document-of.js'
import type { DocumentSource } from '../ports.js'
import type { Session } from '../session/session.js'
import { certifiedOf } from './certified-of.js'
import { readHandoff } from './read-handoff.js'
import { recordOf } from './translation-record.js'

/**
 * Documents to be sent with the translations of some of them: each translation is marked as one, and the record
 * of its hand-off comes along, so that the recipient can verify which is which.
 *
 * @param documents - originals and translations, as they are to be sent.
 * @throws ClientError `translation-uncertified`; `draft-documents` where an original or its translation is not
 *   among the documents, octet for octet; RelayProblem `handoff-unknown`
 */
export async function bindTranslations(
  session: Session,
  documents: readonly DocumentSource[],
  handoffs: readonly HandoffId[],
): Promise<readonly DocumentSource[]> {
  if (handoffs.length === 0) return documents
  const known = new Set<string>()
  const digests: string[] = []
  for (const document of documents) {
    const { digest } = await documentOf(document, (length) => session.platform.digester(length))
    known.add(digest)
    digests.push(digest)
  }
  const records: DocumentSource[] = []
  const targets = new Set<string>()
  for (const id of handoffs) {
    const open = await readHandoff(session, id)
    const { items } = certifiedOf(open).statement.payload
    for (const { sealed, source, target } of items) {
      if (sealed !== null && !known.has(source)) throw missing('a document that was translated')
      if (!known.has(target)) throw missing('a translation that was certified')
      targets.add(target)
    }
    records.push(document(`${id}.rogatory-translation`, canonicalize(recordOf(open))))
  }
  const marked = documents.map((one, place) =>
    targets.has(digests[place] ?? '')
      ? { ...one, read: () => one.read(), role: 'translation' as const }
      : one,
  )
  return [...marked, ...records]
}

function document(name: string, text: string): DocumentSource {
  const octets = toUtf8(text)
  return {
    name,
    mediaType: TRANSLATION_MEDIA_TYPE,
    length: octets.length,
    async *read() {
      yield octets
      await Promise.resolve()
    },
  }
}

const missing = (what: string) =>
  new ClientError(
    'draft-documents',
    `${what} is not among the documents, octet for octet`,
    'Attach the originals and what came back from the translator, unaltered.',
  )
