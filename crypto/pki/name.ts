/**
 * Distinguished names (RFC 5280 §4.1.2.4), for comparing and for people to read.
 *
 * @packageDocumentation
 */
import { fromUtf8 } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import { fieldsOf, listOf } from './der/fields.js'
import type { DerValue } from './der/read-der.js'
import { TAG } from './der/tag.js'
import { oidOf } from './der/values.js'

const MAX_TEXT = 256

// RFC 4514 §3, and the types that authorities' certificates are seen to use.
const LABELS: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.97': 'organizationIdentifier',
}

/**
 * Reads a name as RFC 4514 writes it, the most specific part first: `CN=Ministry of Justice,C=XA`.
 *
 * Names of authorities are in their own scripts, so UTF8String may hold any letter. What could make
 * a name lie to its reader is refused: NUL and other controls, bidirectional overrides, octets
 * outside ASCII in the ASCII types, and the obsolete string types.
 *
 * @throws {@link CryptoError} `pki/name` for such text or an empty name; `pki/malformed` for
 *   another shape.
 */
export function readName(name: DerValue): string {
  const parts = listOf(name, TAG.sequence, 0, 16)
  if (parts.length === 0) throw new CryptoError('pki/name', 'an empty name')
  return parts
    .map((part) => listOf(part, TAG.set, 1, 4).map(readAttribute).join('+'))
    .reverse()
    .join(',')
}

function readAttribute(attribute: DerValue): string {
  const fields = fieldsOf(attribute, TAG.sequence)
  const type = oidOf(fields.any())
  const text = readText(fields.any())
  fields.end()
  return `${LABELS[type] ?? type}=${escaped(text)}`
}

/**
 * The parts of a name from the root down, each as one text that is equal where RFC 5280 §7.1 has them equal:
 * capitals, compatible letters, string types and runs of space do not count.
 *
 * @throws {@link CryptoError} as {@link readName}.
 */
export function readRelativeNames(name: DerValue): readonly string[] {
  return listOf(name, TAG.sequence, 0, 16).map((part) =>
    listOf(part, TAG.set, 1, 4)
      .map((attribute) => {
        const fields = fieldsOf(attribute, TAG.sequence)
        const type = oidOf(fields.any())
        const text = readText(fields.any()).normalize('NFKC').toLowerCase()
        fields.end()
        return `${type}=${text.trim().replace(/\s+/g, ' ')}`
      })
      .sort()
      .join('\n'),
  )
}

/** Text of a name, whatever accepted string type it is in. */
export function readText(value: DerValue): string {
  const { tag, content } = value
  const isUtf8 = tag === TAG.utf8String
  if (!isUtf8 && tag !== TAG.printableString && tag !== TAG.ia5String) {
    throw new CryptoError('pki/name', 'a name in an obsolete string type')
  }
  if (content.length === 0 || content.length > MAX_TEXT) {
    throw new CryptoError('pki/name', `a name that is empty or above ${MAX_TEXT} octets`)
  }
  if (!isUtf8 && content.some((octet) => octet > 0x7f)) {
    throw new CryptoError('pki/name', 'octets outside ASCII in an ASCII string')
  }
  return honest(utf8(content))
}

/** Refuses control characters and the explicit bidirectional ones (UAX #9 §2.1 to §2.5). */
export function honest(text: string): string {
  if (/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u.test(text)) {
    throw new CryptoError('pki/name', 'a control or direction character in a name')
  }
  return text
}

function utf8(content: Uint8Array): string {
  try {
    return fromUtf8(content)
  } catch {
    throw new CryptoError('pki/name', 'a name that is not UTF-8')
  }
}

// RFC 4514 §2.4.
const escaped = (text: string): string =>
  text.replace(/[",+;<>\\]/g, '\\$&').replace(/^[ #]| $/g, '\\$&')
