import { readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { EntrySigner } from '#crypto/directory/sign-entry.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { importSigningKey } from '#crypto/keys/import-private.js'
import type { SigningKey } from '#crypto/keys/key.js'
import type { KeystoreContent } from '#crypto/keystore/keystore-file.js'
import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { sealKeystore } from '#crypto/keystore/seal-keystore.js'
import { fromPkcs12 } from '#crypto/pki/from-pkcs12.js'
import type { Identity } from '#crypto/pki/identity.js'
import type { PresentedCertificate } from '../core/enrolment/presented-certificate.js'
import { cannotRead } from '../files/cannot-read.js'
import { writeDurably } from '../files/write-durably.js'
import { installCertificate } from './install-certificate.js'
import { readPresented } from './read-presented.js'

/** What an authority itself signs with, as opened from its folder. */
export type AuthorityFolder = {
  readonly authority: AuthorityId
  readonly credentialsKey: SigningKey
  readonly identity: EntrySigner
  readonly pkcs12: Identity
  /** A certificate that was delivered, read with the passphrase of this folder where it needs one. */
  present(certificate: string, key: string | undefined): Promise<PresentedCertificate>
  /** The folder with that certificate in it. Throws as {@link installCertificate}. */
  install(given: Parameters<typeof installCertificate>[3]): Promise<AuthorityFolder>
  /** The keys of a rotation: those kept by one that broke off, else the ones made here and kept now. */
  next(make: () => Promise<KeystoreContent>): Promise<KeystoreContent>
  /** The rotation is done: its keys are the operational ones now. */
  adoptNext(): Promise<void>
}

const OPERATIONAL = 'operational.keystore'
const NEXT = 'operational.next.keystore'
const IDENTITY = 'identity.p12'

/**
 * Opens the folder of an authority's own keys: `operational.keystore` and `identity.p12`, under one
 * passphrase.
 *
 * @throws ClientError `file-unreadable`; CryptoError `keystore/…`, `pki/…`
 */
export async function authorityKeysIn(
  folder: string,
  passphrase: string,
): Promise<AuthorityFolder> {
  const read = (name: string) =>
    readFile(join(folder, name)).catch(
      cannotRead(
        join(folder, name),
        'Name the folder of your authority’s keys with --authority-keys.',
      ),
    )
  const open = async (name: string) => openKeystore((await read(name)).toString(), passphrase)
  const { authority, signingKey } = await open(OPERATIONAL)
  const credentialsKey = await importSigningKey(signingKey)
  const of = (pkcs12: Identity): AuthorityFolder => ({
    authority,
    credentialsKey,
    identity: { key: pkcs12.key, chain: pkcs12.chain.map(({ x5c }) => x5c) },
    pkcs12,
    present: (certificate, key) =>
      readPresented(certificate, key, () => Promise.resolve(passphrase)),
    async install(given) {
      return of(await installCertificate(folder, passphrase, pkcs12, given))
    },
    async next(make) {
      const isKept = await stat(join(folder, NEXT)).then(
        () => true,
        () => false,
      )
      if (isKept) return open(NEXT)
      const content = await make()
      await writeDurably(join(folder, NEXT), await sealKeystore(content, passphrase))
      return content
    },
    adoptNext: () => rename(join(folder, NEXT), join(folder, OPERATIONAL)),
  })
  return of(await fromPkcs12(await read(IDENTITY), passphrase))
}
