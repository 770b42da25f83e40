import { useQuery } from '@tanstack/react-query'
import { compareReceipt, type Disagreement } from '#crypto/evidence/compare-receipt.js'
import { PackageId } from '#crypto/fields/fields.js'
import { type AcceptedReceipt, checkReceipts } from '../../core/proof/check-receipts.js'
import type { OpenedRecord } from '../../core/ports.js'
import { type ReadPackage, readPackage } from '../../core/packages/open-package.js'
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

const openedHere = (known: OpenedRecord | undefined) => ({
  verified: known?.verified ?? [],
  contradicted: known?.contradicted ?? [],
})

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
      const known: OpenedRecord | undefined = await session.platform.opened.find(
        record.header.digest,
      )
      return {
        read,
        isOurs,
        ...openedHere(known?.manifest === opened.manifest.digest ? known : undefined),
        receipts: receipts.map((one) => ({
          ...one,
          disagreements: isOurs ? compareReceipt(one.receipt, opened.manifest) : undefined,
        })),
      }
    },
  })
}
