import { type Connection, Schema } from 'mongoose'
import type { Delivery, DeliveryCounts, DeliveryStore } from '../domain/duty/delivery-store.js'
import { DURABLE, isDuplicateKey } from './durable.js'

/** `deliveries`: one document per notice and target. It holds no address. */
type DeliveryDocument = {
  /** `<notice>/<target>`. */
  _id: string
  notice: string
  target: string
  state: Delivery['state']
  attempts: number
  heldUntil: Date | null
}

const schema = new Schema<DeliveryDocument>(
  {
    _id: { type: String, required: true },
    notice: { type: String, required: true, immutable: true },
    target: { type: String, required: true, immutable: true },
    state: { type: String, required: true },
    attempts: { type: Number, required: true },
    heldUntil: { type: Date, default: null },
  },
  { collection: 'deliveries', strict: 'throw', versionKey: false, autoIndex: false, ...DURABLE },
)
  .index({ notice: 1 })
  .index({ state: 1, attempts: 1 })

/** The only code that knows deliveries live in MongoDB. Promises: `DeliveryStore`. */
export function mongoDeliveryStore(connection: Connection): DeliveryCounts & DeliveryStore {
  const model = connection.model('Delivery', schema)
  const open = async (notice: string, target: string) => {
    try {
      await model.create({
        _id: `${notice}/${target}`,
        notice,
        target,
        state: 'pending',
        attempts: 0,
      })
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
    }
  }
  return {
    async of(notice) {
      const found = await model.find({ notice }).sort({ _id: 1 }).lean()
      return found.map(toDelivery)
    },
    async undelivered() {
      const [retried, failed] = await Promise.all([
        model.countDocuments({ state: 'pending', attempts: { $gt: 0 } }),
        model.countDocuments({ state: 'failed' }),
      ])
      return { retried, failed }
    },
    async open(notice, targets) {
      await Promise.all(targets.map((target) => open(notice, target)))
    },
    async claim(notice, target, now, leaseMs) {
      await open(notice, target)
      const _id = `${notice}/${target}`
      const held = await model
        .findOneAndUpdate(
          { _id, state: 'pending', $or: [{ heldUntil: null }, { heldUntil: { $lte: now } }] },
          { $set: { heldUntil: new Date(now.getTime() + leaseMs) } },
          { returnDocument: 'after' },
        )
        .lean()
      if (held !== null) return toDelivery(held)
      const kept = await model.findById(_id).lean()
      return kept === null || kept.state === 'pending' ? undefined : toDelivery(kept)
    },
    async settle(notice, target, state) {
      await model.updateOne(
        { _id: `${notice}/${target}`, state: 'pending' },
        { $set: { state, heldUntil: null } },
      )
    },
    async release(notice, target) {
      await model.updateOne(
        { _id: `${notice}/${target}`, state: 'pending' },
        { $set: { heldUntil: null }, $inc: { attempts: 1 } },
      )
    },
  }
}

const toDelivery = ({ notice, target, state, attempts }: DeliveryDocument): Delivery => ({
  notice,
  target,
  state,
  attempts,
})
