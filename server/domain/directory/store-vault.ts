import type { Caller } from '../../contract/wire.js'
import { Refusal } from '../errors.js'
import type { VaultStore } from '../ports.js'
import { requirePermission } from '../access/require-permission.js'

type Ports = { readonly vaults: VaultStore }
export type StoreVault = ReturnType<typeof storeVault>

/**
 * Stores the next version of the caller's authority's vault. Versions count from 1 without gaps and
 * never change: two administrators at once cannot overwrite one another. The same again is no error.
 *
 * @throws {@link Refusal} `not-permitted` without the role `admin`, `vault-conflict`
 */
export function storeVault({ vaults }: Ports) {
  return async (
    caller: Caller,
    { version, vault }: { readonly version: number; readonly vault: string },
  ): Promise<{ version: number }> => {
    requirePermission(caller, 'storeVault')
    const current = (await vaults.current(caller.authority))?.version ?? 0
    if (version !== current && version !== current + 1) {
      throw new Refusal('vault-conflict', `the next version is ${current + 1}`)
    }
    if (version === 0 || !(await vaults.keep(caller.authority, version, vault))) {
      throw new Refusal('vault-conflict', `version ${version} is kept with other content`)
    }
    return { version }
  }
}
