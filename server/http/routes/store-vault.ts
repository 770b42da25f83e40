import { endpoints } from '../../contract/endpoints.js'
import type { StoreVault } from '../../domain/directory/store-vault.js'
import { serveOfficer } from '../serve.js'

/** The vault itself may have a mebibyte; its JSON escapes and the version stand around it. */
const MAX_BODY_BYTES = 1024 * 1024 + 64 * 1024

export const storeVaultRoute = (storeVault: StoreVault) =>
  serveOfficer(
    endpoints.storeVault,
    async (caller, { body }) => ({ body: await storeVault(caller, body) }),
    { maxBodyBytes: MAX_BODY_BYTES },
  )
