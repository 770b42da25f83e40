import { z } from 'zod'
import { AuthorityId, CaseId, Digest, Timestamp } from '../fields/fields.js'

/** Bounds what one clock makes a relay keep and do. */
export const MAX_WARNINGS = 4
export const MAX_REVISIONS = 1000

/**
 * Payload of `rogatory-clock`: an officer asks the relay to watch a deadline of the officer's own authority
 * that the relay cannot know of, since it rests on content.
 *
 * `clock` is an opaque name ({@link nameClock}), `evidence` the evidence that started it (null where an oral
 * request did, of which there is none), and `detail` an
 * envelope to the own authority that says what kind of clock it is and how `due` was counted: the relay
 * learns instants and nothing else. A clock is moved, suspended, resumed and ended by a higher `revision`.
 */
export const ClockRequest = z
  .strictObject({
    clock: Digest,
    revision: z.number().int().min(1).max(MAX_REVISIONS),
    authority: AuthorityId,
    case: CaseId,
    evidence: Digest.nullable(),
    state: z.enum(['running', 'suspended', 'ended']),
    due: Timestamp,
    warnings: z.array(Timestamp).max(MAX_WARNINGS),
    detail: z
      .string()
      .min(2)
      .max(16 * 1024),
    declared: Timestamp,
  })
  .refine(
    ({ warnings, due }) => [...warnings, due].every((at, i, all) => at > (all[i - 1] ?? '')),
    'warnings in order, each before the clock is due',
  )
export type ClockRequest = z.infer<typeof ClockRequest>
