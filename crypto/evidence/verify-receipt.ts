import { CORRESPONDENTS, requireRole } from '../directory/roles.js'
import { type Actor, type OfficerAct, verifyAct } from '../directory/verify-act.js'
import { CryptoError } from '../errors.js'
import type { Header } from '../package/header.js'
import type { Readable } from '../statement/read-statement.js'
import type { VerifiedStatement } from '../statement/verify-statement.js'
import { Receipt } from './receipt.js'

/** A receipt with the credential of the officer who signed it. */
export type VerifiedReceipt = OfficerAct<Receipt>

export type ExpectedReceipt = Actor & { readonly header: VerifiedStatement<Header> }

/**
 * Verifies a receipt: an officer of a recipient signed it, about this very header and its parts.
 *
 * Whether it is over the manifest that was sent only those can tell who have the manifest, or were
 * told its salt: {@link compareReceipt}, {@link commitManifest}.
 *
 * @throws {@link CryptoError} `evidence/receipt` if it is about another package or other parts, or
 *   of an authority that is no recipient; `directory/role`; and as {@link verifyAct}.
 */
export async function verifyReceipt(
  statement: Readable,
  expected: ExpectedReceipt,
): Promise<VerifiedReceipt> {
  const shape = { typ: 'rogatory-receipt', payload: Receipt } as const
  const receipt = await verifyAct(statement, shape, expected)
  requireRole(receipt.credential, CORRESPONDENTS)
  requireAbout(receipt, expected.header)
  return receipt
}

function requireAbout({ payload, credential }: VerifiedReceipt, header: VerifiedStatement<Header>) {
  const { package: id, recipients, parts } = header.payload
  if (payload.header !== header.digest || payload.package !== id) {
    throw refused('a receipt for another package')
  }
  if (payload.recipient !== credential.payload.authority) {
    throw refused('signed by an officer of another authority')
  }
  if (!recipients.some(({ authority }) => authority === payload.recipient)) {
    throw refused('a receipt of an authority to which it was not sent')
  }
  const isSame =
    payload.parts.length === parts.length &&
    payload.parts.every(({ part }, i) => part === parts[i]?.part)
  if (!isSame) throw refused('it names other parts than the header')
}

const refused = (message: string) => new CryptoError('evidence/receipt', message)
