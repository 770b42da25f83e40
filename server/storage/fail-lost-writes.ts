/**
 * The driver (mongodb 7.8 and 7.9) can wait for ever for a connection that is gone. It encodes a command, which
 * is a step of the event loop, and writes it; where the connection broke in between, the socket takes nothing, the
 * driver waits for it to drain, and nothing bounds that: neither `serverSelectionTimeoutMS` nor `socketTimeoutMS`.
 * What waits so is an operation, or the monitor, without which the process never finds its server again.
 *
 * @packageDocumentation
 */
import type { EventEmitter } from 'node:events'
import { createRequire } from 'node:module'
import mongoose from 'mongoose'

/** What is relied on of the driver's `Connection`, which it does not export. A test holds that it is so. */
type DriverConnection = EventEmitter & { readonly closed: boolean; readonly error: Error | null }
type Write = (this: DriverConnection, command: unknown, options: unknown) => Promise<void>

const isPatched = Symbol('a write fails when its connection closes')

/** From now on a write fails when its connection closes, as the driver means it to. May be called again. */
export function failLostWrites(): void {
  const ofMongoose = createRequire(createRequire(import.meta.url).resolve('mongoose'))
  const { Connection } = ofMongoose('mongodb/lib/cmap/connection.js') as {
    Connection: { CLOSE: string; prototype: { writeCommand: Write; [isPatched]?: true } }
  }
  const { prototype, CLOSE } = Connection
  if (prototype[isPatched] === true) return
  const write = prototype.writeCommand
  prototype[isPatched] = true
  prototype.writeCommand = async function (command, options) {
    const lost = () => this.error ?? new mongoose.mongo.MongoNetworkError('the connection closed')
    if (this.closed) throw lost()
    let fail = (): void => undefined
    const closing = new Promise<never>((_resolve, reject) => {
      fail = () => {
        reject(lost())
      }
      this.once(CLOSE, fail)
    })
    try {
      await Promise.race([write.call(this, command, options), closing])
    } finally {
      this.off(CLOSE, fail)
    }
  }
}
