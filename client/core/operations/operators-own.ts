import type { z } from 'zod'
import { CryptoError } from '#crypto/errors.js'
import { verifyByVersions } from '#crypto/directory/verify-by-versions.js'
import type { VerifiedEntry } from '#crypto/directory/verify-entry.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { StatementType } from '#crypto/statement/types.js'
import { type VerifiedStatement, verifyStatement } from '#crypto/statement/verify-statement.js'
import type { Operator } from './operator.js'
import type { Relay } from '../ports.js'
import { verifyAuthorityRecord } from '../directory/verify-authority-record.js'

/** What says when it was said. */
type Declared = { readonly declared: string }

type Kind<P> = {
  readonly typ: StatementType
  readonly payload: z.ZodType<P>
  /** By an entry of the relay, as of the moment the statement declares. */
  readonly byEntry: (statement: string, relay: VerifiedEntry) => Promise<VerifiedStatement<P>>
}

/** @throws CryptoError `directory/…`, `pki/…`, `statement/…` for what the operator has not signed. */
export type OperatorsOwn = <P extends Declared>(
  statement: string,
  kind: Kind<P>,
) => Promise<VerifiedStatement<P>>

/**
 * Verifies what the operator itself once signed, as the relay gives it back: by the key at hand or, where the
 * operator has changed its key since, by the version of the relay's entry that names the one that signed. That
 * version leads to a root of the trust list, and the key must have been in force at the moment declared: also
 * not left out of an entry by then. The entries are asked for only if another key signed.
 */
export function operatorsOwn(
  { key, trust, relay: { id } }: Pick<Operator, 'key' | 'trust' | 'relay'>,
  relay: Relay,
): OperatorsOwn {
  let asked: Promise<readonly VerifiedEntry[]> | undefined
  const history = () => (asked ??= readHistory())

  async function readHistory(): Promise<readonly VerifiedEntry[]> {
    const record = await relay.call('readAuthority', { params: { authority: id } })
    const known = await verifyAuthorityRecord(record, {
      authority: id,
      kind: 'relay' as const,
      trust,
      relayWith: () => Promise.reject(unknownKey()),
    })
    return known.history
  }

  return async (statement, { typ, payload, byEntry }) => {
    const { kid } = await readStatement(statement)
    if (kid === key.kid) return verifyStatement(statement, { typ, key, payload })
    return verifyByVersions(statement, await history(), byEntry)
  }
}

const unknownKey = () =>
  new CryptoError('directory/key', 'no version of the relay’s entry has that operator key')
