import type { CertifiedTranslation } from '#crypto/translation/certified-translation.js'
import type { OpenHandoff } from '../../core/translation/read-handoff.js'

/** The certified statement of a hand-off that is in force; undefined before there is one. */
export function certifiedIn({
  acts,
  derived,
}: Pick<OpenHandoff, 'acts' | 'derived'>): CertifiedTranslation | undefined {
  const found = acts.find(({ digest }) => digest === derived.state?.translation)?.payload
  return found === undefined || 'act' in found ? undefined : found
}
