import { useQuery } from '@tanstack/react-query'
import { compareReceipt, type Disagreement } from '#crypto/evidence/compare-receipt.js'
import { PackageId } from '#crypto/fields/fields.js'
import { type AcceptedReceipt, checkReceipts } from '../../core/proof/check-receipts.js'
import { type ReadPackage, readPackage } from '../../core/packages/open-package.js'
import { openedHere } from '../../core/packages/opened-here.js'
import { useSignedIn } from '../api/signed-in.js'

export type ShownReceipt = AcceptedReceipt & {
  /** Against what we sent; undefined where we are not the sender. */
  readonly disagreements: readonly Disagreement[] | undefined
}
export type ShownPackage = {
  readonly read: ReadPackage
  readonly receipts: readonly ShownReceipt[]
  /** Ids of the documents that were opened and verified in this browser. */
  readonly verified: readonly string[]
  /** Those of them whose content is something else than their name or type says. */
  readonly contradicted: readonly string[]
  readonly isOurs: boolean
}

/** A package, opened and verified from end to end. Whatever does not fit fails as a whole. */
export function usePackage(id: string) {
  const { session } = useSignedIn()
  return useQuery({
    queryKey: ['package', id],
    queryFn: async (): Promise<ShownPackage> => {
      const read = await readPackage(session, PackageId.parse(id))
      const { record, wire, opened } = read
      const isOurs = record.header.payload.sender === session.officer.authority
      const receipts = await checkReceipts(session, record, wire)
      const known = await openedHere(session, read)
      return {
        read,
        isOurs,
        verified: known.verified,
        contradicted: known.contradicted ?? [],
        receipts: receipts.map((one) => ({
          ...one,
          disagreements: isOurs ? compareReceipt(one.receipt, opened.manifest) : undefined,
        })),
      }
    },
  })
}
