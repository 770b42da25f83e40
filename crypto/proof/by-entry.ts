import type { DirectoryEntry } from '../directory/entry.js'
import { isInForce } from '../directory/in-force.js'
import { attempt, type Outcome } from './attempt.js'
import type { Identified, Identifier } from './identify.js'
import type { Piece } from './pieces.js'

/** An entry that may vouch for a statement, and the moment at which it would have to; see {@link Identifier}. */
export type Voucher = { readonly piece: Piece<DirectoryEntry>; readonly at?: Date }

/**
 * Entries tried for one statement: more than speak for one key at one moment in any honest story. An
 * authority could publish hundreds, and thousands of statements that each of them fails.
 */
const MAX_VOUCHERS = 16

/**
 * The first entry that leads to a root and by which a check of a statement holds, or the refusal of
 * the last; undefined if there is none to try. One whose certificate was revoked afterwards gives way to another.
 *
 * All vouchers name the very key of the statement (its `kid` is a thumbprint), so a statement whose
 * form or signature one entry shows to be false is not shown to every other.
 */
export async function byEntry<T, V extends Voucher>(
  identify: Identifier,
  vouchers: readonly V[],
  check: (by: Identified, voucher: V) => Promise<T>,
): Promise<Outcome<T> | undefined> {
  let held, last: Outcome<T> | undefined
  for (const voucher of bounded(vouchers)) {
    const identified = await attempt(() => identify(voucher.piece, voucher.at))
    last = identified.ok ? await attempt(() => check(identified.value, voucher)) : identified
    const isFalse = identified.ok && !last.ok && last.error.code.startsWith('statement/')
    const isDoubted = identified.ok && identified.value.status === 'revoked-afterwards'
    if ((last.ok && !isDoubted) || isFalse) return last
    if (last.ok) held ??= last
  }
  return held ?? last
}

/** Where there are too many, those that say of themselves that they were in force come first. */
function bounded<V extends Voucher>(vouchers: readonly V[]): readonly V[] {
  if (vouchers.length <= MAX_VOUCHERS) return vouchers
  const says = ({ piece: { claims }, at }: V) =>
    at === undefined || isInForce(claims.validFrom, claims.validTo, at)
  const others = vouchers.filter((voucher) => !says(voucher))
  return [...vouchers.filter(says), ...others].slice(0, MAX_VOUCHERS)
}
