import type { VerifiedCredential } from '../../directory/verify-credential.js'
import { type Fact, factOf } from '../fact.js'
import type { KnownRevocation } from './judge-revocations.js'

/**
 * Judges the key of an officer at the moment its act was observed.
 *
 * A revocation that the relay was told of only afterwards, though it reaches back before the act,
 * leaves the act claimed: neither may a thief's act stand as proved, nor may an authority unsay what
 * its officer signed. That the relay found the key good is part of its evidence's policy.
 *
 * @param observed - undefined if only whoever signed says when it was.
 */
export function judgeStanding(
  { payload: officer }: VerifiedCredential,
  known: readonly KnownRevocation[],
  observed: Date | undefined,
  act: string,
): Fact {
  const data = { authority: officer.authority, kid: officer.kid, act }
  const clocks = observed ? { observed: observed.toISOString() } : {}
  const of = (standing: Fact['standing'], text: string) =>
    factOf('key-not-revoked', standing, text, { statement: act, data, clocks })
  const own = known.filter(
    ({ revocation: { payload } }) =>
      payload.kid === officer.kid && payload.authority === officer.authority,
  )
  if (!observed) {
    return own.length > 0
      ? of(
          'contradicted',
          `The key of ${officer.name} was revoked, and nothing shows that it signed before.`,
        )
      : of(
          'claimed',
          `No revocation of the key of ${officer.name} is here; when it signed is not shown.`,
        )
  }
  const reaching = own.filter(({ revocation }) => new Date(revocation.payload.since) <= observed)
  if (reaching.some(({ told }) => told === undefined || told <= observed)) {
    return of('contradicted', `The key of ${officer.name} was revoked when it signed.`)
  }
  if (reaching.length > 0) {
    const text = `The key of ${officer.name} was declared revoked from before it signed, but only afterwards.`
    return of('claimed', text)
  }
  return of(
    'proved',
    `The key of ${officer.name} was in good standing when the relay observed this.`,
  )
}
