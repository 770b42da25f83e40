import { Refusal } from '../errors.js'
import type { LogStore, StoredCheckpoint } from './ports.js'

/**
 * The newest checkpoint.
 *
 * @returns a use-case that throws {@link Refusal} `leaf-unknown` while nothing is published.
 */
export const readCheckpoint =
  ({ log }: { readonly log: Pick<LogStore, 'newestCheckpoint'> }) =>
  async (): Promise<StoredCheckpoint> => {
    const newest = await log.newestCheckpoint()
    if (newest === undefined) throw new Refusal('leaf-unknown', 'the log has no checkpoint yet')
    return newest
  }
