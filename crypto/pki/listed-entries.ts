import type { CertificateSyntax } from './certificate-syntax.js'
import type { ListedRevocation, RevocationList } from './revocation-list.js'

const serials = new WeakMap<RevocationList, Map<string, ListedRevocation[]>>()

/** What a list says of a certificate: usually nothing. */
export const entriesFor = (
  list: RevocationList,
  { serial }: CertificateSyntax,
): readonly ListedRevocation[] => bySerial(list).get(serial) ?? []

/** A list has thousands of entries, and is asked about at thousands of moments. */
function bySerial(list: RevocationList): Map<string, ListedRevocation[]> {
  const known = serials.get(list)
  if (known) return known
  const index = new Map<string, ListedRevocation[]>()
  for (const entry of list.revoked) {
    const same = index.get(entry.serial)
    if (same) same.push(entry)
    else index.set(entry.serial, [entry])
  }
  serials.set(list, index)
  return index
}
