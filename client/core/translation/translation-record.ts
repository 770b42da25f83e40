import { fromUtf8 } from '#crypto/bytes/bytes.js'
import { parseJson } from '#crypto/canonical/parse-json.js'
import { CryptoError } from '#crypto/errors.js'
import { MAX_TRANSLATION_BYTES, TranslationRecord } from '#crypto/translation/translation-record.js'
import type { HandoffRecord } from '#server/contract/handoff-wire.js'
import type { Session } from '../session/session.js'
import { type OpenHandoff, openHandoffRecord } from './read-handoff.js'

/** What is sent along with a translation, for whoever may not ask the relay about the hand-off. */
export const recordOf = ({ wire }: Pick<OpenHandoff, 'wire'>): TranslationRecord => ({
  format: 'rogatory-translation-record',
  version: 1,
  handoff: { statement: wire.statement, credential: wire.credential },
  acts: wire.acts,
  evidence: wire.evidence.map(({ statement }) => statement),
})

/**
 * Reads the record of a translation and verifies all of it, as `readHandoff` does what a relay shows.
 *
 * @throws CryptoError `translation/content` if it is none; and as `readHandoff`
 */
export async function readRecord(session: Session, octets: Uint8Array): Promise<OpenHandoff> {
  const { handoff, acts, evidence } = parsed(octets)
  const wire = { ...handoff, acts, evidence: evidence.map(asItem), envelope: null }
  return openHandoffRecord(session, wire)
}

/** Nothing but the statement is looked at. */
const asItem = (statement: string): HandoffRecord['evidence'][number] => ({
  statement,
  digest: '',
  index: null,
})

function parsed(octets: Uint8Array): TranslationRecord {
  try {
    const bounds = { maxBytes: MAX_TRANSLATION_BYTES, maxDepth: 8 }
    return TranslationRecord.parse(parseJson(fromUtf8(octets), bounds))
  } catch {
    throw new CryptoError('translation/content', 'it is no record of a translation')
  }
}
