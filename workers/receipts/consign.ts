import type { ConsignPackage } from '#server/domain/packages/consign-package.js'
import type { Processor } from '../processor.js'

/** Evidence D.1 for every recipient, whose announcement is the notice. */
export const consign =
  (consignPackage: ConsignPackage): Processor<'receipts.consign'> =>
  (about) =>
    consignPackage(about)
