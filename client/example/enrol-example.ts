import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { randomBytes } from 'node:crypto'
import { readTrustList } from '#crypto/directory/trust-list.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { importSigningKey } from '#crypto/keys/import-private.js'
import type { KeystoreContent } from '#crypto/keystore/keystore-file.js'
import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { sealKeystore } from '#crypto/keystore/seal-keystore.js'
import { createCertificateRequest } from '#crypto/pki/certificate-request.js'
import { fromPkcs12 } from '#crypto/pki/from-pkcs12.js'
import { generateIdentityKey } from '#crypto/pki/identity-key.js'
import type { Identity } from '#crypto/pki/identity.js'
import { issueCertificate } from '#crypto/pki/issue-certificate.js'
import { toPkcs12 } from '#crypto/pki/to-pkcs12.js'
import {
  EnrolmentPublication,
  prepareEnrolment,
  publishEnrolment,
} from '../core/enrol-authority.js'
import { writeDurably } from '../files/write-durably.js'
import type { Profile } from '../keystore/profile.js'
import { httpRelay } from '../transport/http-relay.js'
import type { ExampleAuthority } from './authorities.js'

export type Place = { readonly data: string; readonly origin: string; readonly relayId: string }

const YEAR_MS = 365 * 24 * 3_600_000
const now = () => new Date()

/**
 * Enrols one example authority, playing both its own part and the operator's: key, certificate from
 * the network root, entry, officers, vault. Each officer's home is ready to use, with a random
 * passphrase in a file beside the keystore: convenient for trying, wrong for anything else.
 *
 * Keys are kept before anything is published and profiles are written last, so a start that was cut
 * off is completed by the next one.
 */
export async function enrolExample(authority: ExampleAuthority, place: Place): Promise<void> {
  const homes = authority.officers.map(({ home }) => join(place.data, home))
  const [first = ''] = homes
  if (!(await exists(join(first, 'profile.json')))) {
    const publication = await preparedPublication(authority, place, homes)
    const keystore = await readFile(join(first, 'officer.keystore'), 'utf8')
    const admin = await openKeystore(keystore, await passphraseOf(first))
    await publishEnrolment(publication, await importSigningKey(admin.signingKey), (key) =>
      httpRelay(place.origin, key, now),
    )
  }
  // The last home first: the first one's profile says that all is done.
  for (const home of homes.toReversed()) await writeProfile(home, place)
}

async function preparedPublication(
  authority: ExampleAuthority,
  place: Place,
  homes: readonly string[],
): Promise<EnrolmentPublication> {
  const folder = join(place.data, authority.data.authority)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'publication.json')
  const kept = await readFile(file, 'utf8').catch(() => undefined)
  if (kept !== undefined) return EnrolmentPublication.parse(JSON.parse(kept))

  const identity = await certifiedIdentity(authority, place.data, folder)
  const at = now()
  const prepared = await prepareEnrolment({
    data: authority.data,
    identity: { key: identity.key, chain: identity.chain.map(({ x5c }) => x5c) },
    officers: authority.officers,
    suite: 'x25519',
    at,
    validTo: new Date(at.getTime() + YEAR_MS),
  })
  await writeKeystore(folder, 'operational.keystore', prepared.operational)
  for (const [position, { keys }] of prepared.officers.entries()) {
    const home = homes[position] ?? ''
    await mkdir(home, { recursive: true, mode: 0o700 })
    await writeKeystore(home, 'officer.keystore', keys)
  }
  await writeDurably(file, JSON.stringify(prepared.publication))
  return prepared.publication
}

/** The identity, kept in PKCS#12; certified by the network root as the operator would after checking. */
async function certifiedIdentity(
  { data }: ExampleAuthority,
  dataFolder: string,
  folder: string,
): Promise<Identity> {
  const file = join(folder, 'identity.p12')
  const passphrase = await passphraseOf(folder)
  const kept = await readFile(file).catch(() => undefined)
  if (kept !== undefined) return fromPkcs12(kept, passphrase)

  const key = await generateIdentityKey()
  const name = data.names['en'] ?? data.authority
  const subject = { party: data.authority, name: name.slice(0, 64), state: data.state }
  const request = await createCertificateRequest(subject, key)
  const root = await operatorRoot(dataFolder)
  const issuedAt = now()
  const certificate = await issueCertificate(request, {
    ...subject,
    role: 'authority',
    issuer: root,
    notBefore: issuedAt,
    notAfter: new Date(issuedAt.getTime() + 2 * YEAR_MS),
  })
  const identity = { certificate, chain: [certificate], key, privateKeyPem: key.privateKeyPem }
  await writeDurably(file, await toPkcs12(identity, passphrase))
  return identity
}

async function operatorRoot(dataFolder: string): Promise<Identity> {
  const folder = join(dataFolder, 'operator')
  const passphrase = (await readFile(join(folder, 'passphrase.txt'), 'utf8')).trim()
  return fromPkcs12(await readFile(join(folder, 'network-root.p12')), passphrase)
}

async function writeKeystore(
  folder: string,
  name: string,
  content: KeystoreContent,
): Promise<void> {
  await writeDurably(join(folder, name), await sealKeystore(content, await passphraseOf(folder)))
}

async function writeProfile(home: string, { data, origin, relayId }: Place): Promise<void> {
  const trust = join(data, 'trust.json')
  readTrustList(await readFile(trust, 'utf8'))
  const profile: Profile = {
    relay: { origin, id: AuthorityId.parse(relayId) },
    keystore: 'officer.keystore',
    trust: relative(home, trust),
    passphraseFile: 'passphrase',
  }
  await writeDurably(join(home, 'profile.json'), `${JSON.stringify(profile, undefined, 2)}\n`)
}

/** The passphrase of one example folder: made once, random, and no secret to whoever sees the folder. */
async function passphraseOf(folder: string): Promise<string> {
  const file = join(folder, 'passphrase')
  if (!(await exists(file))) {
    await writeFile(file, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600 })
  }
  return (await readFile(file, 'utf8')).trim()
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )
