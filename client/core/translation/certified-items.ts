import type { OpenHandoff } from './read-handoff.js'

/** Digests of the documents that certified statements name, originals and translations. */
export const certifiedItems = (handoffs: readonly OpenHandoff[]): ReadonlySet<string> =>
  new Set(
    handoffs.flatMap(({ acts }) =>
      acts.flatMap(({ payload }) =>
        'items' in payload ? payload.items.flatMap(({ source, target }) => [source, target]) : [],
      ),
    ),
  )
