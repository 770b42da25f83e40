import { Refusal } from '../errors.js'
import { cosignedNote } from './cosigned-note.js'
import type { CosignatureStore, LogStore, StoredCheckpoint } from './ports.js'

/**
 * The newest checkpoint, with the cosignatures that witnesses have given for it so far.
 *
 * @returns a use-case that throws {@link Refusal} `leaf-unknown` while nothing is published.
 */
export const readCheckpoint =
  ({
    log,
    cosignatures,
  }: {
    readonly log: Pick<LogStore, 'newestCheckpoint'>
    readonly cosignatures: Pick<CosignatureStore, 'forCheckpoint'>
  }) =>
  async (): Promise<StoredCheckpoint> => {
    const newest = await log.newestCheckpoint()
    if (newest === undefined) throw new Refusal('leaf-unknown', 'the log has no checkpoint yet')
    const given = await cosignatures.forCheckpoint(newest.size)
    return { ...newest, note: cosignedNote(newest.note, given) }
  }
