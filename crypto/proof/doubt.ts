import { verifyEvidence } from '../evidence/verify-evidence.js'
import { byEntry } from './by-entry.js'
import type { Fact } from './fact.js'
import type { KnownVersion } from './entry-versions.js'
import { type History, type Judged, relayVouchers } from './history.js'
import { type Identified, type Identifier, laterOf } from './identify.js'
import type { Pieces } from './pieces.js'
import { isSuperseded } from './superseded-key.js'

/** Why what a relay states, though its signature holds, is no more than claimed. */
export type Doubt = 'relay-revoked' | 'relay-ended' | 'relay-superseded' | 'revoked-afterwards'

const WHY = {
  'relay-revoked':
    'the relay’s certificate had been revoked before anybody but the operator attests it, so that it may be dated back',
  'relay-ended':
    'the relay’s certificate had ended before anybody but the operator attests it, so that it may be dated back',
  'relay-superseded':
    'the relay had taken the key that signed it out of its entry by then, so that whoever holds that key may have made it',
  'revoked-afterwards':
    'the certificate that it rests on was declared revoked from before that, in a statement that its issuer published only afterwards',
} as const satisfies Record<Doubt, string>

/** That an entry's certificate was revoked from before, as its issuer published only afterwards. */
export const doubtOfEntry = (by: Pick<Identified, 'status'> | undefined): Doubt | undefined =>
  by?.status === 'revoked-afterwards' ? by.status : undefined

/** The same fact, claimed where it would be proved, with the reason told. */
export function inDoubt(fact: Fact, doubt: Doubt | undefined): Fact {
  if (fact.standing !== 'proved' || doubt === undefined) return fact
  const text = `${fact.text.replace(/\.$/, '')}; but ${WHY[doubt]}.`
  return { ...fact, standing: 'claimed', text, data: { ...fact.data, doubt } }
}

/** The same reason, for what rests on that fact. */
export const doubtIn = ({ data }: Fact): { readonly doubt?: string } =>
  data['doubt'] === undefined ? {} : { doubt: data['doubt'] }

type Circumstances = {
  readonly pieces: Pieces
  readonly identify: Identifier
  /** Of relays' entries. */
  readonly versions: readonly KnownVersion[]
  /** Digests of statements under the checkpoint. */
  readonly logged: ReadonlySet<string>
  /** By when somebody else than the operator attests that they existed. */
  readonly shown: Date | undefined
}

/**
 * The evidence that its relay could no longer have signed when somebody else attests it: by then the certificate
 * had been revoked or had ended, and evidence tells its own time. A relay that is good then speaks with its last
 * piece for those before, to which that is chained: stories outlast certificates.
 *
 * Where nobody else attests anything, the operator's clock is all there is, and nothing is measured by it. What rests
 * on a certificate that was revoked afterwards, from before, is in doubt whoever attests it; and so is what a relay
 * signed with a key that it had taken out of its entry by the time that it states. A relay that changes its keys may sign
 * with the old one for a while, and its next piece speaks for that.
 *
 * @returns by digest.
 */
export async function doubtsOf(
  { judged }: History,
  its: Circumstances,
): Promise<ReadonlyMap<string, Doubt>> {
  const doubts = new Map<string, Doubt>()
  const { shown, logged } = its
  const good = new Set<string>()
  const newestFirst = judged
    .filter(({ outcome }) => outcome?.ok)
    .toSorted((a, b) => sequenceOf(b) - sequenceOf(a))
  for (const one of newestFirst) {
    const chain = chainOf(one)
    if (chain === undefined || good.has(chain)) continue
    const { digest } = one.piece
    const isMeasured = shown !== undefined && logged.has(digest)
    const own = revokedAfterwards(one) ?? superseded(one, its.versions)
    const doubt = own ?? (isMeasured ? await doubtOf(one, { ...its, shown }) : undefined)
    if (doubt !== undefined) doubts.set(digest, doubt)
    else if (shown === undefined || isMeasured) good.add(chain)
  }
  return doubts
}

const revokedAfterwards = ({ outcome }: Judged): Doubt | undefined =>
  outcome?.ok ? doubtOfEntry(outcome.value.relay) : undefined

const superseded = (
  { piece }: Judged,
  versions: readonly KnownVersion[],
  by = new Date(piece.claims.time),
): Doubt | undefined => (isSuperseded(piece, versions, by) ? 'relay-superseded' : undefined)

const sequenceOf = ({ piece: { claims } }: Judged): number =>
  claims.about === 'directory' ? 0 : claims.sequence

/** What it is chained by; undefined for evidence that stands alone. */
const chainOf = ({ piece: { claims } }: Judged): string | undefined =>
  claims.about === 'directory'
    ? undefined
    : `${claims.issuer} ${claims.about === 'package' ? claims.header : claims.assignment}`

async function doubtOf(
  one: Judged,
  { pieces, identify, versions, shown }: Circumstances & { readonly shown: Date },
): Promise<Doubt | undefined> {
  const { piece } = one
  // A later version of the entry, under a new certificate, still speaks for the keys it keeps.
  const vouchers = relayVouchers(piece, pieces.entries).map((voucher) => ({
    piece: voucher.piece,
    at: laterOf(shown, new Date(voucher.piece.claims.validFrom)),
  }))
  const outcome = await byEntry(identify, vouchers, async (by) => {
    await verifyEvidence(piece.read, by.entry)
    return by
  })
  if (outcome?.ok) {
    const isRevoked = outcome.value.status === 'revoked-afterwards'
    return isRevoked ? 'relay-revoked' : superseded(one, versions, shown)
  }
  return outcome?.error.code === 'pki/revoked' ? 'relay-revoked' : 'relay-ended'
}
