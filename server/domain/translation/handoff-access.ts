import type { HandoffStage } from '#crypto/translation/handoff-state.js'
import { MEMBERS } from '../../contract/permissions.js'
import type { Caller } from '../../contract/wire.js'
import { hasRole } from '../access/require-permission.js'
import type { KnownHandoff } from './known-handoff.js'

/** While the work of a turn goes on. What was certified needs no text any more. */
const WORKING: readonly HandoffStage[] = [
  ...(['assigned', 'accepted', 'delivered', 'changes-wanted', 'reviewed'] as const),
]
const RETURNED: readonly HandoffStage[] = ['delivered', 'changes-wanted', 'reviewed', 'certified']

/**
 * What of a hand-off somebody may have. The octets are sealed whoever has them; this is what keeps an
 * envelope from a translator whose turn has not come, has passed, or was recalled.
 *
 * - `record`: the statements.
 * - `source`: the ciphertext that was handed off, and the digest of the envelope that is theirs.
 * - `targets`: the ciphertext that was given back, and its envelope.
 */
export type HandoffAccess = {
  readonly record: boolean
  readonly source: { readonly envelope: string | null } | null
  readonly targets: boolean
}

const NOTHING: HandoffAccess = { record: false, source: null, targets: false }

export function handoffAccess(known: KnownHandoff, caller: Caller): HandoffAccess {
  if (known.derived.state === undefined) return NOTHING
  const own = asLinguist(known, caller)
  if (caller.authority !== known.payload.authority || !hasRole(caller.roles, MEMBERS)) return own
  return { record: true, source: own.source ?? { envelope: null }, targets: true }
}

function asLinguist({ payload, derived }: KnownHandoff, { authority, kid }: Caller): HandoffAccess {
  const { turns, reviewer } = payload
  const { state } = derived
  const place = turns.findIndex(
    ({ translator }) => translator.kid === kid && translator.authority === authority,
  )
  if (state === undefined) return NOTHING
  if (place >= 0) {
    const isTheirs = place === state.turn && WORKING.includes(state.stage)
    const envelope = turns[place]?.envelope ?? null
    return { record: place <= state.turn, source: isTheirs ? { envelope } : null, targets: false }
  }
  if (reviewer?.linguist.kid !== kid || reviewer.linguist.authority !== authority) return NOTHING
  const isTheirs = state.returned !== null && RETURNED.includes(state.stage)
  return {
    record: state.returned !== null,
    source: isTheirs ? { envelope: reviewer.envelope } : null,
    targets: isTheirs,
  }
}
