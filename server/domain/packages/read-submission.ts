import { Header } from '#crypto/package/header.js'
import { importVerificationKey } from '#crypto/keys/import-public.js'
import { verifyStatement, type VerifiedStatement } from '#crypto/statement/verify-statement.js'
import type { Caller, Submission } from '../../contract/wire.js'
import { Refusal } from '../errors.js'
import type { KnownAuthorities, KnownAuthority } from '../directory/known-authorities.js'
import { orInvalid } from '../or-invalid.js'
import { type VerifiedOfficer, verifyOfficer } from '../access/verify-officer.js'

/** A submission whose header really is the word of an officer of the caller's authority. */
export type VerifiedSubmission = {
  readonly header: VerifiedStatement<Header>
  readonly officer: VerifiedOfficer
  readonly sender: KnownAuthority
  readonly submission: Submission
  readonly caller: Caller
}

/**
 * Verifies who says what. A header that nobody vouches for is refused without evidence: the relay
 * signs nothing about what may be anybody's invention.
 *
 * @throws {@link Refusal} `authority-unknown`, `statement-invalid`, `credential-revoked`;
 *   `not-permitted` when the header speaks for another authority than the caller's.
 */
export async function readSubmission(
  authorities: KnownAuthorities,
  caller: Caller,
  submission: Submission,
  at: Date,
): Promise<VerifiedSubmission> {
  const known = await authorities.of(caller.authority)
  const read = await readAs(known, caller, submission, at).catch(async (error: unknown) => {
    // Another process may have just accepted a new entry: a refusal rests on the directory as it is now.
    if (!(error instanceof Refusal)) throw error
    return readAs(await authorities.of(caller.authority, 'now'), caller, submission, at)
  })
  const { payload } = read.header
  if (payload.sender !== caller.authority || read.officer.payload.authority !== payload.sender) {
    throw new Refusal('not-permitted', 'the header speaks for another authority than the caller')
  }
  return read
}

async function readAs(
  sender: KnownAuthority | undefined,
  caller: Caller,
  submission: Submission,
  at: Date,
): Promise<VerifiedSubmission> {
  if (sender === undefined) {
    throw new Refusal('authority-unknown', `${caller.authority} is not in the directory`)
  }
  const officer = await verifyOfficer(sender, submission.credential, at)
  const key = await orInvalid('credential', importVerificationKey(officer.payload.key))
  const header = await orInvalid(
    'header',
    verifyStatement(submission.header, { typ: 'rogatory-header', key, payload: Header }),
  )
  return { header, officer, sender, submission, caller }
}
