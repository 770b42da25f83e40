import { type Decision, verifyDecision } from '#crypto/directory/decision.js'
import type { DirectoryEntry } from '#crypto/directory/entry.js'
import { type Invitation, verifyInvitation } from '#crypto/directory/invitation.js'
import type { OfficerCredential } from '#crypto/directory/officer-credential.js'
import type { Revocation, Suspension } from '#crypto/directory/revocation.js'
import { verifyByVersions } from '#crypto/directory/verify-by-versions.js'
import { verifyCredential } from '#crypto/directory/verify-credential.js'
import { verifyRevocation } from '#crypto/directory/verify-revocation.js'
import { verifySuspension } from '#crypto/directory/verify-suspension.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { type LegalHold, verifyHold } from '#crypto/retention/legal-hold.js'
import { type RetentionSchedule, verifyRetention } from '#crypto/retention/retention-schedule.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { VerifiedStatement } from '#crypto/statement/verify-statement.js'
import { ClientError } from '../client-error.js'
import type { DirectoryView } from '../directory/directory-view.js'
import { claimedAuthority } from './claimed-authority.js'

/** A statement that verifies, with the code of the evidence of its acceptance. */
export type AuditedStatement =
  | { readonly code: 'X.1'; readonly said: VerifiedStatement<DirectoryEntry> }
  | { readonly code: 'X.2'; readonly said: VerifiedStatement<OfficerCredential> }
  | { readonly code: 'X.3'; readonly said: VerifiedStatement<Revocation> }
  | { readonly code: 'X.4'; readonly said: VerifiedStatement<Suspension> }
  | { readonly code: 'X.5'; readonly said: VerifiedStatement<RetentionSchedule> }
  | { readonly code: 'X.6'; readonly said: VerifiedStatement<LegalHold> }
  | { readonly code: 'X.7'; readonly said: VerifiedStatement<Invitation> }
  | { readonly code: 'X.8'; readonly said: VerifiedStatement<Decision> }

/**
 * Verifies a statement of the audit by who may make it: an entry by its certificates, what an authority says of its
 * officers by the version of its entry with the key, what the operator says by the relay's versions.
 *
 * @param accepted - when the relay took it, by its evidence: an officer's credential has no other moment.
 * @throws ClientError as {@link DirectoryView}, `evidence-untrusted`; CryptoError `directory/…`, `retention/…`, `statement/…`
 */
export async function verifyAudited(
  view: DirectoryView,
  relay: AuthorityId,
  statement: string,
  accepted: Date,
): Promise<AuditedStatement> {
  const { typ, kid, digest } = await readStatement(statement)
  type ByEntry<P> = Parameters<typeof verifyByVersions<P & { readonly declared: string }>>[2]
  const byOperator = async <P extends { readonly declared: string }>(check: ByEntry<P>) => {
    // Asks anew where the key is not known yet: the operator may have changed it a moment ago.
    await view.withKey(relay, kid)
    return verifyByVersions(statement, await view.history(relay), check)
  }
  switch (typ) {
    case 'rogatory-entry':
      return { code: 'X.1', said: await view.version(await claimedAuthority(statement), digest) }
    case 'rogatory-officer': {
      const entry = await view.withKey(await claimedAuthority(statement), kid)
      return { code: 'X.2', said: await verifyCredential(statement, entry, accepted) }
    }
    case 'rogatory-revocation': {
      const entry = await view.withKey(await claimedAuthority(statement), kid)
      return { code: 'X.3', said: await verifyRevocation(statement, entry) }
    }
    case 'rogatory-suspension':
      return { code: 'X.4', said: await byOperator<Suspension>(verifySuspension) }
    case 'rogatory-retention':
      return { code: 'X.5', said: await byOperator<RetentionSchedule>(verifyRetention) }
    case 'rogatory-hold':
      return { code: 'X.6', said: await byOperator<LegalHold>(verifyHold) }
    case 'rogatory-invitation':
      return { code: 'X.7', said: await byOperator<Invitation>(verifyInvitation) }
    case 'rogatory-decision':
      return { code: 'X.8', said: await byOperator<Decision>(verifyDecision) }
    default:
      throw new ClientError(
        'evidence-untrusted',
        `the relay shows a ${typ} as an act of the audit`,
        'Keep it, and find out what has become of the relay.',
      )
  }
}
