import type { Caller } from '../../contract/wire.js'
import { Refusal } from '../errors.js'
import type { VaultStore } from '../ports.js'
import { requirePermission } from '../access/require-permission.js'

type Ports = { readonly vaults: VaultStore }
type NewVault = {
  readonly version: number
  readonly vault: string
  readonly forgetEarlier?: true | undefined
}
export type StoreVault = ReturnType<typeof storeVault>

/**
 * Stores the next version of the caller's authority's vault. Versions count from 1 without gaps and
 * never change: two administrators at once cannot overwrite one another. The same again is no error.
 *
 * With `forgetEarlier` the versions before go, once this one is durable: whoever lost the answer asks again.
 *
 * @throws {@link Refusal} `not-permitted` without the role `admin`, `vault-conflict`
 */
export function storeVault({ vaults }: Ports) {
  return async (
    caller: Caller,
    { version, vault, forgetEarlier }: NewVault,
  ): Promise<{ version: number }> => {
    requirePermission(caller, 'storeVault')
    const current = (await vaults.current(caller.authority))?.version ?? 0
    if (version !== current && version !== current + 1) {
      throw new Refusal('vault-conflict', `the next version is ${current + 1}`)
    }
    if (version === 0 || !(await vaults.keep(caller.authority, version, vault))) {
      throw new Refusal('vault-conflict', `version ${version} is kept with other content`)
    }
    if (forgetEarlier === true) await vaults.removeBefore(caller.authority, version)
    return { version }
  }
}
