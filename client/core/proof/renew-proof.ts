import { toBase64 } from '#crypto/bytes/bytes.js'
import type { TrustList } from '#crypto/directory/trust-list.js'
import type { Attestor, Verdict } from '#crypto/proof/fact.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { prepareRenewal } from '#crypto/proof/prepare-renewal.js'
import { serialiseBundle } from '#crypto/proof/serialise-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { ClientError } from '../client-error.js'

/** A time-stamping authority. */
export type Stamper = {
  /** As it is told to people. */
  readonly name: string
  /** DER of its tokens over the data, each verified; never none. */
  readonly stamp: (data: Uint8Array) => Promise<readonly Uint8Array[]>
}

export type RenewedProof = {
  /** The renewed `.rogatory-proof` file. */
  readonly octets: Uint8Array<ArrayBuffer>
  readonly verdict: Verdict
  /** How many renewals it has now. */
  readonly renewals: number
  /** When the last of the new time-stamps ages, RFC 3339. */
  readonly goodUntil: string
  /** Authorities that gave nothing. */
  readonly failed: readonly { readonly authority: string; readonly error: unknown }[]
}

type Renewing = {
  readonly trust: TrustList
  readonly stampers: readonly Stamper[]
  readonly now: () => Date
}

/**
 * Renews a proof bundle: has its whole story stamped anew, older time-stamps included, while they are
 * good. What comes out is verified before it is handed on, and what does not verify is not renewed: a
 * fresh time-stamp over a forgery would lend it a face.
 *
 * @throws {@link ClientError} `proof-contradicted`; `proof-aged` if it has no time-stamp that is still good;
 *   `timestamp-refused` if no authority stamps, or none by which the renewal would hold; CryptoError
 *   `proof/malformed`.
 */
export async function renewProof(
  octets: Uint8Array,
  { trust, stampers, now }: Renewing,
): Promise<RenewedProof> {
  const bundle = parseBundle(octets)
  requireRenewable(await verifyBundle(bundle, trust, { at: now() }))
  const next = await prepareRenewal(bundle, trust)
  const asked = await Promise.allSettled(stampers.map(({ stamp }) => stamp(next.octets)))
  const tokens = asked.flatMap((one) => (one.status === 'fulfilled' ? one.value.map(toBase64) : []))
  const failed = asked.flatMap((one, i) =>
    one.status === 'rejected'
      ? [{ authority: stampers[i]?.name ?? '', error: one.reason as unknown }]
      : [],
  )
  if (tokens.length === 0) throw nothing(failed)
  const renewed = serialiseBundle(next.with([...new Set(tokens)]))
  const verdict = await verifyBundle(parseBundle(renewed), trust, { at: now() })
  const renewals = (bundle.renewals?.length ?? 0) + 1
  const good = goodOf(verdict, renewals)
  const goodUntil = good
    .map(({ validUntil }) => validUntil)
    .toSorted()
    .at(-1)
  if (verdict.verdict === 'contradicted' || goodUntil === undefined) throw nothing(failed)
  return { octets: renewed, verdict, renewals, goodUntil, failed }
}

const goodOf = ({ facts }: Verdict, renewal: number): readonly Attestor[] =>
  facts
    .filter(({ fact }) => fact === 'time-stamped')
    .flatMap(({ attestors = [] }) => attestors)
    .filter((attestor) => attestor.renewal === renewal && attestor.worth === 'good')

function requireRenewable({ verdict, facts }: Verdict): void {
  if (verdict === 'contradicted') {
    const falsehoods = facts.filter(({ standing }) => standing === 'contradicted')
    throw new ClientError(
      'proof-contradicted',
      `a bundle that is contradicted is not renewed: ${falsehoods.map(({ text }) => text).join(' ')}`,
      'Keep it as it is, and ask whoever gave it to you for another; see “rogatory verify”.',
    )
  }
  const stamped = facts.find(({ fact }) => fact === 'time-stamped')
  if (stamped?.standing === 'proved') return
  throw new ClientError(
    'proof-aged',
    `the bundle has no time-stamp that is good and could be renewed: ${stamped?.text ?? ''}`,
    'Export it again from the relay if it can be: rogatory proof export.',
  )
}

function nothing(failed: RenewedProof['failed']): ClientError {
  const why = failed.map(
    ({ authority, error }) =>
      `${authority}: ${error instanceof Error ? error.message : 'no answer'}`,
  )
  return new ClientError(
    'timestamp-refused',
    `no time-stamp was given by which the renewal holds${why.length > 0 ? ` (${why.join('; ')})` : ''}`,
    'The authority must be under a time-stamping root of your trust list; try again, or name another with --tsa.',
  )
}
