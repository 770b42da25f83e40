/**
 * The authority's vault: its private `envelopes` keys, sealed to every officer who may open mail.
 *
 * The relay keeps it without being able to read it. Nobody signs it, and nobody needs to: a vault
 * with other keys opens nothing that was sealed to the keys of the signed entry.
 *
 * @packageDocumentation
 */
import { z } from 'zod'
import { fromUtf8, toUtf8 } from '../bytes/bytes.js'
import { canonicalize } from '../canonical/canonicalize.js'
import { parseJson } from '../canonical/parse-json.js'
import { openEnvelope } from '../envelope/open-envelope.js'
import { sealEnvelope } from '../envelope/seal-envelope.js'
import { CryptoError } from '../errors.js'
import { importOpeningKey, type PrivateKeyOptions } from '../keys/import-private.js'
import type { OpeningKey, SealingKey } from '../keys/key.js'

const VaultContent = z.strictObject({
  format: z.literal('rogatory-vault'),
  version: z.literal(1),
  openingKeys: z.array(z.record(z.string(), z.string())).min(1).max(32),
})

/** Private JWKs of the authority, as {@link exportPrivateJwk} gives them. */
export type VaultSecrets = { readonly openingKeys: readonly Readonly<Record<string, string>>[] }

const BOUNDS = { maxBytes: 256 * 1024, maxDepth: 4 }

/**
 * Seals the authority's private keys to its officers.
 *
 * @param officers - the `sealingKey` of each credential, 1 to 64.
 * @throws {@link CryptoError} `directory/vault` if there is no key to seal, or one cannot be read
 *   back; `envelope/recipient` without officers, with too many, or with one twice.
 */
export async function sealVault(
  secrets: VaultSecrets,
  officers: readonly SealingKey[],
): Promise<string> {
  const content = { format: 'rogatory-vault', version: 1, openingKeys: secrets.openingKeys }
  const text = toUtf8(canonicalize(content))
  await readVault(text, {})
  return sealEnvelope(text, officers)
}

/**
 * Opens the authority's vault with an officer's key.
 *
 * @param options - `extractable` for whoever seals it again, to another circle of officers.
 * @throws {@link CryptoError} `envelope/recipient` if it is not sealed to this officer;
 *   `envelope/decryption`, `envelope/malformed` if it was changed; `directory/vault` if it holds
 *   something else than keys.
 */
export async function openVault(
  vault: string,
  officer: OpeningKey,
  options: PrivateKeyOptions = {},
): Promise<readonly OpeningKey[]> {
  return readVault(await openEnvelope(vault, officer), options)
}

async function readVault(octets: Uint8Array, options: PrivateKeyOptions) {
  const content = VaultContent.safeParse(parsed(octets))
  if (!content.success) throw refused()
  const imports = content.data.openingKeys.map((jwk) => importOpeningKey(jwk, options))
  try {
    return await Promise.all(imports)
  } catch {
    throw refused()
  }
}

function parsed(octets: Uint8Array): unknown {
  try {
    return parseJson(fromUtf8(octets), BOUNDS)
  } catch {
    throw refused()
  }
}

const refused = () =>
  new CryptoError('directory/vault', 'a vault holds private keys to open envelopes')
