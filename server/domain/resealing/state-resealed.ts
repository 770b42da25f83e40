import { stateDirectoryEvent, type StatingPorts } from '../directory/state-directory-event.js'
import type { KnownPackage, PackageStore, StoredStatement } from '../ports.js'
import type { KnownResealing } from './resealing-store.js'

type Ports = StatingPorts & { readonly packages: Pick<PackageStore, 'noteResealed'> }

/**
 * Has the authority of a copy be served it from here on, and states X.9. Either is done once: whoever finds a copy that a
 * crash left without them calls this again.
 */
export async function stateResealed(
  ports: Ports,
  { resealedBy = [] }: Pick<KnownPackage, 'resealedBy'>,
  { authority, digest: subject, header }: KnownResealing,
): Promise<StoredStatement> {
  if (!resealedBy.includes(authority)) await ports.packages.noteResealed(header, authority)
  return stateDirectoryEvent(ports, { code: 'X.9', authority, subject })
}
