import { plainText } from '#crypto/fields/fields.js'
import type { Suspension } from '#crypto/directory/revocation.js'
import { signSuspension } from '#crypto/directory/sign-suspension.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { ClientError } from '../client-error.js'
import type { Relay } from '../ports.js'

type Order = Pick<Suspension, 'authority' | 'standing' | 'reason'> & { readonly at: Date }

/**
 * The operator's word that the mail of an authority stops, or goes on, from now.
 *
 * @param key - the operator's, which the relay's entry names.
 * @returns digest of the evidence X.4.
 * @throws ClientError `usage` without a reason; RelayProblem `authority-unknown`, `statement-invalid`
 */
export async function suspendAuthority(
  relay: Relay,
  key: SigningKey,
  { authority, standing, reason: written, at }: Order,
): Promise<string> {
  const now = at.toISOString()
  const reason = plainText(written)
  if (reason === '') {
    throw new ClientError('usage', 'a reason is needed', 'It is published for everybody to read.')
  }
  const suspension = await signSuspension(
    { authority, standing, reason, since: now, declared: now },
    key,
  )
  const { evidence } = await relay.call('publishSuspension', { body: { suspension } })
  return evidence.digest
}
