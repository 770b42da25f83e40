import { type Connection, Schema } from 'mongoose'
import type { VaultStore } from '../domain/ports.js'
import { DURABLE, isDuplicateKey } from './durable.js'

/** `vaults`: one document per version of an authority's vault. Written once; older versions stay until a key of them is destroyed. */
type VaultDocument = {
  /** `<authority>/<version>`. */
  _id: string
  authority: string
  version: number
  /** Opaque to the relay. */
  vault: string
}

const once = { required: true, immutable: true } as const

const schema = new Schema<VaultDocument>(
  {
    _id: { type: String, required: true },
    authority: { type: String, ...once },
    version: { type: Number, ...once },
    vault: { type: String, ...once },
  },
  { collection: 'vaults', strict: 'throw', versionKey: false, autoIndex: false, ...DURABLE },
).index({ authority: 1, version: -1 }, { unique: true })

/** The only code that knows vaults live in MongoDB. Promises: `VaultStore`. */
export function mongoVaultStore(connection: Connection): VaultStore {
  const model = connection.model('Vault', schema)
  return {
    async current(authority) {
      const found = await model.findOne({ authority }).sort({ version: -1 }).lean()
      return found === null ? undefined : { version: found.version, vault: found.vault }
    },
    async keep(authority, version, vault) {
      const _id = `${authority}/${version}`
      try {
        await model.create({ _id, authority, version, vault })
        return true
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
        return (await model.findById(_id).lean())?.vault === vault
      }
    },
    async removeBefore(authority, version) {
      await model.deleteMany({ authority, version: { $lt: version } }, DURABLE)
    },
  }
}
