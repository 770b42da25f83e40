import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { ExpressAdapter } from '@bull-board/express'
import type { Express } from 'express'
import { shownData } from './shown-data.js'

/** A queue of BullMQ. */
export type SeenQueue = ConstructorParameters<typeof BullMQAdapter>[0]

/**
 * Bull Board over queues, to look at and not to touch: what would change one is refused by the board itself, too.
 *
 * @param failed - told of what could not be read; whoever asked learns only that it could not.
 */
export function queueBoard(
  queues: readonly SeenQueue[],
  failed: (error: unknown) => void,
): Express {
  const adapter = new ExpressAdapter().setBasePath('')
  createBullBoard({
    queues: queues.map(shown),
    serverAdapter: adapter,
    options: {
      uiConfig: {
        boardTitle: 'Rogatory: queues',
        // It leads to another origin.
        hideDocsLink: true,
        // It would ask Redis for all its clients, which the account of the relay may not.
        showWorkers: false,
        miscLinks: [{ text: 'End this session', url: '/end' }],
      },
    },
  })
  // After the board has set its own, which tells the text of any error.
  adapter.setErrorHandler((error) => {
    failed(error)
    return { status: 500, body: { error: { key: 'ERRORS.INTERNAL_SERVER_ERROR' } } }
  })
  return (adapter.getRouter() as Express).disable('x-powered-by').disable('etag')
}

function shown(queue: SeenQueue): BullMQAdapter {
  const adapter = new BullMQAdapter(queue, { readOnlyMode: true })
  adapter.setFormatter('data', shownData)
  // Jobs return nothing and tell no progress; were there something, nobody has said what.
  adapter.setFormatter('returnValue', () => undefined)
  adapter.setFormatter('progress', () => 0)
  return adapter
}
