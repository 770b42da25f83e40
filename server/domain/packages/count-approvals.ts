import { APPROVERS } from '#crypto/directory/roles.js'
import { importVerificationKey } from '#crypto/keys/import-public.js'
import { Approval } from '#crypto/package/approval.js'
import type { Header } from '#crypto/package/header.js'
import { verifyStatement, type VerifiedStatement } from '#crypto/statement/verify-statement.js'
import type { Submission } from '../../contract/wire.js'
import { Refusal } from '../errors.js'
import { currentRoles } from '../access/current-roles.js'
import type { KnownAuthority } from '../directory/known-authorities.js'
import { orInvalid } from '../or-invalid.js'
import type { DirectoryStore } from '../ports.js'
import { hasRole } from '../access/require-permission.js'
import { type VerifiedOfficer, verifyOfficer } from '../access/verify-officer.js'

type Around = {
  /** The drafter. */
  readonly officer: VerifiedOfficer
  readonly sender: KnownAuthority
  readonly at: Date
  readonly directory: Pick<DirectoryStore, 'findCredential'>
}

/**
 * Counts the officers who approve this very header: each another person, with another key, than the
 * drafter and than each other, who has the role still. One that is false refuses all, as a verifier does later.
 *
 * @throws {@link Refusal} `statement-invalid`, `credential-revoked`, `not-permitted`
 */
export async function countApprovals(
  approvals: Submission['approvals'],
  header: VerifiedStatement<Header>,
  { officer: drafter, sender, at, directory }: Around,
): Promise<number> {
  const officers = await Promise.all(
    approvals.map(async ({ approval, credential }) => {
      const officer = await verifyOfficer(sender, credential, at)
      const key = await orInvalid('credential', importVerificationKey(officer.payload.key))
      const { payload } = await orInvalid(
        'approval',
        verifyStatement(approval, { typ: 'rogatory-approval', key, payload: Approval }),
      )
      const about = payload.header === header.digest && payload.package === header.payload.package
      if (!about || payload.authority !== sender.authority) {
        throw new Refusal('statement-invalid', 'approval: it is about another header')
      }
      if (!hasRole(await currentRoles(directory, sender, officer, at), APPROVERS)) {
        throw new Refusal('not-permitted', 'approval: its officer has no role that approves')
      }
      return officer.payload
    }),
  )
  const all = [drafter.payload, ...officers]
  const people = new Set(all.map(({ officer }) => officer))
  const keys = new Set(all.map(({ kid }) => kid))
  if (people.size < all.length || keys.size < all.length) {
    throw new Refusal('statement-invalid', 'approval: one officer cannot be two pairs of eyes')
  }
  return officers.length
}
