import type { VerifiedCredential } from '../../directory/verify-credential.js'
import type { Case } from '../case.js'
import { withdrawing } from '../entry-versions.js'
import { type Fact, factOf } from '../fact.js'

/**
 * Judges the key of an officer at the moment its act was observed: whether it was revoked, and whether the authority
 * had taken back the key that vouches for it, by a later version of its entry.
 *
 * A revocation, or a version, that the relay was told of only afterwards, though it reaches back before the act,
 * leaves the act claimed: neither may a thief's act stand as proved, nor may an authority unsay what
 * its officer signed. That the relay found the key good is part of its evidence's policy.
 *
 * @param observed - undefined if only whoever signed says when it was.
 */
export function judgeStanding(
  { payload: officer, kid: voucher }: VerifiedCredential,
  { revocations, versions }: Pick<Case, 'revocations' | 'versions'>,
  observed: Date | undefined,
  act: string,
): Fact {
  const { authority, kid, name } = officer
  const data = { authority, kid, act }
  const clocks = observed ? { observed: observed.toISOString() } : {}
  const of = (standing: Fact['standing'], text: string, more: Fact['data'] = {}) =>
    factOf('key-not-revoked', standing, text, {
      statement: act,
      data: { ...data, ...more },
      clocks,
    })
  const own = revocations.filter(
    ({ revocation: { payload } }) => payload.kid === kid && payload.authority === authority,
  )
  if (!observed) {
    return own.length > 0
      ? of(
          'contradicted',
          `The key of ${name} was revoked, and nothing shows that it signed before.`,
        )
      : of('claimed', `No revocation of the key of ${name} is here; when it signed is not shown.`)
  }
  const mayHaveKnown = ({ told }: { readonly told: Date | undefined }) =>
    told === undefined || told <= observed
  const reaching = own.filter(({ revocation }) => new Date(revocation.payload.since) <= observed)
  if (reaching.some(mayHaveKnown)) {
    return of('contradicted', `The key of ${name} was revoked when it signed.`)
  }
  const without = withdrawing(versions, { authority, kid: voucher }, observed)
  const [withdrawn] = without.toSorted((a, b) => Number(mayHaveKnown(b)) - Number(mayHaveKnown(a)))
  const more = withdrawn && {
    entry: withdrawn.digest,
    version: String(withdrawn.claims.version),
  }
  if (withdrawn && mayHaveKnown(withdrawn)) {
    const text = `The key that vouches for ${name} was in the entry of ${authority} no longer (version ${withdrawn.claims.version}).`
    return of('contradicted', text, more)
  }
  if (reaching.length > 0 || withdrawn) {
    const what = reaching.length > 0 ? `key of ${name}` : `key that vouches for ${name}`
    const text = `The ${what} was declared revoked from before it signed, but only afterwards.`
    return of('claimed', text, more)
  }
  return of('proved', `The key of ${name} was in good standing when the relay observed this.`)
}
