import type { Reason } from '#crypto/evidence/evidence.js'
import { entryInForce, keysInForce, nameableEntry } from '#crypto/directory/entry-in-force.js'
import type { ReasonCode } from '#crypto/evidence/event.js'
import type { VerifiedEntry } from '#crypto/directory/verify-entry.js'
import { recipientsOf } from '#crypto/envelope/recipients-of.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { CryptoError } from '#crypto/errors.js'
import type { Header } from '#crypto/package/header.js'
import { countApprovals } from './count-approvals.js'
import { currentRoles } from '../access/current-roles.js'
import { isSuspended } from '../directory/is-suspended.js'
import type { KnownAuthorities } from '../directory/known-authorities.js'
import type { DirectoryStore } from '../ports.js'
import type { VerifiedSubmission } from './read-submission.js'
import { hasRole } from '../access/require-permission.js'
import { CORRESPONDENTS } from '#crypto/directory/roles.js'
import { hasExpired } from '#crypto/evidence/has-expired.js'

export type GroundsPorts = {
  readonly authorities: KnownAuthorities
  readonly directory: Pick<DirectoryStore, 'findCredential'>
}

/**
 * Why a submission that is certainly its sender's is certainly not acceptable: each becomes a reason
 * of the signed rejection A.2. Empty if nothing speaks against it.
 *
 * What may change by itself is no ground: a part that is not uploaded yet is a matter for a retry.
 *
 * @throws {@link Refusal} `statement-invalid`, `credential-revoked` when an approval is nobody's word.
 */
export async function groundsForRejection(
  { authorities, directory }: GroundsPorts,
  { header, officer, sender, submission, caller }: VerifiedSubmission,
  at: Date,
  asOf: 'recent' | 'now',
): Promise<readonly Reason[]> {
  const { payload } = header
  const reasons: Reason[] = []
  const ground = (code: ReasonCode, text: string) => void reasons.push({ code, text })

  // Whoever submits what they drafted was let in on their newest credential: no second question.
  const roles =
    officer.payload.kid === caller.kid
      ? officer.payload.roles.filter((role) => caller.roles.includes(role))
      : await currentRoles(directory, sender, officer, at)
  if (!hasRole(roles, CORRESPONDENTS)) {
    ground('officer-role', `the signing officer has none of the roles ${CORRESPONDENTS.join(', ')}`)
  }
  if (isSuspended(sender, at)) ground('sender-suspended', `${payload.sender} is suspended`)
  const senderEntry = nameableEntry(sender, payload.senderEntry, 'envelopes', at)
  if (senderEntry === undefined) {
    ground('sender-entry-superseded', `the entry of ${payload.sender} was superseded or has ended`)
  }
  // Of two overlapping entries the stricter policy counts: an old one is no way around a new one.
  const policies = [senderEntry, entryInForce(sender, at)].map((entry) => entry?.payload.policy)
  const needed = Math.max(...policies.map((policy) => policy?.approvals ?? 0))
  const given = await countApprovals(submission.approvals, header, {
    officer,
    sender,
    at,
    directory,
  })
  if (given < needed) ground('approvals-missing', `${given} of ${needed} approvals are there`)

  const recipients = await Promise.all(
    payload.recipients.map(({ authority, entry }) => recipientEntry(authority, entry)),
  )
  if (hasExpired(payload, at)) {
    ground('expired-on-arrival', `it expired at ${String(payload.expires)}`)
  }
  await checkEnvelope()
  return reasons

  async function recipientEntry(authority: Header['sender'], digest: string) {
    const known = await authorities.of(authority, asOf)
    if (known?.entries.at(-1)?.payload.kind !== 'authority') {
      ground('recipient-unknown', `${authority} is not in the directory of this relay`)
      return undefined
    }
    if (isSuspended(known, at)) ground('recipient-suspended', `${authority} is suspended`)
    const entry = nameableEntry(known, digest, 'envelopes', at)
    if (entry === undefined) {
      ground('recipient-entry-superseded', `the entry of ${authority} was superseded or has ended`)
    }
    return entry
  }

  async function checkEnvelope(): Promise<void> {
    const octets = toUtf8(submission.envelope)
    const { length, digest } = payload.envelope
    if (octets.length !== length || (await digestOf(octets)) !== digest) {
      ground('envelope-mismatch', 'the envelope is not the one that the header names')
      return
    }
    const entries = [senderEntry, ...recipients].filter((entry) => entry !== undefined)
    // A recipient without a usable entry was said above; its key cannot be compared.
    if (entries.length <= recipients.length) return
    if (!isSealedTo(submission.envelope, entries, at)) {
      ground(
        'envelope-recipients',
        'the envelope is not sealed to sender and recipients, each once',
      )
    }
  }
}

/** Exactly one key of each entry, and no further reader. */
function isSealedTo(envelope: string, entries: readonly VerifiedEntry[], at: Date): boolean {
  const kids = readRecipients(envelope)
  if (kids?.length !== entries.length) return false
  return entries.every((entry) => {
    const own = new Set(keysInForce(entry, 'envelopes', at).map(({ kid }) => kid))
    return kids.filter((kid) => own.has(kid)).length === 1
  })
}

function readRecipients(envelope: string): readonly string[] | undefined {
  try {
    return recipientsOf(envelope)
  } catch (error) {
    if (error instanceof CryptoError) return undefined
    throw error
  }
}
