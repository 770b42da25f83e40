import type { PackageId } from '#crypto/fields/fields.js'
import type { Caller, PackageRecord } from '../../contract/wire.js'
import { asItem } from '../evidence/evidence-step.js'
import { findVisible, type VisiblePorts } from './find-visible.js'
import type { ReceiptStore } from '../ports.js'

type Ports = VisiblePorts & { readonly receipts: Pick<ReceiptStore, 'forPackage'> }
export type ReadPackage = ReturnType<typeof readPackage>

/**
 * Header, evidence and receipts of one package, as far as they concern the caller's authority.
 *
 * @throws {@link Refusal} `package-unknown` for strangers as for ids that nobody used.
 */
export function readPackage({ receipts, ...visiblePorts }: Ports) {
  return async (caller: Caller, id: PackageId): Promise<PackageRecord> => {
    const { pkg, seen } = await findVisible(visiblePorts, caller.authority, id)
    const own = caller.authority
    // A receipt counts with its evidence; without, its acknowledgement is still under way.
    const stated = new Set(
      seen.filter(({ code }) => /^C\.[34]$/.test(code)).map((e) => e.recipient),
    )
    const all = stated.size === 0 ? [] : await receipts.forPackage(pkg.digest)
    const shown = all.filter(
      ({ recipient }) => stated.has(recipient) && (pkg.sender === own || recipient === own),
    )
    return {
      header: pkg.header,
      credential: pkg.credential,
      approvals: [...pkg.approvals],
      evidence: seen.map(asItem),
      receipts: shown.map(({ statement, credential }) => ({ receipt: statement, credential })),
    }
  }
}
