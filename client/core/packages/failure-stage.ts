import type { PackageEvidence } from '#crypto/evidence/evidence.js'

const STAGES = ['provisional', 'final'] as const
export type FailureStage = (typeof STAGES)[number]

const JUDGED = ['D.4', 'E.2']

/**
 * Whether a failure by the clock is the provisional or the final one: the word that the text of its reason begins with
 * (docs/protocol.md, section 6.1). Undefined for other evidence, such as of one step of an alert.
 */
export function failureStage({
  code,
  reasons,
}: Pick<PackageEvidence, 'code' | 'reasons'>): FailureStage | undefined {
  if (!JUDGED.includes(code)) return undefined
  return STAGES.find((stage) => reasons.some(({ text }) => text.startsWith(`${stage}: `)))
}
