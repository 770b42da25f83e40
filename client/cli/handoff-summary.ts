import { handoffEvents } from '#crypto/evidence/event.js'
import type { OpenHandoff } from '../core/translation/read-handoff.js'
import { localTime } from './local-time.js'

/** A hand-off for scripts: what is known of it without opening anything. */
export function handoffSummary({ handoff, derived, evidence, acts, wire }: OpenHandoff) {
  const { state } = derived
  const { payload } = handoff
  const turn = state?.turn ?? 0
  const terms = payload.turns[turn]
  return {
    ...{ handoff: payload.handoff, authority: payload.authority, pair: payload.pair },
    ...{ stage: state?.stage ?? null, turn, overdue: state?.overdue ?? false },
    ...{ acceptBy: terms?.acceptBy ?? null, due: terms?.due ?? null },
    machine: state?.machine ?? 'none',
    yours: wire.envelope !== null,
    package: payload.source.package,
    parts: payload.source.parts.map(({ part }) => part),
    by: handoff.credential.payload.name,
    acts: acts.map(({ payload: said, credential, digest }) => ({
      act: 'act' in said ? said.act : 'certify',
      ...{ digest, by: credential.payload.name, declared: said.declared },
    })),
    evidence: evidence.map(({ digest, payload: { code, time } }) => ({ code, time, digest })),
  }
}

/** The same for people. */
export function handoffLines(open: OpenHandoff): string[] {
  const said = handoffSummary(open)
  const { from, to } = said.pair
  return [
    `hand-off   ${said.handoff}, ${from} to ${to}, by ${said.by} of ${said.authority}`,
    `stands     ${said.stage ?? 'not begun'}${said.overdue ? ', overdue' : ''}`,
    `turn       ${said.turn + 1} of ${open.handoff.payload.turns.length}`,
    ...(said.acceptBy === null ? [] : [`accept by  ${localTime(said.acceptBy)}`]),
    ...(said.due === null ? [] : [`due        ${localTime(said.due)}`]),
    ...(said.machine === 'none' ? [] : [`machine    ${said.machine}`]),
    ...open.evidence.map(
      ({ payload: { code, time } }) =>
        `${localTime(time)}  ${code}  ${handoffEvents[code].replace(/.*:/, '')}`,
    ),
  ]
}
