import { verifyCredential, type VerifiedCredential } from '#crypto/directory/verify-credential.js'
import { officerStanding } from '#crypto/directory/officer-standing.js'
import { importSealingKey } from '#crypto/keys/import-public.js'
import type { SealingKey } from '#crypto/keys/key.js'
import { OfficerCredential } from '#crypto/directory/officer-credential.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { Linguist } from '#crypto/translation/handoff.js'
import { ClientError } from '../client-error.js'
import type { Session } from '../session/session.js'

/** Somebody to whom parts can be handed: verified, and with a key to seal to. */
export type KnownLinguist = {
  readonly linguist: Linguist
  readonly credential: VerifiedCredential
  readonly key: SealingKey
}

/**
 * Finds a translator by the key that signs for them, and believes in it only as far as the signatures of
 * their authority carry: the credential is in the log, too, before anything is sealed to it.
 *
 * @throws ClientError `officer-unknown` for somebody who is no translator or has no key to seal to;
 *   `directory-…`; CryptoError `directory/…`; RelayProblem `officer-unknown`
 */
export async function linguistOf(session: Session, kid: string): Promise<KnownLinguist> {
  const { relay, platform } = session
  const { statement } = await relay.call('readCredential', { params: { kid } })
  const credential = await verifiedLinguist(session, statement, platform.now())
  const { authority, officer, roles, sealingKey, name } = credential.payload
  if (credential.payload.kid !== kid) throw unknown('the relay shows another officer')
  if (!roles.includes('translator')) throw unknown(`${name} has not the role translator`)
  if (sealingKey === null) throw unknown(`${name} has no key to seal to`)
  const key = await importSealingKey(sealingKey)
  return { linguist: { authority, officer, kid }, credential, key }
}

/** Verifies a linguist's credential by the directory, whoever shows it. @throws as {@link linguistOf} */
export async function verifiedLinguist(
  { directory }: Session,
  statement: string,
  at: Date,
): Promise<VerifiedCredential> {
  const claimed = OfficerCredential.safeParse((await readStatement(statement)).payload)
  if (!claimed.success) throw unknown('not a credential')
  const entry = await directory.current(claimed.data.authority)
  const credential = await verifyCredential(statement, entry, at)
  officerStanding(credential, await directory.revocations(claimed.data.authority), at)
  await directory.requireLogged(credential)
  return credential
}

const unknown = (message: string) =>
  new ClientError('officer-unknown', message, 'Name a translator whose credential is published.')
