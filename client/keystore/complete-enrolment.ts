import { readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { YEAR_MS } from '#crypto/clock/durations.js'
import { importSigningKey } from '#crypto/keys/import-private.js'
import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { sealKeystore } from '#crypto/keystore/seal-keystore.js'
import type { KeystoreContent } from '#crypto/keystore/keystore-file.js'
import { openIdentityKey } from '#crypto/pki/encrypted-key.js'
import { fromPkcs12 } from '#crypto/pki/from-pkcs12.js'
import type { Identity } from '#crypto/pki/identity.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { toPkcs12 } from '#crypto/pki/to-pkcs12.js'
import { ClientError } from '../core/client-error.js'
import {
  EnrolmentPublication,
  prepareEnrolment,
  publishEnrolment,
} from '../core/enrolment/enrol-authority.js'
import { enrolmentOutcome } from '../core/enrolment/enrolment-outcome.js'
import type { Relay } from '../core/ports.js'
import { readInvitation } from '../core/enrolment/read-invitation.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { writeDurably } from '../files/write-durably.js'
import {
  type BegunEnrolment,
  enrolmentFiles,
  type EnrolmentPlace,
  privateFolder,
  readFileAs,
  trustAtPath,
} from './enrolment-folder.js'
import type { Profile } from './profile.js'

type Reach = (origin: string, key: SigningKey | undefined, now: () => Date) => Relay

/**
 * Completes an enrolment that the operator has approved: certificate, operational keys, officers, entry,
 * vault; every officer's home is ready afterwards. Keys are kept before anything is published and profiles
 * are written last, so whatever was cut off is completed by the next call.
 *
 * @throws {@link ClientError} `enrolment-unknown` if none was begun here, `enrolment-pending`,
 *   `enrolment-refused`, `enrolment-untrusted`; CryptoError `pki/passphrase`, `pki/…`.
 */
export async function completeEnrolment(
  place: EnrolmentPlace,
  reach: Reach,
  now: () => Date,
): Promise<void> {
  const { homes } = place
  const [first = ''] = homes
  const done = await exists(join(first, 'profile.json'))
  if (done && place.relay === undefined) return
  const relay = place.relay ?? (await readInvitation((await begunIn(place)).invitation)).relay
  if (!done) await publish(place, (key) => reach(relay.origin, key, now), now())
  // The last home first: the first one's profile says that all is done.
  for (const home of homes.toReversed()) await writeProfile(home, place, relay)
}

async function publish(
  place: EnrolmentPlace,
  relay: (key?: SigningKey) => Relay,
  at: Date,
): Promise<void> {
  const publication = await preparedPublication(place, relay(), at)
  const [first = ''] = place.homes
  const keystore = await readFile(join(first, 'officer.keystore'), 'utf8')
  const admin = await openKeystore(keystore, await place.passphrase(first))
  await publishEnrolment(publication, await importSigningKey(admin.signingKey), relay)
}

/** @throws {@link ClientError} `enrolment-unknown` */
export async function begunIn(place: Pick<EnrolmentPlace, 'folder'>): Promise<BegunEnrolment> {
  const begun = await enrolmentFiles(place).begun()
  if (begun !== undefined) return begun
  throw new ClientError(
    'enrolment-unknown',
    `no enrolment was begun in ${place.folder}`,
    'Begin one with: rogatory enrol begin',
  )
}

async function preparedPublication(
  place: EnrolmentPlace,
  relay: Relay,
  at: Date,
): Promise<EnrolmentPublication> {
  const files = enrolmentFiles(place)
  const kept = await files.publication()
  if (kept !== undefined) return readFileAs(EnrolmentPublication, kept, 'publication.json')
  const begun = await begunIn(place)
  const identity = await certifiedIdentity(begun, place, relay, at)
  const prepared = await prepareEnrolment({
    data: begun.data,
    identity: { key: identity.key, chain: identity.chain.map(({ x5c }) => x5c) },
    officers: begun.officers,
    suite: begun.suite,
    at,
    validTo: new Date(Math.min(at.getTime() + YEAR_MS, identity.certificate.notAfter.getTime())),
  })
  await writeKeystore(place, place.folder, 'operational.keystore', prepared.operational)
  for (const [position, { keys }] of prepared.officers.entries()) {
    const home = place.homes[position] ?? ''
    await privateFolder(home)
    await writeKeystore(place, home, 'officer.keystore', keys)
  }
  await files.keepPublication(JSON.stringify(prepared.publication))
  return prepared.publication
}

async function certifiedIdentity(
  { application }: BegunEnrolment,
  place: EnrolmentPlace,
  relay: Relay,
  at: Date,
): Promise<Identity> {
  const files = enrolmentFiles(place)
  const passphrase = await place.passphrase(place.folder)
  const kept = await files.identity()
  if (kept !== undefined) {
    const identity = await fromPkcs12(kept, passphrase)
    await files.forgetIdentityKey()
    return identity
  }
  const outcome = await enrolmentOutcome(application, await trustAtPath(place.trust), relay, at)
  if (outcome.state === 'refused') {
    const message = `the operator has refused: ${outcome.reason}`
    throw new ClientError('enrolment-refused', message, 'Ask the operator for another invitation.')
  }
  if (outcome.state === 'waiting') {
    const remedy = 'Read the fingerprint to the operator, then try again.'
    throw new ClientError('enrolment-pending', 'the operator has not decided yet', remedy)
  }
  const key = await openIdentityKey((await files.identityKey()) ?? '', passphrase)
  const [certificate, ...issuers] = outcome.chain.map((x5c) => readCertificate(x5c))
  if (certificate === undefined) throw new TypeError('an approval without a certificate')
  const { privateKeyPem } = key
  const identity = { certificate, chain: [certificate, ...issuers], key, privateKeyPem }
  await files.keepIdentity(await toPkcs12(identity, passphrase))
  await files.forgetIdentityKey()
  return identity
}

async function writeKeystore(
  place: EnrolmentPlace,
  folder: string,
  name: string,
  content: KeystoreContent,
): Promise<void> {
  const sealed = await sealKeystore(content, await place.passphrase(folder))
  await writeDurably(join(folder, name), sealed)
}

async function writeProfile(
  home: string,
  { trust, passphraseFile }: EnrolmentPlace,
  relay: Profile['relay'],
): Promise<void> {
  const profile: Profile = {
    relay,
    keystore: 'officer.keystore',
    trust: relative(home, trust),
    ...(passphraseFile === undefined ? {} : { passphraseFile }),
  }
  await writeDurably(join(home, 'profile.json'), `${JSON.stringify(profile, undefined, 2)}\n`)
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )
