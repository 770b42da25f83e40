import type { SigningKey } from '#crypto/keys/key.js'
import { cosignCheckpoint } from '#crypto/transparency/cosignature.js'
import type { NoteKey } from '#crypto/transparency/note-key.js'
import { type LogObserver, type ObservedLog, observeLog } from './observe-log.js'

/**
 * One round of a witness behind a firewall: observes the log, cosigns what continues what it remembers,
 * and hands the cosignature to the relay. It remembers before it cosigns, so a round that dies in
 * between is made up for by the next: the same checkpoint is cosigned again.
 *
 * @param key - for cosignatures, and none but this witness's.
 * @throws as {@link observeLog}; RelayProblem if the relay does not take the cosignature.
 */
export async function witnessLog(
  observer: LogObserver,
  key: NoteKey<SigningKey>,
): Promise<ObservedLog | undefined> {
  const seen = await observeLog(observer)
  if (seen === undefined) return undefined
  const seconds = Math.floor(observer.now().getTime() / 1000)
  const cosignatures = await cosignCheckpoint(seen.note, key, seconds)
  await observer.relay.call('addCosignatures', { body: { size: seen.size, cosignatures } })
  return seen
}
