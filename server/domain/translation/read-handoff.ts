import type { HandoffId } from '#crypto/fields/fields.js'
import type { HandoffPage, HandoffRecord } from '../../contract/handoff-wire.js'
import type { Caller } from '../../contract/wire.js'
import { asItem } from '../evidence/evidence-step.js'
import { Refusal } from '../errors.js'
import { MEMBERS } from '../../contract/permissions.js'
import { hasRole } from '../access/require-permission.js'
import { handoffAccess } from './handoff-access.js'
import { handoffContentDeleted, handoffUnknown } from './handoff-refusals.js'
import type { HandoffStore } from './handoff-store.js'
import { type KnownHandoff, knownHandoff } from './known-handoff.js'

type Ports = { readonly handoffs: HandoffStore }
export type ReadHandoff = ReturnType<typeof readHandoff>
export type ListHandoffs = ReturnType<typeof listHandoffs>
export type ReadHandoffEnvelope = ReturnType<typeof readHandoffEnvelope>

/**
 * A hand-off as the caller may see it.
 *
 * @throws {@link Refusal} `handoff-unknown`, the same for a stranger as for an id that nobody used.
 */
export function readHandoff({ handoffs }: Ports) {
  return async (caller: Caller, id: HandoffId): Promise<HandoffRecord> => {
    const known = await knownHandoff({ handoffs }, id)
    if (known === undefined || !handoffAccess(known, caller).record) throw handoffUnknown()
    return asHandoffRecord(known, caller)
  }
}

/** Hand-offs of the caller's authority; of a linguist, those whose turn or review has come to them. */
export function listHandoffs({ handoffs }: Ports) {
  return async (
    caller: Caller,
    { after, limit }: { readonly after?: HandoffId | undefined; readonly limit: number },
  ): Promise<HandoffPage> => {
    const { authority, kid, roles } = caller
    const whose = hasRole(roles, MEMBERS) ? { authority } : { kid }
    const found = await handoffs.list(whose, after, limit + 1)
    const shown = found.slice(0, limit)
    const known = await Promise.all(shown.map(({ handoff }) => knownHandoff({ handoffs }, handoff)))
    return {
      handoffs: known.flatMap((one) =>
        one !== undefined && handoffAccess(one, caller).record ? asHandoffRecord(one, caller) : [],
      ),
      next: found.length > limit ? (shown.at(-1)?.handoff ?? null) : null,
    }
  }
}

/**
 * An envelope, to whoever may have it now: a translator while it is their turn, the reviewer once there is
 * something to review; what a return holds to them both, and to the authority.
 *
 * @throws {@link Refusal} `handoff-unknown`; `handoff-ended` to a linguist whose turn is over or who was
 *   recalled: nothing new is given out; `content-deleted` where the time of its copies is over.
 */
export function readHandoffEnvelope({ handoffs }: Ports) {
  return async (caller: Caller, id: HandoffId, digest: string): Promise<{ envelope: string }> => {
    const known = await knownHandoff({ handoffs }, id)
    if (known === undefined) throw handoffUnknown()
    const access = handoffAccess(known, caller)
    if (!access.record) throw handoffUnknown()
    if (known.kept.content === 'deleted') throw handoffContentDeleted()
    const isReturn = known.derived.state?.returned?.act.envelope === digest
    const isTheirs = access.source?.envelope === digest || (isReturn && access.source !== null)
    const envelope = isTheirs ? await handoffs.envelope(id, digest) : undefined
    if (envelope !== undefined) return { envelope }
    if (access.source === null) throw nothingNew()
    throw handoffUnknown()
  }
}

export const nothingNew = () =>
  new Refusal('handoff-ended', 'your part in this hand-off is over: nothing more is given out')

/** A hand-off with what was stated about it, and the digest of the envelope that is the caller's. */
export function asHandoffRecord(known: KnownHandoff, caller: Caller): HandoffRecord {
  const { kept, acts, chain } = known
  const { source } = handoffAccess(known, caller)
  return {
    statement: kept.statement,
    credential: kept.credential,
    acts: acts
      .filter(({ typ }) => typ !== 'rogatory-handoff')
      .map(({ statement, credential }) => ({ statement, credential })),
    evidence: chain.map(asItem),
    envelope: kept.content === 'deleted' ? null : (source?.envelope ?? null),
  }
}
