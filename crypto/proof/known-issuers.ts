import { anchorsOf, timestampAnchorsOf, type TrustList } from '../directory/trust-list.js'
import type { Certificate } from '../pki/certificate.js'
import { readCertificate } from '../pki/read-certificate.js'
import { readStatement } from '../statement/read-statement.js'
import { attempt } from './attempt.js'
import type { Pieces } from './pieces.js'

/** Whose revocation lists a bundle may hold: the roots of the trust list, and the issuers in its entries. */
export async function knownIssuers(
  entries: Pieces['entries'],
  trust: TrustList,
): Promise<readonly Certificate[]> {
  const roots = [...anchorsOf(trust).roots, ...timestampAnchorsOf(trust).roots]
  const issuers = new Map(roots.map((root) => [root.fingerprint, root]))
  for (const { statement } of entries) {
    const { x5c = [] } = await readStatement(statement)
    const read = await attempt(() => x5c.slice(1).map((one) => readCertificate(one)))
    for (const issuer of read.ok ? read.value : []) issuers.set(issuer.fingerprint, issuer)
  }
  return [...issuers.values()]
}
