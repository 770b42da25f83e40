import type { Notice } from '#server/contract/notice.js'
import type { AssignmentNotice } from '#server/contract/assignment-wire.js'
import type { DraftNotice } from '#server/contract/draft-wire.js'
import type { FeedEvent } from '#server/contract/wire.js'
import { checkEvidence, type CheckedEvidence } from '../proof/check-evidence.js'
import { eventMeanings } from '../packages/event-meanings.js'
import type { Subscription } from '../ports.js'
import type { Session } from './session.js'

export type WatchedEvent = {
  readonly evidence: CheckedEvidence
  /** What the code means, in English. */
  readonly meaning: string
}

export type EventWatcher = {
  readonly onEvent: (event: WatchedEvent) => void | Promise<void>
  /** What the relay tells besides evidence. Signed by nobody: it decides nothing. */
  readonly onNotice?: (notice: Notice) => void
  /** A draft of the authority has changed: told live, never repeated. */
  readonly onDraft?: (notice: DraftNotice) => void
  /** Who has a case of the authority has changed: told live, never repeated. */
  readonly onAssignment?: (notice: AssignmentNotice) => void
  readonly onConnection?: (state: 'connected' | 'lost') => void
  /** Nothing comes any more: the relay sent what its key did not sign, or let us in no more, or `onEvent` failed. */
  readonly onEnd: (error: unknown) => void
}

/**
 * Events of the officer's authority as they happen, one after the other, each with the relay's
 * signature verified. A notice that a package is there for this authority counts as seen once
 * `onEvent` has returned: the relay is told, and states D.3.
 *
 * @param after - Leaf index of the last event seen before, -1 for all there are.
 */
export async function watchEvents(
  session: Session,
  after: number,
  watcher: EventWatcher,
): Promise<Subscription> {
  const { relay, relayId, directory, officer } = session
  // Asked for once here: an event must not be lost because its key cannot be looked up just then.
  await directory.history(relayId)

  const watch: { subscription?: Subscription; ended: boolean } = { ended: false }
  const close = (): void => {
    watch.ended = true
    watch.subscription?.close()
  }
  async function pass({ evidence, package: pkg }: FeedEvent): Promise<boolean> {
    const checked = await checkEvidence(session, evidence, { package: pkg })
    const { code, recipient } = checked.payload
    await watcher.onEvent({ evidence: checked, meaning: eventMeanings[code] })
    return code === 'D.1' && recipient === officer.authority
  }

  watch.subscription = await relay.listen(after, {
    ...(watcher.onConnection && { onConnection: watcher.onConnection }),
    ...(watcher.onNotice && { onNotice: watcher.onNotice }),
    ...(watcher.onDraft && { onDraft: watcher.onDraft }),
    ...(watcher.onAssignment && { onAssignment: watcher.onAssignment }),
    onEnd: (error) => watcher.onEnd(error),
    async onEvent(event) {
      if (watch.ended) return false
      try {
        return await pass(event)
      } catch (error) {
        close()
        watcher.onEnd(error)
        return false
      }
    },
  })
  // An event may have come, and failed, before there was anything to close.
  if (watch.ended) watch.subscription.close()
  return { close }
}
