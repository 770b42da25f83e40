import type { OfficerAct } from '#crypto/directory/verify-act.js'
import type { CertifiedTranslation } from '#crypto/translation/certified-translation.js'
import { ClientError } from '../client-error.js'
import type { OpenHandoff } from './read-handoff.js'

export type Certified = {
  readonly statement: OfficerAct<CertifiedTranslation>
  /** When the relay recorded it, RFC 3339. */
  readonly at: string
  /** Who reviewed it; null if nobody did. */
  readonly reviewer: { readonly name: string; readonly authority: string } | null
}

/**
 * The certified statement of a hand-off that still stands.
 *
 * @throws ClientError `translation-uncertified` if it was never certified, or was taken back since
 */
export function certifiedOf({ acts, evidence, derived }: OpenHandoff): Certified {
  const { stage = 'assigned', translation } = derived.state ?? {}
  const isStanding = stage === 'certified' || stage === 'countersigned'
  const found = acts.find(({ digest }) => isStanding && digest === translation)
  const recorded = evidence.find(({ payload }) => payload.subject === found?.digest)
  if (found === undefined || recorded === undefined || !isCertified(found)) {
    throw new ClientError(
      'translation-uncertified',
      `no translation of this hand-off is certified now: it is ${stage}`,
      'See where it stands: rogatory translation show HANDOFF',
    )
  }
  const review = acts.findLast(
    ({ payload }) =>
      'act' in payload &&
      (payload.act === 'countersign' ||
        (payload.act === 'review' && payload.outcome === 'approved')),
  )?.credential.payload
  return {
    statement: found,
    at: recorded.payload.time,
    reviewer: review ? { name: review.name, authority: review.authority } : null,
  }
}

const isCertified = (act: OpenHandoff['acts'][number]): act is OfficerAct<CertifiedTranslation> =>
  act.typ === 'rogatory-translation'
