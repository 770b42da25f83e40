import { digestOf } from '#crypto/bytes/sha256.js'
import { issueReceipt } from '#crypto/evidence/issue-receipt.js'
import type { Receipt } from '#crypto/evidence/receipt.js'
import { type PackageId, plainText } from '#crypto/fields/fields.js'
import { ClientError } from '../client-error.js'
import { checkEvidence, type CheckedEvidence } from '../proof/check-evidence.js'
import { checkReceipts, CODE_OF } from '../proof/check-receipts.js'
import { type ReadPackage, readPackage } from './open-package.js'
import { openedHere } from './opened-here.js'
import { RelayProblem } from '../relay-problem.js'
import type { Session } from '../session/session.js'

export type Acknowledgement = {
  readonly receipt: string
  readonly evidence: CheckedEvidence
  /** The authority's receipt had been signed before; this is the one. */
  readonly already: boolean
  readonly verified: number
  readonly unopened: number
  /** Names of documents that are what was sent, and that a scanner of this machine has found malicious. */
  readonly malicious: readonly string[]
}

/** Of a receipt: protocol.md section 6.3. */
const MAX_REASON = 500

/**
 * Signs a receipt over what was decrypted here: the manifest's digest, and each document as verified
 * or not yet opened. The relay cannot make such a receipt, nor can it change one.
 *
 * An authority's receipt is signed once. Whoever asks again, after a crash, by mistake or at the same
 * time as a colleague, gets the one there is.
 *
 * @param rejection - Says why the consignment is rejected (C.4) instead of accepted (C.3).
 * @throws ClientError `usage` for a reason that is empty or too long; as `readPackage`; RelayProblem
 */
export async function acknowledgePackage(
  session: Session,
  id: PackageId,
  rejection?: string,
): Promise<Acknowledgement> {
  const reason = rejection === undefined ? null : reasonOf(rejection)
  const read = await readPackage(session, id)
  const before = await earlierReceipt(session, read)
  if (before !== undefined) return before
  try {
    return await handIn(session, read, await receiptOf(session, read, reason))
  } catch (error) {
    if (!(error instanceof RelayProblem) || error.code !== 'receipt-conflict') throw error
    const first = await earlierReceipt(session, await readPackage(session, id))
    if (first === undefined) throw error
    return first
  }
}

function reasonOf(rejection: string): string {
  const reason = plainText(rejection)
  if (reason !== '' && reason.length <= MAX_REASON) return reason
  throw new ClientError(
    'usage',
    `a rejection gives its reason in 1 to ${MAX_REASON} characters`,
    'Say in a few words what is wrong; write more in an answer.',
  )
}

async function receiptOf(
  session: Session,
  read: ReadPackage,
  reason: string | null,
): Promise<Receipt> {
  const { officer, platform } = session
  const { record, opened, manifest } = read
  const { verified } = await openedHere(session, read)
  return {
    package: manifest.package,
    header: record.header.digest,
    manifest: opened.manifest.digest,
    recipient: officer.authority,
    outcome: reason === null ? 'accepted' : 'rejected',
    reason,
    parts: manifest.parts.map(({ part, digest }) => ({
      part,
      digest,
      state: verified.includes(part) ? 'verified' : 'unopened',
    })),
    declared: platform.now().toISOString(),
  }
}

async function handIn(
  session: Session,
  read: ReadPackage,
  content: Receipt,
): Promise<Acknowledgement> {
  const { relay, officer } = session
  const { record } = read
  const receipt = await issueReceipt(content, officer.signingKey)
  const answer = await relay.call('acknowledgePackage', {
    params: { package: content.package },
    body: { receipt, credential: officer.credential.statement },
  })
  const evidence = await checkEvidence(session, answer.evidence, {
    codes: [CODE_OF[content.outcome]],
    package: content.package,
    header: record.header.digest,
    sender: record.header.payload.sender,
    recipient: officer.authority,
    subject: await digestOf(receipt),
  })
  const told = await toldOf(session, read, content)
  return { receipt, evidence, already: false, ...told }
}

async function earlierReceipt(
  session: Session,
  read: ReadPackage,
): Promise<Acknowledgement | undefined> {
  const { record, wire } = read
  const checked = await checkReceipts(session, record, wire)
  const own = checked.find(({ receipt }) => receipt.payload.recipient === session.officer.authority)
  if (own === undefined) return undefined
  const { statement, payload } = own.receipt
  const told = await toldOf(session, read, payload)
  return { receipt: statement, evidence: own.evidence, already: true, ...told }
}

async function toldOf(session: Session, read: ReadPackage, { parts }: Pick<Receipt, 'parts'>) {
  const { malicious = [] } = await openedHere(session, read)
  const inState = (wanted: Receipt['parts'][number]['state']) =>
    parts.filter(({ state }) => state === wanted).length
  return {
    verified: inState('verified'),
    unopened: inState('unopened'),
    malicious: read.manifest.parts.flatMap(({ part, name }) =>
      malicious.includes(part) ? [name] : [],
    ),
  }
}
