import type { BlobRemoval } from '../ports.js'
import { removeCopy } from './remove-copy.js'
import type { KnownResealing, ResealingStore } from './resealing-store.js'

type Ports = {
  readonly resealings: Pick<ResealingStore, 'noteReplacedDeleted' | 'removeEnvelope'>
  readonly blobs: BlobRemoval
}

/** Removes a copy of a package whose content is deleted, and with it the need to look for what it replaces. Again: nothing. */
export async function removeWithContent(
  ports: Ports,
  copy: KnownResealing,
  at: Date,
): Promise<void> {
  await removeCopy(ports, copy, at)
  await ports.resealings.noteReplacedDeleted(copy.digest)
}
