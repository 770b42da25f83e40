import { Decision } from '#crypto/directory/decision.js'
import type { TrustList } from '#crypto/directory/trust-list.js'
import { verifyTrustedChain } from '#crypto/directory/verify-trusted-chain.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { ClientError } from '../client-error.js'
import type { Relay } from '../ports.js'

export type EnrolmentOutcome =
  | { readonly state: 'waiting' }
  | { readonly state: 'refused'; readonly reason: string }
  | { readonly state: 'approved'; readonly chain: readonly string[] }

/**
 * What has become of one's application. An approval is believed as far as its certificate carries: it is
 * for one's own id and key, under a root of one's own trust list.
 *
 * @throws {@link ClientError} `enrolment-untrusted`; CryptoError `pki/…` for the certificate.
 */
export async function enrolmentOutcome(
  application: string,
  trust: TrustList,
  relay: Relay,
  at: Date,
): Promise<EnrolmentOutcome> {
  const { kid, payload } = await readStatement(application)
  const digest = await digestOf(application)
  const record = await relay.call('readEnrolment', { params: { application: digest } })
  if (record.application !== application) throw untrusted('shows another application')
  if (record.decision === null) return { state: 'waiting' }
  const decision = Decision.safeParse((await readStatement(record.decision)).payload)
  if (!decision.success || decision.data.application !== digest) {
    throw untrusted('shows a decision about something else')
  }
  if (decision.data.outcome === 'refused') {
    return { state: 'refused', reason: decision.data.reason }
  }
  const { chain } = decision.data
  const { authority } = payload as { readonly authority: AuthorityId }
  const { key } = await verifyTrustedChain(chain, trust, { party: authority, at })
  if (key.kid !== kid) throw untrusted('hands out a certificate for another key')
  return { state: 'approved', chain }
}

const untrusted = (what: string) =>
  new ClientError(
    'enrolment-untrusted',
    `the relay ${what}`,
    'Do not go on. Call the operator of the network at a number you knew before.',
  )
