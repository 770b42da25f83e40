import { useMutation } from '@tanstack/react-query'
import { bindSecurityKey } from '../../core/security-keys/bind-security-key.js'
import { releaseSecurityKey } from '../../core/security-keys/release-security-key.js'
import type { KeptIdentity } from '../../keystore/indexed-db/identities.js'
import { keyring } from '../api/keyring.js'
import { webSecurityKeys } from './web-security-keys.js'

/** A key that is to be bound by a name, or one that is to go: `unbound` is what that leaves when it was the last. */
export type KeyChange =
  | { readonly what: 'bound'; readonly name: string }
  | { readonly what: 'removed' | 'unbound'; readonly name: string; readonly credential: string }

/** Changes the security keys of what is kept; its answer, once that is written, is the change that was made. */
export function useKeyChange(identity: KeptIdentity, passphrase: string, onSuccess: () => void) {
  return useMutation({
    mutationFn: async (change: KeyChange): Promise<KeyChange> => {
      const { keystore } = identity
      const next =
        change.what === 'bound'
          ? await bindSecurityKey(keystore, passphrase, change.name, webSecurityKeys)
          : await releaseSecurityKey(keystore, passphrase, change.credential, webSecurityKeys)
      // One write: until it has reached the disk, what was kept before is what is kept.
      const { kept } = await keyring()
      await kept.replace(identity, next)
      // Every tab: what it has unlocked before opened to less.
      await kept.lock(identity.id)
      return change
    },
    onSuccess,
  })
}
