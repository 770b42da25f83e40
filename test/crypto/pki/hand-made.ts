/**
 * Certificates octet by octet, also those that no honest issuer would write: what the strict
 * profile is tried against. Shares the DER writer with the code under test, nothing else.
 *
 * @packageDocumentation
 */
import { toBase64, toUtf8 } from '#crypto/bytes/bytes.js'
import type { Octets } from '#crypto/pki/der/read-der.js'
import { explicit, implicit, TAG } from '#crypto/pki/der/tag.js'
import * as write from '#crypto/pki/der/write-der.js'
import type { IdentityKey } from '#crypto/pki/identity.js'
import { OID } from '#crypto/pki/oid.js'
import { fromPem } from '#crypto/pki/pem.js'
import { spkiOf } from '#crypto/pki/public-key.js'

const { der, sequence, octetString, oid, NULL, unsignedInteger } = write
const TRUE = der(TAG.boolean, Uint8Array.of(0xff))

export type Extension = { readonly id: string; readonly critical?: boolean; readonly value: Octets }
export type Scheme = 'SHA-256' | 'SHA-512' | 'SHA-1' | 'PSS'

export type Plan = {
  readonly subject: string
  readonly issuer: string
  readonly key: IdentityKey
  readonly signer: IdentityKey
  readonly extensions: readonly Extension[]
  readonly from?: string
  readonly to?: string
  readonly scheme?: Scheme
  readonly version?: number
  readonly serial?: Octets
  readonly subjectName?: Octets
  readonly issuerName?: Octets
  readonly spki?: Octets
  /** Applied to the signed part before it is signed. */
  readonly alter?: (tbs: Octets) => Octets
}

export const commonName = (name: string): Octets => nameOf(der(TAG.utf8String, toUtf8(name)))

/** A name with one common name, in whatever string type. */
export const nameOf = (value: Octets): Octets =>
  sequence(der(TAG.set, sequence(oid('2.5.4.3'), value)))

/** Signs the plan as it is and returns DER. */
export async function handMade(plan: Plan): Promise<Octets> {
  const scheme = plan.scheme ?? 'SHA-256'
  const moment = (text: string) => write.time(new Date(text))
  const tbs = sequence(
    der(explicit(0), unsignedInteger(plan.version ?? 2)),
    plan.serial ?? unsignedInteger('01ff'),
    identifier(scheme),
    plan.issuerName ?? commonName(plan.issuer),
    sequence(moment(plan.from ?? '2026-01-01'), moment(plan.to ?? '2036-01-01')),
    plan.subjectName ?? commonName(plan.subject),
    plan.spki ?? spkiOf(plan.key.jwk),
    ...(plan.extensions.length === 0
      ? []
      : [der(explicit(3), sequence(...plan.extensions.map(extension)))]),
  )
  const signed = plan.alter?.(tbs) ?? tbs
  const signature = await sign(scheme, plan.signer.privateKeyPem, signed)
  return sequence(signed, identifier(scheme), write.bitString(signature))
}

/** The same as a member of `x5c`. */
export const handMadeX5c = async (plan: Plan): Promise<string> => toBase64(await handMade(plan))

const extension = ({ id, critical, value }: Extension): Octets =>
  sequence(oid(id), ...(critical === true ? [TRUE] : []), octetString(value))

/** The AlgorithmIdentifier of a scheme. */
export function identifier(scheme: Scheme): Octets {
  if (scheme === 'SHA-1') return sequence(oid('1.2.840.113549.1.1.5'), NULL)
  if (scheme === 'SHA-512') return sequence(oid(OID.sha512WithRsa), NULL)
  if (scheme === 'SHA-256') return sequence(oid(OID.sha256WithRsa), NULL)
  const hash = sequence(oid(OID.sha256), NULL)
  return sequence(
    oid(OID.rsaPss),
    sequence(
      der(explicit(0), hash),
      der(explicit(1), sequence(oid(OID.mgf1), hash)),
      der(explicit(2), unsignedInteger(32)),
    ),
  )
}

export async function sign(scheme: Scheme, pem: string, data: Octets): Promise<Octets> {
  const algorithm =
    scheme === 'PSS'
      ? { name: 'RSA-PSS', hash: 'SHA-256', saltLength: 32 }
      : { name: 'RSASSA-PKCS1-v1_5', hash: scheme }
  const pkcs8 = fromPem('PRIVATE KEY', pem, 8192)
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign(algorithm, key, data))
}

export const keyUsage = (unused: number, ...octets: number[]): Extension => ({
  id: OID.keyUsage,
  critical: true,
  value: der(TAG.bitString, Uint8Array.of(unused, ...octets)),
})

export const basicConstraints = (ca: boolean, pathLength?: number, critical = true): Extension => ({
  id: OID.basicConstraints,
  critical,
  value: sequence(
    ...(ca ? [TRUE] : []),
    ...(pathLength === undefined ? [] : [unsignedInteger(pathLength)]),
  ),
})

export const purposes = (critical: boolean, ...ids: string[]): Extension => ({
  id: OID.extendedKeyUsage,
  critical,
  value: sequence(...ids.map(oid)),
})

/** GeneralNames of the choice uniformResourceIdentifier. */
export const uris = (...texts: (string | Octets)[]): Extension => ({
  id: OID.subjectAltName,
  value: sequence(
    ...texts.map((text) => der(implicit(6), typeof text === 'string' ? toUtf8(text) : text)),
  ),
})

export const certSign = keyUsage(1, 0x06)
export const digitalSignature = keyUsage(7, 0x80)

export const issuerExtensions = [basicConstraints(true), certSign]
export const leafExtensions = (uri = 'urn:rogatory:authority:xa.moj') => [
  basicConstraints(false),
  digitalSignature,
  purposes(false, OID.documentSigning),
  uris(uri),
]
