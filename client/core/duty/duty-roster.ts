import { canonicalize } from '#crypto/canonical/canonicalize.js'
import { DutyRoster } from '#crypto/duty/duty-roster.js'
import { signRoster, verifyRoster } from '#crypto/duty/roster-statement.js'
import { CryptoError } from '#crypto/errors.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { SignedRoster } from '#server/contract/wire.js'
import { ClientError } from '../client-error.js'
import { listOfficers, type Member } from '../officers/list-officers.js'
import { type RosterDraft, type Rostered, rosteredFrom } from './roster-draft.js'
import type { Session } from '../session/session.js'

export type ReadRoster = {
  readonly roster: DutyRoster
  readonly digest: string
  /** Whether an officer whom the authority vouches for now signed it: else set it again. */
  readonly isVouched: boolean
  /** The authority's officers: names stand in their credentials. */
  readonly members: readonly Member[]
}

/** The duty roster of one's own authority, undefined while there is none. */
export async function dutyRoster(session: Session): Promise<ReadRoster | undefined> {
  const members = await listOfficers(session)
  const { standing: signed } = await session.relay.call('readRoster')
  if (signed === null) return undefined
  const { payload, digest } = await readStatement(signed.roster)
  const shape = DutyRoster.safeParse(payload)
  const { authority } = session.officer
  if (!shape.success || shape.data.authority !== authority) {
    throw new ClientError(
      'directory-untrusted',
      'the relay shows a roster that is not one of your authority',
      'Set it again, and ask the relay’s operator.',
    )
  }
  return { roster: shape.data, digest, members, isVouched: await isVouched(session, signed) }
}

async function isVouched(session: Session, signed: SignedRoster): Promise<boolean> {
  const { directory, officer, platform } = session
  const [entry, revocations] = await Promise.all([
    directory.current(officer.authority),
    directory.revocations(officer.authority),
  ])
  const by = { credential: signed.credential, entry, revocations, at: platform.now() }
  return verifyRoster(signed.roster, by).then(
    () => true,
    (error: unknown) => {
      if (error instanceof CryptoError) return false
      throw error
    },
  )
}

/**
 * Sets the duty roster: the next version, signed by this officer. Setting what stands is no new version.
 *
 * @returns the version in force.
 * @throws ClientError `officer-unknown`, `usage`; CryptoError `duty/roster` naming what does not fit;
 *   RelayProblem `not-permitted`, `roster-conflict`
 */
export async function setDutyRoster(session: Session, draft: RosterDraft): Promise<number> {
  const before = await dutyRoster(session)
  const members = before?.members ?? (await listOfficers(session))
  const rostered = rosteredFrom(draft, members)
  requireOnDuty(rostered.persons, members)
  if (before?.isVouched === true && isSame(before.roster, rostered)) return before.roster.version
  const { authority, signingKey, credential } = session.officer
  const next: DutyRoster = {
    ...rostered,
    authority,
    version: (before?.roster.version ?? 0) + 1,
    supersedes: before?.digest ?? null,
    declared: session.platform.now().toISOString(),
  }
  const roster = await signRoster(next, signingKey)
  const body = { roster, credential: credential.statement }
  const { version } = await session.relay.call('publishRoster', { body })
  return version
}

function isSame(roster: DutyRoster, rostered: Rostered): boolean {
  const { persons, shifts, exceptions, backup, keyWarnings, webhooks } = roster
  const standing = { persons, shifts, exceptions, backup, keyWarnings, webhooks }
  return canonicalize(standing) === canonicalize(rostered)
}

/** An alert is for somebody who may open what it is about. */
function requireOnDuty(persons: DutyRoster['persons'], members: readonly Member[]): void {
  for (const { officer } of persons) {
    const own = members.filter(({ claims }) => claims.officer === officer)
    if (own.some(({ standing }) => standing === 'active')) continue
    throw new ClientError(
      'officer-unknown',
      `${own[0]?.claims.name ?? officer} is no officer of your authority any more`,
      'See: rogatory officer list',
    )
  }
}
