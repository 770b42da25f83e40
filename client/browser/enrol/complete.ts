import { YEAR_MS } from '#crypto/clock/durations.js'
import { importSigningKey } from '#crypto/keys/import-private.js'
import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { sealKeystore } from '#crypto/keystore/seal-keystore.js'
import { openIdentityKey } from '#crypto/pki/encrypted-key.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { toPkcs12 } from '#crypto/pki/to-pkcs12.js'
import { prepareEnrolment, publishEnrolment } from '../../core/enrolment/enrol-authority.js'
import { readInvitation } from '../../core/enrolment/read-invitation.js'
import { httpRelay } from '../../transport/http-relay.js'
import { keyring } from '../api/keyring.js'
import { type Begun, enrolments } from './begun.js'

type Prepared = NonNullable<Begun['prepared']>

/**
 * Makes operational keys, entry, officer and vault for an enrolment that was approved, keeps all of it in this
 * browser, then publishes. Asked again after a crash, it publishes what was kept.
 *
 * @param chain - of the certificate that the operator has issued.
 * @throws CryptoError `pki/passphrase`, `keystore/passphrase`; RelayProblem
 */
export async function completeEnrolment(
  begun: Begun,
  chain: readonly string[],
  passphrase: string,
): Promise<Prepared> {
  const { relay } = await readInvitation(begun.invitation)
  const prepared = begun.prepared ?? (await prepare(begun, chain, passphrase))
  const admin = await openKeystore(prepared.officer, passphrase)
  await publishEnrolment(prepared.publication, await importSigningKey(admin.signingKey), (key) =>
    httpRelay(relay.origin, key, () => new Date()),
  )
  return prepared
}

async function prepare(
  begun: Begun,
  given: readonly string[],
  passphrase: string,
): Promise<Prepared> {
  const key = await openIdentityKey(begun.identityKey, passphrase)
  const [certificate, ...issuers] = given.map((x5c) => readCertificate(x5c))
  if (certificate === undefined) throw new TypeError('an approval without a certificate')
  const chain = [certificate, ...issuers]
  const at = new Date()
  const made = await prepareEnrolment({
    data: begun.data,
    identity: { key, chain: chain.map(({ x5c }) => x5c) },
    officers: [begun.officer],
    suite: 'x25519',
    at,
    validTo: new Date(Math.min(at.getTime() + YEAR_MS, certificate.notAfter.getTime())),
  })
  const [officer] = made.officers
  if (officer === undefined) throw new TypeError('one officer was asked for')
  const { privateKeyPem } = key
  const prepared: Prepared = {
    operational: await sealKeystore(made.operational, passphrase),
    officer: await sealKeystore(officer.keys, passphrase),
    identity: await toPkcs12({ certificate, chain, privateKeyPem }, passphrase),
    publication: made.publication,
  }
  const { database } = await keyring()
  await enrolments(database).keep({ ...begun, prepared })
  return prepared
}
