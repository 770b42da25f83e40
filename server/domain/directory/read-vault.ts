import type { Caller } from '../../contract/wire.js'
import { Refusal } from '../errors.js'
import type { VaultStore } from '../ports.js'

type Ports = { readonly vaults: Pick<VaultStore, 'current'> }
export type ReadVault = ReturnType<typeof readVault>

/**
 * The newest vault of the caller's authority, opaque to the relay.
 *
 * @throws {@link Refusal} `vault-unknown`
 */
export function readVault({ vaults }: Ports) {
  return async ({ authority }: Caller): Promise<{ version: number; vault: string }> => {
    const current = await vaults.current(authority)
    if (current === undefined) throw new Refusal('vault-unknown', `${authority} has no vault yet`)
    return current
  }
}
