import { digestOf } from '#crypto/bytes/sha256.js'
import type { PackageEventCode, ReasonCode } from '#crypto/evidence/event.js'
import type { PackageEvidence } from '#crypto/evidence/evidence.js'
import { issueEvidence } from '#crypto/evidence/issue-evidence.js'
import { isAboutPackage, verifyEvidence } from '#crypto/evidence/verify-evidence.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { Header } from '#crypto/package/header.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { VerifiedStatement } from '#crypto/statement/verify-statement.js'
import { after, NOW } from './moments.js'
import { type Relay, world } from './world.js'

export type HistoryStep = {
  readonly code: PackageEventCode
  readonly recipient?: AuthorityId
  readonly subject?: string
  /** Whatever a relay should not say. */
  readonly lie?: Partial<PackageEvidence>
}

const REASONS: Partial<Record<PackageEventCode, ReasonCode>> = {
  'A.2': 'recipient-suspended',
  'C.4': 'rejected-by-recipient',
  'C.5': 'expired-unaccepted',
  'D.2': 'not-notified-in-time',
  'D.4': 'not-notified-in-time',
  'E.2': 'not-handed-over-in-time',
  'K.6': 'not-notified-in-time',
}

/** The statements of a relay about one header, a second after each other, beginning a second after NOW. */
export async function historyOf(
  header: string,
  steps: readonly HistoryStep[],
  by?: Relay,
): Promise<string[]> {
  const relay = by ?? (await world()).relay
  const claims = Header.parse((await readStatement(header)).payload)
  const statements: string[] = []
  for (const [sequence, { code, recipient = null, subject = null, lie }] of steps.entries()) {
    const previous = statements.at(-1)
    const reason = REASONS[code]
    const evidence = {
      about: 'package' as const,
      code,
      reasons: reason ? [{ code: reason, text: 'As it was' }] : [],
      time: after(NOW, 1 + sequence).toISOString(),
      issuer: relay.id,
      package: claims.package,
      header: await digestOf(header),
      sequence,
      previous: previous === undefined ? null : await digestOf(previous),
      sender: claims.sender,
      recipient,
      submitted: after(NOW, 1).toISOString(),
      subject,
    }
    statements.push(await issueEvidence({ ...evidence, ...lie }, relay.evidenceKey))
  }
  return statements
}

/** The same, verified. */
export async function verifiedHistory(
  header: string,
  steps: readonly HistoryStep[],
): Promise<VerifiedStatement<PackageEvidence>[]> {
  const { relay } = await world()
  const statements = await historyOf(header, steps)
  const verified = await Promise.all(statements.map((one) => verifyEvidence(one, relay.entry)))
  return verified.filter(isAboutPackage)
}
