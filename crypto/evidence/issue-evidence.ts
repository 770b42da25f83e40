import { checked } from '../fields/checked.js'
import type { SigningKey } from '../keys/key.js'
import { signStatement } from '../statement/sign-statement.js'
import { directoryEvents, handoffEvents, packageEvents } from './event.js'
import {
  type DirectoryEvidence,
  Evidence,
  EVIDENCE_POLICY,
  type HandoffEvidence,
  type PackageEvidence,
} from './evidence.js'

/** What a relay decides about evidence: URI and policy follow from it. */
export type EvidenceClaims =
  | Omit<PackageEvidence, 'event' | 'policy'>
  | Omit<DirectoryEvidence, 'event' | 'policy'>
  | Omit<HandoffEvidence, 'event' | 'policy'>

/**
 * Signs evidence of one event.
 *
 * @param key - an `evidence` key of the relay's entry, in force at `time`.
 * @throws {@link CryptoError} `evidence/malformed` if it is none: a negative event without reasons, a
 *   recipient missing or too many, a time before the submission, …
 */
export async function issueEvidence(claims: EvidenceClaims, key: SigningKey): Promise<string> {
  const evidence = { ...claims, event: eventOf(claims), policy: EVIDENCE_POLICY }
  const payload = checked(Evidence, evidence, 'evidence/malformed')
  return signStatement({ typ: 'rogatory-evidence', payload, key })
}

function eventOf(claims: EvidenceClaims): string {
  if (claims.about === 'package') return packageEvents[claims.code]
  if (claims.about === 'handoff') return handoffEvents[claims.code]
  return directoryEvents[claims.code]
}
