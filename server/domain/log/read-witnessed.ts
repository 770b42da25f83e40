import { cosignedNote } from './cosigned-note.js'
import type { CosignatureStore, LogStore, StoredCosignature } from './ports.js'
import type { ProveConsistency } from './prove-consistency.js'

type Ports = {
  readonly log: Pick<LogStore, 'checkpoint'>
  readonly cosignatures: Pick<CosignatureStore, 'earliestFrom'>
  readonly proveConsistency: ProveConsistency
}

/** A cosigned checkpoint, and the path (base64) that shows it to continue the one asked about. */
export type Witnessed = { readonly checkpoint: string; readonly path: string[] }

/** So many a bundle takes. */
const MAX_WITNESSED = 16

/**
 * What witnesses say of the checkpoint of so many leaves: of each its earliest cosignature over that one
 * or a later one, with what shows the later to begin with it. Earliest first.
 */
export async function readWitnessed(
  { log, cosignatures, proveConsistency }: Ports,
  size: number,
): Promise<Witnessed[]> {
  const bySize = new Map<number, StoredCosignature[]>()
  for (const one of await cosignatures.earliestFrom(size)) {
    bySize.set(one.size, [...(bySize.get(one.size) ?? []), one])
  }
  const sizes = [...bySize.keys()].sort((a, b) => a - b).slice(0, MAX_WITNESSED)
  const witnessed = sizes.map(async (to) => {
    const checkpoint = await log.checkpoint(to)
    if (checkpoint === undefined) return []
    const { path } = await proveConsistency({ from: size, to })
    return [{ checkpoint: cosignedNote(checkpoint.note, bySize.get(to) ?? []), path }]
  })
  return (await Promise.all(witnessed)).flat()
}
