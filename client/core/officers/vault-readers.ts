import type { Role } from '#crypto/directory/officer-credential.js'
import { importSealingKey } from '#crypto/keys/import-public.js'
import type { SealingKey } from '#crypto/keys/key.js'
import { permissions } from '#server/contract/permissions.js'
import type { Member } from './list-officers.js'

const READERS: readonly Role[] = permissions.readVault

/** The keys of the officers who may open the vault now, each once. */
export async function vaultReaders(members: readonly Member[]): Promise<readonly SealingKey[]> {
  const readers = members.flatMap(({ standing, claims: { roles, sealingKey } }) =>
    standing === 'active' && sealingKey !== null && roles.some((role) => READERS.includes(role))
      ? [importSealingKey(sealingKey)]
      : [],
  )
  const keys = await Promise.all(readers)
  return [...new Map(keys.map((key) => [key.kid, key])).values()]
}
