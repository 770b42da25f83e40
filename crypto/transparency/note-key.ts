/**
 * The keys of signed notes: a name, a use, and an Ed25519 key (C2SP signed-note, tlog-cosignature).
 *
 * @packageDocumentation
 */
import { concat, fromBase64, fromBase64Url, toBase64, toBase64Url } from '../bytes/bytes.js'
import { toHex, toUtf8 } from '../bytes/bytes.js'
import { sha256 } from '../bytes/sha256.js'
import { CryptoError } from '../errors.js'
import { importVerificationKey } from '../keys/import-public.js'
import type { VerificationKey } from '../keys/key.js'
import { requireEd25519 } from './ed25519.js'

/** What a key signs: the text of a note, or a text it has witnessed, with the time. */
export type NoteKeyUse = 'note' | 'cosignature'

// The signature types of C2SP signed-note that we know.
const TYPES = { note: 0x01, cosignature: 0x04 } as const satisfies Record<NoteKeyUse, number>

/**
 * A key as signed notes name it. With a `SigningKey` inside it signs, else it verifies.
 *
 * `keyId` is four octets in hexadecimal, an address and no fingerprint: it commits to name and use,
 * but anybody can compute another key with the same one.
 */
export type NoteKey<K extends VerificationKey = VerificationKey> = {
  readonly name: string
  readonly use: NoteKeyUse
  readonly keyId: string
  readonly key: K
}

/**
 * Names a key for signed notes.
 *
 * @param name - best a URL without its scheme, such as `relay.example/log`; for a log key it is the
 *   origin of the checkpoints.
 * @throws {@link CryptoError} `transparency/note` if the name is empty or holds white space, a plus,
 *   or what is no Unicode text; `keys/algorithm` unless the key is an Ed25519 key.
 */
export async function noteKey<K extends VerificationKey>(
  name: string,
  use: NoteKeyUse,
  key: K,
): Promise<NoteKey<K>> {
  if (!isKeyName(name)) throw refused('not the name of a key')
  requireEd25519(key)
  const digest = await sha256(concat(toUtf8(`${name}\n`), publicOctets(use, key)))
  return { name, use, keyId: toHex(digest.subarray(0, 4)), key }
}

/** Not empty, no Unicode space, no plus, no control character, well-formed (C2SP signed-note, Format). */
export const isKeyName = (name: string): boolean => /^[^\p{White_Space}\p{Cc}\p{Cs}+]+$/u.test(name)

/** A key as people hand it on: `name+hash+base64` (C2SP signed-note, verifier keys). */
export const formatVerifierKey = ({ name, use, keyId, key }: NoteKey): string =>
  `${name}+${keyId}+${toBase64(publicOctets(use, key))}`

/**
 * Reads a verifier key, one spelling only.
 *
 * @throws {@link CryptoError} `transparency/note` if it is spelt otherwise, its hash is not that of its
 *   key, or its type is not Ed25519 or Ed25519 cosignature; `keys/malformed` or `keys/weak` if its
 *   key is no honest Ed25519 point.
 *
 * @example
 * ```ts
 * const key = await parseVerifierKey(
 *   'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8')
 * ```
 */
export async function parseVerifierKey(text: string): Promise<NoteKey> {
  // 33 octets, type and key, are 44 characters without padding; a plus is one of their alphabet.
  const [, name, keyId, base64] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(text) ?? []
  if (name === undefined || base64 === undefined) throw refused('not a verifier key')
  const octets = fromBase64(base64)
  const use = usesByType.get(octets[0])
  if (use === undefined) throw refused('a verifier key of a type that is not known here')
  const x = toBase64Url(octets.subarray(1))
  const parsed = await noteKey(
    name,
    use,
    await importVerificationKey({ kty: 'OKP', crv: 'Ed25519', x }),
  )
  if (parsed.keyId !== keyId) throw refused('the hash in the verifier key is not that of its key')
  return parsed
}

const usesByType = new Map<number | undefined, NoteKeyUse>([
  [TYPES.note, 'note'],
  [TYPES.cosignature, 'cosignature'],
])

/** The type octet and the 32 octets of RFC 8032 §5.1.5. */
const publicOctets = (use: NoteKeyUse, { jwk }: VerificationKey) =>
  concat(Uint8Array.of(TYPES[use]), fromBase64Url(jwk.x ?? ''))

const refused = (message: string) => new CryptoError('transparency/note', message)
