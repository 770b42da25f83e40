/**
 * The extensions of certificates that this network's profile interprets (RFC 5280 §4.2.1).
 *
 * @packageDocumentation
 */
import { CryptoError } from '../errors.js'
import { type Fields, fieldsOf, listOf, onlyChild } from './der/fields.js'
import { type DerValue, malformed, type Octets, readDer } from './der/read-der.js'
import { explicit, implicit, TAG } from './der/tag.js'
import { booleanOf, namedBitsOf, oidOf, smallIntegerOf } from './der/values.js'
import { honest } from './name.js'
import { type NameConstraints, readNameConstraints } from './name-constraints.js'
import { OID } from './oid.js'

/** Bits of keyUsage (RFC 5280 §4.2.1.3). */
export const USAGE = {
  digitalSignature: 1 << 0,
  contentCommitment: 1 << 1,
  keyCertSign: 1 << 5,
  crlSign: 1 << 6,
} as const

export type Extensions = {
  readonly basicConstraints?: {
    readonly critical: boolean
    readonly ca: boolean
    readonly pathLength?: number
  }
  readonly keyUsage?: { readonly critical: boolean; readonly bits: number }
  readonly extendedKeyUsage?: { readonly critical: boolean; readonly purposes: readonly string[] }
  readonly subjectAltName?: {
    readonly uris: readonly string[]
    /** How many names are no URIs. */
    readonly others: number
    /** Those of them that name a directory's entry (§4.2.1.6, directoryName). */
    readonly directories: readonly DerValue[]
    /** Tags of the rest. */
    readonly otherTags: readonly number[]
  }
  readonly subjectKeyIdentifier?: Octets
  readonly authorityKeyIdentifier?: Octets
  readonly nameConstraints?: NameConstraints
  /** Where the issuer's OCSP responders are (§4.2.2.1), in their order. */
  readonly ocspResponders: readonly string[]
  /** Critical ones that nobody here interprets: a certificate with any is refused (§4.2). */
  readonly unknownCritical: readonly string[]
}

export type RawExtension = {
  readonly id: string
  readonly critical: boolean
  readonly value: Octets
}

/**
 * Splits `Extensions` into its members: at least one, no two of a kind (§4.2), `critical` written
 * only when true, as DER writes a DEFAULT (X.690 §11.5).
 */
export function readRawExtensions(list: DerValue, max: number): readonly RawExtension[] {
  const extensions = listOf(list, TAG.sequence, 1, max).map((extension) => {
    const fields = fieldsOf(extension, TAG.sequence)
    const id = oidOf(fields.any())
    const flag = fields.optional(TAG.boolean)
    if (flag !== undefined && !booleanOf(flag)) throw malformed('a default that is written out')
    const value = fields.next(TAG.octetString).content
    fields.end()
    return { id, critical: flag !== undefined, value }
  })
  if (new Set(extensions.map(({ id }) => id)).size < extensions.length) {
    throw malformed('an extension twice')
  }
  return extensions
}

/**
 * Interprets a certificate's extensions.
 *
 * @throws {@link CryptoError} `pki/malformed` for another shape; `pki/name` for a deceptive URI.
 */
export function readExtensions(raw: readonly RawExtension[]): Extensions {
  const of = <T>(id: string, read: (value: DerValue, critical: boolean) => T): T | undefined => {
    const extension = raw.find((candidate) => candidate.id === id)
    return extension && read(readDer(extension.value, 8192), extension.critical)
  }
  return defined({
    basicConstraints: of(OID.basicConstraints, readBasicConstraints),
    keyUsage: of(OID.keyUsage, (value, critical) => ({ critical, bits: namedBitsOf(value) })),
    extendedKeyUsage: of(OID.extendedKeyUsage, (value, critical) => ({
      critical,
      purposes: listOf(value, TAG.sequence, 1, 16).map(oidOf),
    })),
    subjectAltName: of(OID.subjectAltName, readSubjectAltName),
    subjectKeyIdentifier: of(OID.subjectKeyIdentifier, readKeyIdentifier),
    authorityKeyIdentifier: of(OID.authorityKeyIdentifier, readAuthorityKeyIdentifier),
    ocspResponders: of(OID.authorityInfoAccess, readResponders) ?? [],
    nameConstraints: of(OID.nameConstraints, readNameConstraints),
    unknownCritical: raw
      .filter(({ id, critical }) => critical && !KNOWN.has(id))
      .map(({ id }) => id),
  })
}

const KNOWN: ReadonlySet<string> = new Set([
  OID.basicConstraints,
  OID.keyUsage,
  OID.extendedKeyUsage,
  OID.subjectAltName,
  OID.nameConstraints,
])

function readBasicConstraints(value: DerValue, critical: boolean) {
  const fields = fieldsOf(value, TAG.sequence)
  const flag = fields.optional(TAG.boolean)
  if (flag !== undefined && !booleanOf(flag)) throw malformed('a default that is written out')
  const limit = fields.optional(TAG.integer)
  fields.end()
  const ca = flag !== undefined
  // §4.2.1.9: a path length has a meaning for authorities only.
  if (limit !== undefined && !ca) throw malformed('a path length without an authority')
  return defined({ critical, ca, pathLength: limit && smallIntegerOf(limit) })
}

function readSubjectAltName(value: DerValue) {
  const names = listOf(value, TAG.sequence, 1, 16)
  const uris = names.filter(({ tag }) => tag === implicit(6)).map(({ content }) => readUri(content))
  const others = names.filter(({ tag }) => tag !== implicit(6))
  const isDirectory = ({ tag }: DerValue) => tag === explicit(4)
  return {
    uris,
    others: others.length,
    directories: others.filter(isDirectory).map(onlyChild),
    otherTags: others.filter((name) => !isDirectory(name)).map(({ tag }) => tag),
  }
}

function readResponders(value: DerValue): readonly string[] {
  return listOf(value, TAG.sequence, 1, 8).flatMap((description) => {
    const fields = fieldsOf(description, TAG.sequence)
    const method = oidOf(fields.any())
    const location = fields.any()
    fields.end()
    const isUri = method === OID.ocsp && location.tag === implicit(6)
    return isUri ? [readUri(location.content)] : []
  })
}

function readUri(content: Octets): string {
  if (content.length === 0 || content.length > 512 || content.some((octet) => octet > 0x7e)) {
    throw new CryptoError('pki/name', 'a URI that is empty, too long or outside ASCII')
  }
  return honest(String.fromCharCode(...content))
}

function readKeyIdentifier({ tag, content }: DerValue): Octets {
  if (tag !== TAG.octetString || content.length === 0 || content.length > 64) {
    throw malformed('no key identifier')
  }
  return content
}

/** §4.2.1.1: only the key identifier is used; issuer and serial may stand beside it. */
function readAuthorityKeyIdentifier(value: DerValue): Octets | undefined {
  const fields: Fields = fieldsOf(value, TAG.sequence)
  return fields.optional(implicit(0))?.content
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/** Drops the members that are undefined, so that absent means absent. */
function defined<T extends object>(record: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined),
  ) as Defined<T>
}
