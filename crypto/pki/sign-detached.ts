/**
 * Detached CMS signatures (RFC 5652) of an identity, as PDF documents bear them.
 *
 * Made with the writer of this folder rather than with node-forge, which can sign CMS by
 * RSASSA-PKCS1-v1_5 alone: an identity's key signs by RSASSA-PSS or ECDSA and nothing else.
 *
 * @packageDocumentation
 */
import { sha256 } from '../bytes/sha256.js'
import { syntaxOf } from './certificate.js'
import type { Octets } from './der/read-der.js'
import { explicit, TAG } from './der/tag.js'
import {
  byOctets,
  der,
  octetString,
  oid,
  sequence,
  setOf,
  unsignedInteger,
} from './der/write-der.js'
import type { Identity } from './identity.js'
import { OID } from './oid.js'
import { signAsIdentity } from './sign-as-identity.js'
import { signingCertificate } from './signing-certificate.js'

const SHA256 = sequence(oid(OID.sha256))
/** `[0] IMPLICIT` over a SET: signed attributes, and the set of certificates. */
const IMPLICIT_SET = explicit(0)

/**
 * Signs octets that stand elsewhere: SignedData without content, the identity's chain inside, the signed
 * attributes of CAdES baseline B (ETSI EN 319 122-1 §6.3: contentType, messageDigest,
 * signingCertificateV2). It names no signing time: a signer's word for one belongs into the document.
 *
 * @returns DER of the ContentInfo.
 */
export async function signDetached(
  content: Uint8Array,
  { certificate, chain, key }: Pick<Identity, 'certificate' | 'chain' | 'key'>,
): Promise<Octets> {
  const { issuer, serial } = syntaxOf(certificate)
  const attributes = [
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, octetString(await sha256(content))),
    attribute(OID.signingCertificateV2, await signingCertificate(certificate.der)),
  ]
  // Signed is the SET itself (RFC 5652 §5.4), kept is its implicitly tagged form.
  const { algorithm, signature } = await signAsIdentity(key, setOf(...attributes))
  const signerInfo = sequence(
    unsignedInteger(1),
    sequence(issuer, unsignedInteger(serial)),
    SHA256,
    der(IMPLICIT_SET, ...[...attributes].sort(byOctets)),
    algorithm,
    octetString(signature),
  )
  const certificates = chain.map((one) => one.der).sort(byOctets)
  const signedData = sequence(
    unsignedInteger(1),
    setOf(SHA256),
    sequence(oid(OID.data)),
    der(IMPLICIT_SET, ...certificates),
    der(TAG.set, signerInfo),
  )
  return sequence(oid(OID.signedData), der(explicit(0), signedData))
}

const attribute = (type: string, value: Octets): Octets => sequence(oid(type), setOf(value))
