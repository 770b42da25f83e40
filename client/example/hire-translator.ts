import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LinguistProfile } from '#crypto/directory/linguist-profile.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { importSigningKey } from '#crypto/keys/import-private.js'
import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { sealKeystore } from '#crypto/keystore/seal-keystore.js'
import { addOfficer, OfficerPublicKeys } from '../core/officers/add-officer.js'
import { createOfficerKeys } from '../core/officers/create-officer-keys.js'
import type { Session } from '../core/session/session.js'
import { offerTranslator } from '../core/translation/offer-translator.js'
import { writeDurably } from '../files/write-durably.js'

export type Hired = {
  readonly home: string
  readonly name: string
  readonly profile: LinguistProfile
}

/** The key by which an example authority vouches for its officers. */
export async function credentialsKeyIn(folder: string): Promise<SigningKey> {
  const passphrase = (await readFile(join(folder, 'passphrase'), 'utf8')).trim()
  const keystore = await readFile(join(folder, 'operational.keystore'), 'utf8')
  return importSigningKey((await openKeystore(keystore, passphrase)).signingKey)
}

/**
 * Takes a translator in at an example authority: keys, home, credential, profile. As with other officers of
 * the example, the passphrase lies beside the keystore.
 *
 * @param home - of the officer who takes them in, whose profile serves as a pattern.
 * @returns the kid of the translator's key.
 */
export async function hireTranslator(
  data: string,
  {
    session,
    home: pattern,
    credentialsKey,
  }: {
    readonly session: Session
    readonly home: string
    readonly credentialsKey: SigningKey
  },
  { home, name, profile }: Hired,
): Promise<string> {
  const folder = join(data, home)
  const keys = await createOfficerKeys(session.officer.authority, 'x25519')
  const passphrase = randomBytes(18).toString('base64url')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(join(folder, 'passphrase'), `${passphrase}\n`, { mode: 0o600 })
  await writeDurably(join(folder, 'officer.keystore'), await sealKeystore(keys.content, passphrase))
  await writeDurably(
    join(folder, 'profile.json'),
    await readFile(join(data, pattern, 'profile.json'), 'utf8'),
  )
  const known = OfficerPublicKeys.parse({ authority: session.officer.authority, ...keys.public })
  await addOfficer(session, credentialsKey, { name, roles: ['translator'], keys: known })
  await offerTranslator(session, credentialsKey, keys.public.signing.kid, profile)
  return keys.public.signing.kid
}
