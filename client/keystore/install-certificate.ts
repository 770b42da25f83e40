import { copyFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Identity } from '#crypto/pki/identity.js'
import { toPkcs12 } from '#crypto/pki/to-pkcs12.js'
import { certifiedIdentity } from '../core/enrolment/certified-identity.js'
import { writeDurably } from '../files/write-durably.js'

/**
 * Puts a renewed certificate into the authority's folder. The file before is kept beside it as
 * `identity.<fingerprint>.p12`; the same certificate again changes nothing.
 *
 * @returns the identity from now on. Entries are signed by it from the next version on.
 * @throws as {@link certifiedIdentity}
 */
export async function installCertificate(
  folder: string,
  passphrase: string,
  before: Identity,
  given: Parameters<typeof certifiedIdentity>[1],
): Promise<Identity> {
  const identity = await certifiedIdentity(before, given)
  if (identity === before) return before
  const file = join(folder, 'identity.p12')
  await copyFile(file, join(folder, `identity.${before.certificate.fingerprint.slice(0, 16)}.p12`))
  await writeDurably(file, await toPkcs12(identity, passphrase))
  // It was asked for with this request, and nobody needs to send it again.
  await rm(join(folder, 'identity.csr.pem'), { force: true })
  return identity
}
