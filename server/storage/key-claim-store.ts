import { type Connection, Schema } from 'mongoose'
import { AuthorityId } from '#crypto/fields/fields.js'
import type { KeyClaims } from '../domain/directory/key-claims.js'
import { DURABLE, isDuplicateKey } from './durable.js'
import { member } from './from-document.js'

/** `keyClaims`: one document per officer key. */
type KeyClaimDocument = {
  /** Thumbprint of the key. */
  _id: string
  authority: string
}

const schema = new Schema<KeyClaimDocument>(
  {
    _id: { type: String, required: true },
    authority: { type: String, required: true, immutable: true },
  },
  { collection: 'keyClaims', strict: 'throw', versionKey: false, autoIndex: false, ...DURABLE },
)

/** The only code that knows claims of keys live in MongoDB. Promises: `KeyClaims`. */
export function mongoKeyClaims(connection: Connection): KeyClaims {
  const model = connection.model('KeyClaim', schema)
  return {
    async claim(kid, authority) {
      try {
        await model.create({ _id: kid, authority })
        return authority
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
      }
      const held = await model.findById(kid).lean()
      return AuthorityId.parse(member(held?.authority, 'authority', kid))
    },
  }
}
