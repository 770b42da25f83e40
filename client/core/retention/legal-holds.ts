import { signInquiry } from '#crypto/directory/inquiry.js'
import { type PackageId, plainText } from '#crypto/fields/fields.js'
import { type HoldScope, LegalHold, signHold, verifyHold } from '#crypto/retention/legal-hold.js'
import { ClientError } from '../client-error.js'
import type { Operator } from '../operations/operator.js'
import { operatorsOwn } from '../operations/operators-own.js'
import type { Relay } from '../ports.js'

type Holder = Pick<Operator, 'key' | 'relay' | 'trust'>
type Declared = { readonly evidence: string; readonly begun: readonly PackageId[] }

/**
 * What the operator said last of each legal hold, lifted ones too, also under a key that was changed since.
 *
 * @throws CryptoError as {@link operatorsOwn}, for one that somebody else signed.
 */
export async function legalHolds(
  holder: Holder,
  relay: Relay,
  at: Date,
): Promise<readonly LegalHold[]> {
  const { id } = holder.relay
  const inquiry = await signInquiry({ relay: id, declared: at.toISOString() }, holder.key)
  const { holds } = await relay.call('listHolds', { body: { inquiry } })
  const verify = operatorsOwn(holder, relay)
  const kind = { typ: 'rogatory-hold', payload: LegalHold, byEntry: verifyHold } as const
  const said = await Promise.all(holds.map(({ statement }) => verify(statement, kind)))
  return [...new Map(said.map(({ payload }) => [payload.hold, payload])).values()]
}

/**
 * Keeps content from deletion from now on.
 *
 * @returns digest of the evidence X.6, and the packages whose deletion had begun before, whatever the hold
 *   covers: look whether one of them should have been held.
 */
export const placeHold = (
  holder: Holder,
  relay: Relay,
  hold: { readonly hold: string; readonly scope: HoldScope; readonly reason: string },
  at: Date,
): Promise<Declared> => declare(holder, relay, { ...hold, standing: 'placed' }, at)

/** Lets it go again. @throws {@link ClientError} `usage` if no such hold is placed. */
export async function liftHold(
  holder: Holder,
  relay: Relay,
  { hold, reason }: { readonly hold: string; readonly reason: string },
  at: Date,
): Promise<Declared> {
  const placed = (await legalHolds(holder, relay, at)).find((one) => one.hold === hold)
  if (placed?.standing !== 'placed') {
    throw new ClientError(
      'usage',
      `no hold ${hold} is placed`,
      'See them: rogatory operator hold list',
    )
  }
  return declare(holder, relay, { hold, reason, scope: placed.scope, standing: 'lifted' }, at)
}

async function declare(
  { key, relay: { id } }: Holder,
  relay: Relay,
  said: Omit<LegalHold, 'relay' | 'declared'>,
  at: Date,
): Promise<Declared> {
  const hold = await signHold(
    { relay: id, ...said, reason: plainText(said.reason), declared: at.toISOString() },
    key,
  )
  const { evidence, begun } = await relay.call('publishHold', { body: { hold } })
  return { evidence: evidence.digest, begun }
}
