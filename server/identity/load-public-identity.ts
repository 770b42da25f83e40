import { ConfigurationError } from '#config/configuration-error.js'
import type { Config } from '#config/schema.js'
import { loadEntry } from '#config/secrets.js'
import { verifyEntry } from '#crypto/directory/verify-entry.js'
import { CryptoError } from '#crypto/errors.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import type { RelayIdentity } from '../domain/relay-identity.js'
import { loadTrustList } from './load-trust-list.js'

/**
 * Who the relay is, for a process that acts with none of its keys: the entry and the trust list, which everybody may read.
 *
 * @throws `ConfigurationError`
 */
export async function loadPublicIdentity(
  config: Config,
  at: Date,
): Promise<Pick<RelayIdentity, 'entry' | 'id' | 'trust'>> {
  const { folders, mountedKeys } = config
  const [statement, trust] = await Promise.all([
    loadEntry(folders.relay, mountedKeys),
    loadTrustList(config),
  ])
  try {
    const id = AuthorityId.parse(config.relay.id)
    const entry = await verifyEntry(statement, trust, { kind: 'relay', authority: id, at })
    return { id, entry, trust }
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error
    throw new ConfigurationError("The relay's entry is not usable:", [
      `${error.message} (${error.code})`,
    ])
  }
}
