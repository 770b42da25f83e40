import type { PackageEvidence } from '#crypto/evidence/evidence.js'
import { verifyEvidence } from '#crypto/evidence/verify-evidence.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { VerifiedStatement } from '#crypto/statement/verify-statement.js'
import type { EvidenceItem } from '#server/contract/wire.js'
import { ClientError } from '../client-error.js'
import type { Session } from '../session/session.js'

export type CheckedEvidence = VerifiedStatement<PackageEvidence> & { readonly index: number | null }

/** What evidence has to say. What is left out is not judged. */
export type Expected = { readonly package: string } & Partial<
  Pick<PackageEvidence, 'header' | 'sender' | 'recipient' | 'subject'>
> & { readonly codes?: readonly PackageEvidence['code'][] }

/**
 * Believes evidence only with the relay's signature on it, and only if it says what is expected: a
 * relay may answer with true evidence of something else.
 *
 * @throws {@link ClientError} `evidence-untrusted`; CryptoError from its verification.
 */
export async function checkEvidence(
  { directory, relayId }: Pick<Session, 'directory' | 'relayId'>,
  item: EvidenceItem,
  { codes, ...expected }: Expected,
): Promise<CheckedEvidence> {
  const { kid } = await readStatement(item.statement)
  const verified = await verifyEvidence(item.statement, await directory.withKey(relayId, kid))
  const { payload } = verified
  if (payload.about !== 'package' || payload.package !== expected.package) {
    throw untrusted('the relay’s evidence is about another package')
  }
  const members = Object.entries(expected) as [keyof PackageEvidence, unknown][]
  const other = members.filter(([name, value]) => value !== undefined && payload[name] !== value)
  if (other.length > 0) {
    const names = other.map(([name]) => name).join(', ')
    throw untrusted(`the relay’s evidence names another ${names}`)
  }
  if (codes !== undefined && !codes.includes(payload.code)) {
    throw untrusted(`the relay answers with evidence ${payload.code}, not ${codes.join(' or ')}`)
  }
  return { ...verified, payload, index: item.index }
}

export const untrusted = (message: string) =>
  new ClientError('evidence-untrusted', message, 'Keep it, and tell the relay’s operator.')
