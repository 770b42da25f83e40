import { CryptoError } from '../errors.js'
import { importSealingKey, importVerificationKey } from '../keys/import-public.js'
import type { DirectoryEntry, EntryKey, KeyPurpose } from './entry.js'

const PURPOSES = {
  authority: ['credentials', 'envelopes'],
  relay: ['evidence', 'checkpoints', 'operator'],
} as const satisfies Record<DirectoryEntry['kind'], readonly KeyPurpose[]>

/**
 * Refuses an entry whose keys are not what they are said to be: a purpose that its kind has no use
 * for, one key under two purposes, a `kid` that is not the key's thumbprint, a key that cannot do it.
 *
 * @throws {@link CryptoError} `directory/entry`; `keys/malformed`, `keys/weak`, `keys/algorithm` for the key itself.
 */
export async function requireKeys({ kind, keys }: DirectoryEntry): Promise<void> {
  const allowed: readonly KeyPurpose[] = PURPOSES[kind]
  if (new Set(keys.map(({ kid }) => kid)).size < keys.length) {
    throw refused('one key stands in the entry twice')
  }
  for (const key of keys) {
    if (!allowed.includes(key.purpose))
      throw refused(`an entry of this kind has no ${key.purpose} keys`)
    if (key.notBefore > key.notAfter) throw refused('the validity of a key ends before it begins')
    await requireThumbprint(key)
  }
}

async function requireThumbprint({ purpose, kid, jwk }: EntryKey): Promise<void> {
  // C2SP tlog-checkpoint: the logs of this network sign with Ed25519, which every witness reads.
  if (purpose === 'checkpoints' && !('crv' in jwk && jwk.crv === 'Ed25519')) {
    throw refused('checkpoints are signed with Ed25519 only')
  }
  const key = await (purpose === 'envelopes' ? importSealingKey(jwk) : importVerificationKey(jwk))
  if (key.kid !== kid) throw refused('a kid that is not the thumbprint of its key')
}

const refused = (message: string) => new CryptoError('directory/entry', message)
