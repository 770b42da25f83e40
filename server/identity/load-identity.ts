import { ConfigurationError } from '#config/configuration-error.js'
import type { Config } from '#config/schema.js'
import { loadMountedSecrets, loadSecrets, type Secrets } from '#config/secrets.js'
import type { TrustList } from '#crypto/directory/trust-list.js'
import { verifyEntry } from '#crypto/directory/verify-entry.js'
import { CryptoError } from '#crypto/errors.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { importSigningKey } from '#crypto/keys/import-private.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { type NoteKey, noteKey, parseVerifierKey } from '#crypto/transparency/note-key.js'
import type { RelayIdentity } from '../domain/relay-identity.js'
import { loadTrustList } from './load-trust-list.js'

export type LoadedIdentity = {
  readonly relay: RelayIdentity
  /** Signs checkpoints, under the name that the log got when it was made. */
  readonly logKey: NoteKey<SigningKey>
  readonly secrets: Secrets
}

/**
 * Reads who this relay is from `DATA_DIR`, or `RELAY_KEYS_DIR`, and checks that it all belongs together: a relay that signed
 * with a key its entry does not name would issue evidence that proves nothing.
 *
 * @throws `ConfigurationError`
 */
export async function loadIdentity(config: Config, at: Date): Promise<LoadedIdentity> {
  const { folders, mountedKeys } = config
  const { id, origin } = config.relay
  const [secrets, trust] = await Promise.all([
    mountedKeys === undefined ? loadSecrets(folders.relay) : loadMountedSecrets(mountedKeys),
    loadTrustList(config),
  ])
  try {
    const authority = AuthorityId.parse(id)
    const [entry, evidenceKey, tokenKey, logSigningKey] = await Promise.all([
      verifyEntry(secrets.entry, trust, { kind: 'relay', authority, at }),
      importSigningKey(secrets.evidenceKey),
      importSigningKey(secrets.tokenKey),
      importSigningKey(secrets.logKey),
    ])
    const named = (purpose: string, key: SigningKey) =>
      entry.payload.keys.some((one) => one.purpose === purpose && one.kid === key.kid)
    if (!named('evidence', evidenceKey) || !named('checkpoints', logSigningKey)) {
      throw new ConfigurationError("The relay's entry does not name the keys it signs with.")
    }
    const logKey = await noteKey(await logNameIn(trust, logSigningKey), 'note', logSigningKey)
    return {
      relay: { id: authority, origin, entry, trust, evidenceKey, tokenKey },
      logKey,
      secrets,
    }
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error
    throw new ConfigurationError("The relay's keys and entry are not usable:", [
      `${error.message} (${error.code})`,
    ])
  }
}

/** The log keeps its name when the relay moves to another address: checkpoints of both must be one log's. */
async function logNameIn({ logs = [] }: TrustList, { kid }: SigningKey): Promise<string> {
  const known = await Promise.all(logs.map(parseVerifierKey))
  const own = known.find(({ key }) => key.kid === kid)
  if (own !== undefined) return own.name
  throw new ConfigurationError('The trust list does not name the log of this relay.')
}
