import type { FeedEvent } from '../contract/wire.js'
import type { ReadFeed } from '../domain/evidence/read-feed.js'
import type { Caller } from '../contract/wire.js'
import type { OutgoingQueue } from './outgoing-queue.js'

const PAGE = 100

/**
 * Sends an authority's events after a position, in the log's order, then those without an index yet,
 * no faster than the client takes them.
 *
 * @returns the position reached.
 */
export async function replayFeed(
  readFeed: ReadFeed,
  caller: Caller,
  after: number,
  { emit, queue }: { readonly emit: (event: FeedEvent) => void; readonly queue: OutgoingQueue },
): Promise<number> {
  let position = after
  for (;;) {
    const page = await readFeed(caller, { after: position, limit: PAGE })
    if (!(await queue.roomAgain())) return position
    for (const event of page.events) emit(event)
    position = page.position
    if (!page.more) return position
  }
}
