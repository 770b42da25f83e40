import type { HandoffId } from '#crypto/fields/fields.js'
import { PATIENCE_MS } from '../pending-jobs.js'
import type { Clock, Outbox } from '../ports.js'
import { after } from '../timestamp.js'

type Ports = { readonly outbox: Outbox; readonly clock: Clock }

/**
 * Tells the queue of the job of a hand-off, which was asked for before its evidence was kept. Where that took so long that
 * the job may have looked and found nothing to do, it is asked for once more.
 *
 * @param since - no later than it was asked for.
 */
export async function hurryTurn({ outbox, clock }: Ports, handoff: HandoffId, since: Date) {
  const about = { handoff }
  if (clock.now() > after(since, PATIENCE_MS / 2)) {
    await outbox.ask('translation.turn', about, { hold: true })
  }
  outbox.hasten('translation.turn', about)
}
