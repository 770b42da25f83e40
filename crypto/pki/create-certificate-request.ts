import forge from 'node-forge'
import type { SigningKey } from '../keys/key.js'
import { subjectOf } from './certificate-template.js'
import { explicit, implicit } from './der/tag.js'
import {
  ascii,
  bitString,
  der,
  octetString,
  oid,
  sequence,
  setOf,
  unsignedInteger,
} from './der/write-der.js'
import { derOf } from './forge-bytes.js'
import { OID } from './oid.js'
import { toPem } from './pem.js'
import { spkiOf } from './public-key.js'
import { type LeafRole, partyUri, requireParty } from './role.js'
import { signAsIdentity } from './sign-as-identity.js'

/**
 * Asks for a certificate. Signed by RSASSA-PSS or ECDSA, so that the identity key knows one scheme only.
 *
 * @param applicant - id, name for people, State, and the role asked for (authority unless said).
 * @param key - RSA from 3072 bits, as `generateIdentityKey` makes it, or on P-256 or P-384.
 * @returns PEM.
 * @throws {@link CryptoError} `pki/name` for a bad id, name or State; `pki/weak` for another key.
 */
export async function createCertificateRequest(
  applicant: {
    readonly party: string
    readonly name: string
    readonly state?: string
    readonly role?: LeafRole
  },
  key: SigningKey,
): Promise<string> {
  const { party, name, state, role = 'authority' } = applicant
  const request = forge.pki.createCertificationRequest()
  request.setSubject(subjectOf(name, state))
  const uri = der(implicit(6), ascii(partyUri(role, requireParty(party))))
  const names = sequence(oid(OID.subjectAltName), octetString(sequence(uri)))
  // RFC 2986 §4.1: version, subject, key, attributes.
  const info = sequence(
    unsignedInteger(0),
    derOf(forge.pki.distinguishedNameToAsn1(request.subject)),
    spkiOf(key.jwk),
    der(explicit(0), sequence(oid(OID.extensionRequest), setOf(sequence(names)))),
  )
  const { algorithm, signature } = await signAsIdentity(key, info)
  return toPem('CERTIFICATE REQUEST', sequence(info, algorithm, bitString(signature)))
}
