import { CORRESPONDENTS, requireRole } from '../directory/roles.js'
import { type Actor, type OfficerAct, verifyAct } from '../directory/verify-act.js'
import { CryptoError } from '../errors.js'
import type { Header } from '../package/header.js'
import type { Readable } from '../statement/read-statement.js'
import type { VerifiedStatement } from '../statement/verify-statement.js'
import { Resealing } from './resealing.js'

export type VerifiedResealing = OfficerAct<Resealing>

/**
 * Verifies that an officer of a party signed it, about this very header and its parts, in their order. Which
 * ciphertext the parts replace, and that all of it is there, only a relay can tell.
 *
 * @throws {@link CryptoError} `resealing/statement` if it is about another package or other parts, or of an authority
 *   that is no party; `directory/role`; and as {@link verifyAct}.
 */
export async function verifyResealing(
  statement: Readable,
  by: Actor & { readonly header: VerifiedStatement<Header> },
): Promise<VerifiedResealing> {
  const shape = { typ: 'rogatory-resealing', payload: Resealing } as const
  const resealing = await verifyAct(statement, shape, by)
  requireRole(resealing.credential, CORRESPONDENTS)
  requireAbout(resealing, by.header)
  return resealing
}

function requireAbout(
  { payload, credential }: VerifiedResealing,
  header: VerifiedStatement<Header>,
) {
  const { package: id, sender, recipients, parts } = header.payload
  if (payload.header !== header.digest || payload.package !== id) {
    throw refused('it is about another package')
  }
  if (payload.authority !== credential.payload.authority) {
    throw refused('signed by an officer of another authority')
  }
  const parties = [sender, ...recipients.map(({ authority }) => authority)]
  if (!parties.includes(payload.authority)) throw refused('of an authority that is no party')
  const isSame =
    payload.parts.length === parts.length &&
    payload.parts.every(({ part }, i) => part === parts[i]?.part)
  if (!isSame) throw refused('it names other parts than the header')
}

const refused = (message: string) => new CryptoError('resealing/statement', message)
