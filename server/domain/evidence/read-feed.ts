import type { Caller, FeedPage } from '../../contract/wire.js'
import { asFeedEvent } from './evidence-step.js'
import type { EvidenceStore } from '../ports.js'

type Ports = { readonly evidence: Pick<EvidenceStore, 'sequencedAfter' | 'unsequenced'> }
export type ReadFeed = ReturnType<typeof readFeed>

/**
 * The events of the caller's authority in the log's order, then those without an index yet, which
 * come again with one (docs/adr/0003). `position` is the `after` of the next request.
 */
export function readFeed({ evidence }: Ports) {
  return async (
    { authority }: Pick<Caller, 'authority'>,
    { after, limit }: { readonly after: number; readonly limit: number },
  ): Promise<FeedPage> => {
    const found = await evidence.sequencedAfter(authority, after, limit + 1)
    const sequenced = found.slice(0, limit)
    const more = found.length > limit
    const fresh = more ? [] : await evidence.unsequenced(authority, limit)
    return {
      events: [...sequenced, ...fresh].map(asFeedEvent),
      position: sequenced.at(-1)?.index ?? after,
      more,
    }
  }
}
