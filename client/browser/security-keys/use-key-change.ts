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

/** What was done; with a new key, what its holder says of it to the administrator. */
export type KeyChanged = Pick<KeyChange, 'name' | 'what'> & { readonly claim?: string }

/** Changes the security keys of what is kept; its answer, once that is written, is what was done. */
export function useKeyChange(identity: KeptIdentity, passphrase: string, onSuccess: () => void) {
  return useMutation({
    mutationFn: async (change: KeyChange): Promise<KeyChanged> => {
      const { what, name } = change
      const next = await changed(identity, passphrase, change)
      // One write: until it has reached the disk, what was kept before is what is kept.
      const { kept } = await keyring()
      await kept.replace(identity, next.kept)
      // Every tab: what it has unlocked before opened to less.
      await kept.lock(identity.id)
      return { what, name, ...(next.claim !== undefined && { claim: next.claim }) }
    },
    onSuccess,
  })
}

async function changed(
  { keystore }: KeptIdentity,
  passphrase: string,
  change: KeyChange,
): Promise<{ readonly kept: string; readonly claim?: string }> {
  if (change.what === 'bound') {
    const binding = { name: change.name, at: new Date() }
    return bindSecurityKey(keystore, passphrase, binding, webSecurityKeys)
  }
  const { credential } = change
  return { kept: await releaseSecurityKey(keystore, passphrase, credential, webSecurityKeys) }
}
