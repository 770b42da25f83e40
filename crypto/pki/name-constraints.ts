/**
 * Name constraints (RFC 5280 §4.2.1.10): which names the certificates below an issuer may bear.
 *
 * @packageDocumentation
 */
import { CryptoError } from '../errors.js'
import { fieldsOf, listOf, onlyChild } from './der/fields.js'
import { type DerValue, malformed, type Octets, readDer } from './der/read-der.js'
import { explicit, implicit, TAG } from './der/tag.js'
import { readRelativeNames } from './name.js'

/** A name's parts, from the root down, each folded as §7.1 compares. */
type Parts = readonly string[]

type Subtrees = {
  readonly directories: readonly Parts[]
  /** Tags of the other kinds of names that are constrained. */
  readonly others: readonly number[]
}
export type NameConstraints = { readonly permitted?: Subtrees; readonly excluded?: Subtrees }

const DIRECTORY = explicit(4)
const URI = implicit(6)

/** What is judged of a certificate: `CertificateSyntax` has it. */
type Named = {
  readonly subject: Octets
  readonly extensions: {
    readonly nameConstraints?: NameConstraints
    readonly basicConstraints?: { readonly ca: boolean }
    readonly subjectAltName?: {
      readonly uris: readonly string[]
      readonly directories: readonly DerValue[]
      readonly otherTags: readonly number[]
    }
  }
}

/** Reads the extension. @throws {@link CryptoError} `pki/malformed`, `pki/name` */
export function readNameConstraints(value: DerValue): NameConstraints {
  const fields = fieldsOf(value, TAG.sequence)
  const [permitted, excluded] = [fields.optional(explicit(0)), fields.optional(explicit(1))]
  fields.end()
  if (permitted === undefined && excluded === undefined) throw malformed('no constraint at all')
  return {
    ...(permitted && { permitted: readSubtrees(permitted, explicit(0)) }),
    ...(excluded && { excluded: readSubtrees(excluded, explicit(1)) }),
  }
}

function readSubtrees(list: DerValue, tag: number): Subtrees {
  const bases = listOf(list, tag, 1, 64).map((subtree) => {
    const fields = fieldsOf(subtree, TAG.sequence)
    const base = fields.any()
    // minimum is 0, which DER leaves out, and there is no maximum (§4.2.1.10).
    fields.end()
    return base
  })
  return {
    directories: bases
      .filter((base) => base.tag === DIRECTORY)
      .map((base) => readRelativeNames(onlyChild(base))),
    others: bases.filter((base) => base.tag !== DIRECTORY).map((base) => base.tag),
  }
}

/**
 * Holds every certificate of a path to the constraints of all above it, the root's among them: §6.1.3 (b),
 * (c), §6.1.4 (g). Critical or not, they are kept.
 *
 * Constraints on names of directories are judged. Those on other kinds of names are not: a certificate that
 * bears a name of such a kind is refused, as §4.2.1.10 demands of what is not understood. So a constraint on
 * URIs refuses every certificate of this network, whose URNs have no host that it could speak of.
 *
 * @param path - from the leaf to the root.
 * @throws {@link CryptoError} `pki/name`
 */
export function requireNames(path: readonly Named[]): void {
  path.forEach(({ extensions: { nameConstraints, basicConstraints } }, above) => {
    if (nameConstraints === undefined) return
    if (basicConstraints?.ca !== true)
      throw outside('constraints in a certificate that issues none')
    path.slice(0, above).forEach((certificate) => {
      requireWithin(certificate, nameConstraints)
    })
  })
}

function requireWithin(certificate: Named, { permitted, excluded }: NameConstraints): void {
  const { subjectAltName } = certificate.extensions
  const names = [
    readRelativeNames(readDer(certificate.subject, certificate.subject.length)),
    ...(subjectAltName?.directories ?? []).map(readRelativeNames),
  ]
  const isIn = (tree: Subtrees | undefined) => (name: Parts) =>
    tree?.directories.some((base) => base.every((part, i) => part === name[i])) === true
  if (names.some(isIn(excluded))) throw outside('a name that an issuer may not certify')
  if ((permitted?.directories.length ?? 0) > 0 && !names.every(isIn(permitted))) {
    throw outside('a name outside those that an issuer may certify')
  }
  const constrained = [...(permitted?.others ?? []), ...(excluded?.others ?? [])]
  const borne = [
    ...(subjectAltName?.otherTags ?? []),
    ...((subjectAltName?.uris.length ?? 0) > 0 ? [URI] : []),
    // §4.2.1.10: mail addresses are constrained in the subject, too.
    ...(names.flat().some((part) => part.includes(EMAIL)) ? [implicit(1)] : []),
  ]
  if (borne.some((tag) => constrained.includes(tag))) {
    throw outside('a name of a kind whose constraints are not judged here')
  }
}

const EMAIL = '1.2.840.113549.1.9.1='

const outside = (what: string) => new CryptoError('pki/name', what)
