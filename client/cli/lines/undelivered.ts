import type { PackageId } from '#crypto/fields/fields.js'

/** A sealed package that did not reach the relay: it waits, and a second `send` would be a second request. */
export class Undelivered extends Error {
  override readonly name = 'Undelivered'
  readonly package: PackageId

  /** @param cause - what went wrong on the way. */
  constructor(id: PackageId, cause: unknown) {
    super(`package ${id} is sealed and not delivered`, { cause })
    this.package = id
  }
}
