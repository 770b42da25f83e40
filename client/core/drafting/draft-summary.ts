import type { DraftId } from '#crypto/fields/fields.js'
import type { DraftSummary, DraftVersionSummary } from '#server/contract/draft-wire.js'
import { ClientError } from '../client-error.js'
import { RelayProblem } from '../relay-problem.js'
import type { Session } from '../session/session.js'

type Versions = readonly DraftVersionSummary[]

/**
 * The versions of a draft as the relay lists them, oldest first.
 *
 * @throws ClientError `draft-unknown`
 */
export async function draftSummary({ relay }: Session, draft: DraftId): Promise<DraftSummary> {
  return relay.call('readDraft', { params: { draft } }).catch(orUnknown)
}

/** @throws ClientError `draft-unknown` for what the relay says so of; whatever else it was. */
export function orUnknown(error: unknown): never {
  if (!(error instanceof RelayProblem) || error.code !== 'draft-unknown') throw error
  throw new ClientError(
    'draft-unknown',
    'your authority has no such draft, or it was discarded or sent',
    'See those there are with: rogatory draft list',
    { cause: error },
  )
}

/** The version in force: the newest that is not kept aside. */
export const headOf = (versions: Versions): DraftVersionSummary | undefined =>
  versions.findLast(({ aside }) => !aside)

/** Versions kept aside that nobody has settled yet. */
export function openAsides(versions: Versions): Versions {
  const settled = new Set(versions.map(({ resolves }) => resolves))
  return versions.filter(({ aside, version }) => aside && !settled.has(version))
}
