import { CORRESPONDENTS } from '#crypto/directory/roles.js'
import { handoffEvents } from '#crypto/evidence/event.js'
import type { Linguist } from '#crypto/translation/handoff.js'
import type { Session } from '../../core/session/session.js'
import { awaitedOf, isAwaitedOf } from '../../core/translation/awaited-of.js'
import type { OpenHandoff } from '../../core/translation/read-handoff.js'
import { localTime } from '../options/local-time.js'

/** A hand-off for scripts: what is known of it without opening anything. */
export function handoffSummary(open: OpenHandoff, { officer }: Pick<Session, 'officer'>) {
  const { handoff, derived, evidence, acts, wire } = open
  const { state } = derived
  const { payload } = handoff
  const turn = state?.turn ?? 0
  const terms = payload.turns[turn]
  const awaited = state && awaitedOf(payload, state)
  const { roles } = officer.credential.payload
  return {
    handoff: payload.handoff,
    authority: payload.authority,
    pair: payload.pair,
    stage: state?.stage ?? null,
    turn,
    turns: payload.turns.length,
    overdue: state?.overdue ?? false,
    acceptBy: terms?.acceptBy ?? null,
    due: terms?.due ?? null,
    machine: state?.machine ?? 'none',
    awaited: awaited ?? null,
    waitsForMe: isAwaitedOf(awaited, payload, {
      authority: officer.authority,
      kid: officer.signingKey.kid,
      corresponds: CORRESPONDENTS.some((role) => roles.includes(role)),
    }),
    yours: wire.envelope !== null,
    translator: terms?.translator ?? null,
    reviewer: payload.reviewer?.linguist ?? null,
    package: payload.source.package,
    ofPackage: payload.source.header !== null,
    parts: payload.source.parts.map(({ part }) => part),
    supersedes: payload.supersedes,
    by: handoff.credential.payload.name,
    acts: acts.map(({ payload: said, credential, digest }) => ({
      act: 'act' in said ? said.act : 'certify',
      digest,
      by: credential.payload.name,
      declared: said.declared,
    })),
    evidence: evidence.map(({ digest, payload: { code, time } }) => ({ code, time, digest })),
  }
}
export type HandoffSummary = ReturnType<typeof handoffSummary>

/** The same for people. */
export function handoffLines(open: OpenHandoff, session: Pick<Session, 'officer'>): string[] {
  const said = handoffSummary(open, session)
  const { from, to } = said.pair
  const names = new Map(
    open.acts.map(({ digest, credential }) => [digest, credential.payload.name]),
  )
  return [
    `hand-off   ${said.handoff}, ${from} to ${to}, by ${said.by} of ${said.authority}`,
    `stands     ${said.stage ?? 'not begun'}${said.overdue ? ', overdue' : ''}`,
    `next       ${nextOf(said)}`,
    ...whoLine('translator', said.translator, open),
    ...whoLine('reviewer', said.reviewer, open),
    `turn       ${said.turn + 1} of ${said.turns}`,
    ...(said.acceptBy === null ? [] : [`accept by  ${localTime(said.acceptBy)}`]),
    ...(said.due === null ? [] : [`due        ${localTime(said.due)}`]),
    ...(said.machine === 'none' ? [] : [`machine    ${said.machine}`]),
    ...(said.supersedes === null ? [] : [`replaces   ${said.supersedes}`]),
    ...open.evidence.map(({ payload: { code, time, subject } }) =>
      [
        `${localTime(time)}  ${code.padEnd(4)}  ${handoffEvents[code].replace(/.*:/, '')}`,
        ...(names.has(subject ?? '') ? [`, ${names.get(subject ?? '') ?? ''}`] : []),
      ].join(''),
    ),
  ]
}

/** Whoever has done something is known by the name under which they signed it. */
function whoLine(what: string, who: Linguist | null, { acts }: OpenHandoff): string[] {
  if (who === null) return []
  const { payload } =
    acts.find(({ credential }) => credential.payload.kid === who.kid)?.credential ?? {}
  const name = payload === undefined ? '' : `${payload.name}, `
  return [`${what.padEnd(10)} ${name}${who.kid} of ${who.authority}`]
}

const WORDS = {
  accept: 'accept or decline',
  return: 'return the translation',
  review: 'review what was returned',
  certify: 'certify it',
  countersign: 'countersign it',
  reassignment: 'the relay passes it on',
  'new-hand-off': 'hand it off anew: nobody is left in the rotation',
} as const

/** What comes next, and whether it is the reader's. */
export function nextOf({ awaited, waitsForMe }: Pick<HandoffSummary, 'awaited' | 'waitsForMe'>) {
  if (awaited === null) return 'nothing more is expected'
  const until = awaited.until === null ? '' : `, until ${localTime(awaited.until)}`
  const whose =
    awaited.act === 'reassignment' || waitsForMe
      ? ''
      : ` (${awaited.who === null ? 'an officer of the authority' : 'another linguist'})`
  return `${waitsForMe ? 'YOU: ' : ''}${WORDS[awaited.act]}${whose}${until}`
}
