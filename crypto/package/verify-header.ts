import { type Actor, type OfficerAct, verifyAct } from '../directory/verify-act.js'
import { CryptoError } from '../errors.js'
import type { Readable } from '../statement/read-statement.js'
import { Header } from './header.js'

/** A header with the credential of the officer who signed it. */
export type VerifiedHeader = OfficerAct<Header>

/**
 * Verifies a header by the officer whose credential comes with it.
 *
 * The officer's role, the entry that the header names and the recipients are not judged here: to a
 * relay they are reasons for evidence A.2, which names a header that somebody did sign.
 *
 * @throws {@link CryptoError} `package/header` if the officer is of another authority than the sender;
 *   and as {@link verifyAct}.
 */
export async function verifyHeader(statement: Readable, by: Actor): Promise<VerifiedHeader> {
  const header = await verifyAct(statement, { typ: 'rogatory-header', payload: Header }, by)
  if (header.payload.sender !== header.credential.payload.authority) {
    throw new CryptoError('package/header', 'signed by an officer of another authority')
  }
  return header
}
