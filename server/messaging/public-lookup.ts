import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address.js'

/** A name has led to no address on the public Internet. */
export class NotPublic extends Error {
  override readonly name = 'NotPublic'
  readonly code = 'not-public'
  constructor() {
    super('the name leads to no public address')
  }
}

/**
 * Resolves a name to its public addresses, for a connection: the very address that was judged is connected
 * to, whatever the name leads to a moment later.
 */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const allowed = (error ? [] : addresses).filter(({ address }) => isPublicAddress(address))
    const [first] = allowed
    if (first === undefined) done(error ?? new NotPublic(), '', 4)
    else if (options.all === true) done(null, allowed)
    else done(null, first.address, first.family)
  })
}
