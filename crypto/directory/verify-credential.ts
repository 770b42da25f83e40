import { CryptoError } from '../errors.js'
import { importSealingKey, importVerificationKey } from '../keys/import-public.js'
import { type Readable, readStatement } from '../statement/read-statement.js'
import { type VerifiedStatement, verifyStatement } from '../statement/verify-statement.js'
import { entryKey } from './entry-key.js'
import { isInForce } from './in-force.js'
import { OfficerCredential } from './officer-credential.js'
import type { VerifiedEntry } from './verify-entry.js'

export type VerifiedCredential = VerifiedStatement<OfficerCredential>

/**
 * Verifies an officer's credential by the authority's entry, at a moment.
 *
 * A credential ends with the key that vouches for it: nobody can tell when it was signed, so it is
 * held to a `credentials` key that is in force at that moment. Whether the officer's key was revoked
 * is for {@link officerStanding}.
 *
 * @throws {@link CryptoError} `directory/key` if no `credentials` key of the entry signed it;
 *   `directory/credential` if it is of another authority, not valid at that moment, or its keys are
 *   not the officer's own; `statement/…`, `keys/…` for its form, signature and keys.
 */
export async function verifyCredential(
  statement: Readable,
  entry: VerifiedEntry,
  at: Date,
): Promise<VerifiedCredential> {
  const read = await readStatement(statement)
  const credential = await verifyStatement(read, {
    typ: 'rogatory-officer',
    key: await entryKey(entry, 'credentials', at, read.kid),
    payload: OfficerCredential,
  })
  requireValid(credential, entry, at)
  await requireOwnKeys(credential.payload, entry)
  return credential
}

function requireValid({ payload }: VerifiedCredential, entry: VerifiedEntry, at: Date): void {
  if (payload.authority !== entry.payload.authority) {
    throw refused('a credential of another authority')
  }
  if (!isInForce(payload.validFrom, payload.validTo, at)) {
    throw refused('the credential was not valid at that moment')
  }
}

/** The officer's keys are different ones, and none is the authority's: no key speaks for two. */
async function requireOwnKeys(officer: OfficerCredential, entry: VerifiedEntry): Promise<void> {
  const { kid } = await importVerificationKey(officer.key)
  if (kid !== officer.kid) throw refused('a kid that is not the thumbprint of the officer’s key')
  const sealing =
    officer.sealingKey === null ? undefined : await importSealingKey(officer.sealingKey)
  const touched = await Promise.all(
    (officer.securityKeys ?? []).map(({ key }) => importVerificationKey(key)),
  )
  const kids = [
    ...[kid, ...(sealing ? [sealing.kid] : []), ...touched.map((key) => key.kid)],
    ...entry.payload.keys.map((key) => key.kid),
  ]
  if (new Set(kids).size < kids.length) throw refused('a key that is in use for something else')
}

const refused = (message: string) => new CryptoError('directory/credential', message)
