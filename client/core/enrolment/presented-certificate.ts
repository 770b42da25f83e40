import { openIdentityKey } from '#crypto/pki/encrypted-key.js'
import { fromPkcs12 } from '#crypto/pki/from-pkcs12.js'
import type { IdentityKey } from '#crypto/pki/identity.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { ClientError } from '../client-error.js'

/** A certificate that somebody else has issued, and its key where that came along. */
export type PresentedCertificate = {
  /** As `x5c` has it: the leaf first, without the root. */
  readonly chain: readonly string[]
  readonly key: IdentityKey | undefined
}

type Presented = {
  /** Octets of PEM or PKCS#12. */
  readonly certificate: Uint8Array<ArrayBuffer>
  /** PKCS#8 in PEM, in plain or under the passphrase. */
  readonly key: Uint8Array | undefined
  /** How a refusal names the file of the certificate. */
  readonly name: string
}

const DER_SEQUENCE = 0x30

/**
 * Reads what a certificate authority has delivered: certificates in PEM, the leaf first, with the key in a
 * file of its own, or a PKCS#12 file that holds both. Roots in it are left out: they come from the trust list.
 *
 * @param passphrase - asked for only where something is under one.
 * @throws {@link ClientError} `usage`; CryptoError `pki/passphrase`, `pki/weak` for an old protection of
 *   PKCS#12, `pki/malformed` among others.
 */
export async function presentedCertificate(
  { certificate, key, name }: Presented,
  passphrase: () => Promise<string>,
): Promise<PresentedCertificate> {
  if (certificate[0] === DER_SEQUENCE) {
    const { chain, key: own, privateKeyPem } = await fromPkcs12(certificate, await passphrase())
    return { chain: chain.map(({ x5c }) => x5c), key: { ...own, privateKeyPem } }
  }
  const blocks = new TextDecoder()
    .decode(certificate)
    .match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g)
  const chain = (blocks ?? [])
    .map((pem) => readCertificate(pem))
    .filter(({ role }) => role !== 'root')
    .map(({ x5c }) => x5c)
  if (chain.length === 0) {
    throw new ClientError(
      'usage',
      `${name} holds no certificate of an authority`,
      'Give PEM, your certificate first and its issuers after it, or a PKCS#12 file.',
    )
  }
  if (key === undefined) return { chain, key: undefined }
  const pem = new TextDecoder().decode(key)
  const isPlain = pem.trimStart().startsWith('-----BEGIN PRIVATE KEY-----')
  return { chain, key: await openIdentityKey(pem, isPlain ? '' : await passphrase()) }
}
