import type { Actor, OfficerAct } from '../../directory/verify-act.js'
import type { Readable } from '../../statement/read-statement.js'
import { firstOf, type Outcome } from '../attempt.js'
import type { Case } from '../case.js'
import { type Doubt, doubtOfEntry } from '../doubt.js'
import type { Piece } from '../pieces.js'

/** More credentials and versions of an entry than one officer has; a bound on work. */
const MAX_PAIRS = 8

/** Undefined if no credential and entry are here by which it could be judged. */
export type ActOutcome<P> = Outcome<JudgedAct<P>> | undefined

/** `doubt`: of the certificate behind the entry by which it holds. */
type JudgedAct<P> = OfficerAct<P> & { readonly doubt: Doubt | undefined }

/**
 * Whether an officer signed a statement, by the credentials and entries of a bundle. The standing of the key is for
 * `judgeStanding`.
 *
 * @param by - `at`: when it was observed; `authority`: of the officer that it falls to, since another may have
 *   vouched for the same key. Undefined if it falls to nobody: then of any.
 */
export function judgeAct<P>(
  { pieces, identify }: Case,
  { read: statement, kid }: Piece<unknown>,
  { at, authority: whose }: { readonly at: Date; readonly authority: string | undefined },
  verify: (statement: Readable, by: Actor) => Promise<OfficerAct<P>>,
): Promise<ActOutcome<P>> {
  const pairs = pieces.credentials
    .filter(({ claims }) => claims.kid === kid && claims.authority === (whose ?? claims.authority))
    .flatMap(({ read: credential, kid: voucher, claims: { authority } }) =>
      pieces.entries
        .filter(
          ({ claims }) =>
            claims.authority === authority &&
            claims.kind === 'authority' &&
            claims.keys.some((key) => key.kid === voucher),
        )
        .map((entry) => ({ credential, entry })),
    )
  return firstOf(
    pairs.slice(0, MAX_PAIRS),
    async ({ credential, entry: candidate }) => {
      const by = await identify(candidate, at)
      const act = await verify(statement, { credential, entry: by.entry, at })
      return { ...act, doubt: doubtOfEntry(by) }
    },
    ({ doubt }) => doubt === undefined,
  )
}
