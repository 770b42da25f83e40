import { verifyCredential } from '#crypto/directory/verify-credential.js'
import { packageState } from '#crypto/evidence/package-state.js'
import { verifyEvidenceChain } from '#crypto/evidence/verify-evidence-chain.js'
import { CryptoError } from '#crypto/errors.js'
import type { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import { Header } from '#crypto/package/header.js'
import { type VerifiedHeader, verifyHeader } from '#crypto/package/verify-header.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { EvidenceItem } from '#server/contract/wire.js'
import { checkEvidence, type CheckedEvidence, untrusted } from './check-evidence.js'
import { requireExcerpt } from './require-excerpt.js'
import { type SenderVersions, senderVersions } from './sender-versions.js'
import type { Session } from '../session/session.js'

type Row = {
  readonly header: string
  readonly credential: string
  readonly evidence: readonly EvidenceItem[]
}

export type CheckedRecord = {
  readonly header: VerifiedHeader
  readonly senderEntries: SenderVersions
  readonly evidence: readonly CheckedEvidence[]
  /** Of each recipient for the sender; for a recipient its own alone, which is all it can know. */
  readonly states: ReadonlyMap<AuthorityId, string>
  /** The relay's clock at the submission. */
  readonly submitted: string
}

/**
 * What the relay shows of a package, verified: the header by its officer, that officer's credential
 * by the version of the sender's entry that it names and by the one that counted at the submission, each piece
 * of evidence by the relay's key. The state is derived here, not believed.
 *
 * @param id - the package that was asked for; undefined where any of ours may come.
 * @throws ClientError `package-untrusted` if it is another package or none of ours,
 *   `evidence-untrusted`, `directory-untrusted`; CryptoError, `directory/entry` or `directory/key` where the sender
 *   had taken back what it rests on.
 */
export async function checkRecord(
  session: Session,
  row: Row,
  id?: PackageId,
): Promise<CheckedRecord> {
  const { officer } = session
  const { digest, payload } = await readStatement(row.header)
  const claimed = Header.safeParse(payload).data
  if (claimed === undefined) throw new CryptoError('package/header', 'not a header')
  if (id !== undefined && claimed.package !== id) {
    throw untrusted('the relay shows another package than the one asked for')
  }
  const { sender, recipients } = claimed
  const isSender = sender === officer.authority
  const concerned = recipients
    .map(({ authority }) => authority)
    .filter((authority) => isSender || authority === officer.authority)
  if (concerned.length === 0) throw untrusted('the relay shows a package of others')

  const about = { package: claimed.package, header: digest, sender }
  const evidence = await Promise.all(
    row.evidence.map((item) => checkEvidence(session, item, about)),
  )
  const [first] = evidence
  if (first === undefined) throw untrusted('the relay shows a package without its submission')
  // The sender sees every link; a recipient only those that concern it.
  if (isSender) verifyEvidenceChain(evidence)
  else requireExcerpt(evidence, officer.authority)
  const chain = evidence.map((item) => item.payload)
  const { submitted } = first.payload
  const at = new Date(submitted)
  const senderEntries = await senderVersions(session, claimed, at)
  return {
    header: await signedHeader(session, row, senderEntries, at),
    senderEntries,
    evidence,
    states: new Map(
      concerned.map((authority) => [authority, packageState(chain, authority).state]),
    ),
    submitted,
  }
}

async function signedHeader(
  { directory }: Session,
  { header, credential }: Row,
  { named, counting }: SenderVersions,
  at: Date,
): Promise<VerifiedHeader> {
  const revocations = await directory.revocations(named.payload.authority)
  const verified = await verifyHeader(header, { credential, entry: named, at, revocations })
  if (counting) await verifyCredential(credential, counting, at)
  return verified
}
