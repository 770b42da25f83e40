import type { ExpirePackage } from '#server/domain/packages/expire-package.js'
import type { Processor } from '../processor.js'

/** Evidence C.5 for every recipient that answered nothing in time. */
export const expiry =
  (expirePackage: ExpirePackage): Processor<'clocks.expiry'> =>
  (about) =>
    expirePackage(about)
