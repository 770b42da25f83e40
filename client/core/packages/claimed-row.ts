import { z } from 'zod'
import type { CryptoError } from '#crypto/errors.js'
import { AuthorityId, PackageId, Timestamp } from '#crypto/fields/fields.js'
import { Urgency } from '#crypto/package/header.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { PackageSummary } from '#server/contract/wire.js'
import type { ClientError } from '../client-error.js'

/** A row of a mailbox that does not verify: all of it but `problem` is the relay's word. */
export type ForgedRow = {
  readonly package: PackageId
  readonly sender: AuthorityId
  readonly urgency: Urgency
  /** RFC 3339; null where it is not even claimed. */
  readonly submitted: string | null
  /** The code of the check that failed. */
  readonly problem: string
}

/**
 * What header or evidence of a row claim that does not verify.
 *
 * @throws why it does not, where not even that can be read: nothing is left out in silence.
 */
export async function claimedRow(
  { header, evidence }: PackageSummary,
  reason: CryptoError | ClientError,
): Promise<ForgedRow> {
  for (const statement of [header, ...evidence.map((item) => item.statement)]) {
    const read = await readStatement(statement).catch(() => undefined)
    const claimed = Claims.safeParse(read?.payload).data
    if (claimed === undefined) continue
    const { package: pkg, sender, urgency, created, time } = claimed
    return {
      package: pkg,
      sender,
      urgency,
      submitted: created ?? time ?? null,
      problem: reason.code,
    }
  }
  throw reason
}

/** What a header and a piece of evidence have in common, and when they say they are from. */
const Claims = z.object({
  package: PackageId,
  sender: AuthorityId,
  urgency: Urgency.default('emergency'),
  created: Timestamp.optional(),
  time: Timestamp.optional(),
})
