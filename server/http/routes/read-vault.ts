import { endpoints } from '../../contract/endpoints.js'
import type { ReadVault } from '../../domain/directory/read-vault.js'
import { serveOfficer } from '../serve.js'

export const readVaultRoute = (readVault: ReadVault) =>
  serveOfficer(endpoints.readVault, async (caller) => ({ body: await readVault(caller) }))
