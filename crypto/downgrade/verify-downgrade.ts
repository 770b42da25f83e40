import { digestOf } from '../bytes/sha256.js'
import { canonicalize } from '../canonical/canonicalize.js'
import { CORRESPONDENTS, requireRole } from '../directory/roles.js'
import { type Actor, type OfficerAct, verifyAct } from '../directory/verify-act.js'
import { CryptoError } from '../errors.js'
import { Downgrade } from './downgrade.js'
import type { DowngradeRecord } from './downgrade-record.js'

export type VerifiedDowngrade = OfficerAct<Downgrade>

/**
 * Verifies a downgrade that came with documents: an officer of the authority that released them signed it,
 * over this redaction manifest, about documents that are among those that came.
 *
 * @param documents - SHA-256 over each document that came with it.
 * @throws {@link CryptoError} `downgrade/statement` if it is of another authority's officer;
 *   `downgrade/redactions` if the redaction manifest is another, or about other documents;
 *   `downgrade/documents` if what it releases did not come; `directory/role`; and as {@link verifyAct}.
 */
export async function verifyDowngrade(
  record: DowngradeRecord,
  documents: readonly string[],
  by: Omit<Actor, 'credential'>,
): Promise<VerifiedDowngrade> {
  const shape = { typ: 'rogatory-downgrade', payload: Downgrade } as const
  const { credential, redactions } = record
  const act = await verifyAct(record.downgrade, shape, { ...by, credential })
  requireRole(act.credential, CORRESPONDENTS)
  const { payload } = act
  if (payload.authority !== act.credential.payload.authority) {
    throw new CryptoError('downgrade/statement', 'signed by an officer of another authority')
  }
  if (payload.redactions !== (await digestOf(canonicalize(redactions)))) {
    throw new CryptoError('downgrade/redactions', 'it is about another redaction manifest')
  }
  const released = new Set(payload.documents.map((document) => document.released))
  if (!redactions.documents.every((document) => released.has(document.released))) {
    throw new CryptoError('downgrade/redactions', 'the redaction manifest is about other documents')
  }
  const missing = payload.documents.filter((document) => !documents.includes(document.released))
  if (missing.length > 0) {
    const message = `${missing.length} of the documents that it releases did not come with it`
    throw new CryptoError('downgrade/documents', message)
  }
  return act
}
