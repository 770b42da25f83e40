import { OfficerCredential } from '#crypto/directory/officer-credential.js'
import { CORRESPONDENTS } from '#crypto/directory/roles.js'
import type { LinguistProfile } from '#crypto/directory/linguist-profile.js'
import { CryptoError } from '#crypto/errors.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { HandoffAct } from '#crypto/translation/handoff-act.js'
import type { Handoff, Linguist } from '#crypto/translation/handoff.js'
import { ClientError } from '../client-error.js'
import { listDirectory } from '../directory/list-directory.js'
import type { Session } from '../session/session.js'
import { awaitedOf } from './awaited-of.js'
import { verifiedLinguist } from './linguist-of.js'
import { listHandoffs, type OpenHandoff } from './read-handoff.js'

/** A translator whom an authority or a provider offers, and what our own hand-offs tell of them. */
export type OfferedTranslator = {
  readonly linguist: Linguist
  readonly name: string
  readonly profile: LinguistProfile
  readonly validTo: string
  /** Hand-offs of our authority that wait for them now, and whether that is all that they take at a time. */
  readonly open: number
  readonly isFull: boolean
  /** What they declared when they last accepted something of ours; null if they never did. */
  readonly declared: {
    readonly confidentialitySince: string
    readonly conflictExcluded: string
  } | null
  /** Some hand-off of ours was taken back from them for a breach. */
  readonly breached: boolean
}

/**
 * The translators to whom this officer can hand something: of the own authority, of every provider in the
 * directory, and of the authorities named. Each is verified; who is not vouched for now is left out.
 *
 * @throws ClientError `directory-…`; RelayProblem
 */
export async function offeredTranslators(
  session: Session,
  authorities: readonly AuthorityId[] = [],
): Promise<readonly OfferedTranslator[]> {
  const { relay, directory, officer, platform } = session
  const providers = await listDirectory(relay, (id) => directory.current(id), {
    function: 'translation',
  })
  const all = new Set<AuthorityId>([
    officer.authority,
    ...providers.entries.map(({ payload }) => payload.authority),
    ...authorities,
  ])
  // Only who corresponds sees all that the authority handed over; nobody else hands anything over.
  const { roles } = officer.credential.payload
  const ours = CORRESPONDENTS.some((role) => roles.includes(role))
    ? (await listHandoffs(session)).handoffs
    : []
  const found: OfferedTranslator[] = []
  for (const authority of all) {
    const { translators } = await relay.call('listTranslators', { params: { authority } })
    for (const { statement } of translators) {
      const offered = await verified(session, statement, authority, platform.now())
      if (offered !== undefined)
        found.push({ ...offered, ...told(ours, offered.linguist, offered.profile) })
    }
  }
  return found.toSorted((a, b) => a.open - b.open || (a.name < b.name ? -1 : 1))
}

async function verified(session: Session, statement: string, authority: AuthorityId, at: Date) {
  try {
    const claimed = OfficerCredential.parse((await readStatement(statement)).payload)
    if (claimed.authority !== authority) return undefined
    const { payload } = await verifiedLinguist(session, statement, at)
    const { officer, kid, name, linguist: profile, validTo, sealingKey } = payload
    if (profile === undefined || sealingKey === null) return undefined
    return { linguist: { authority, officer, kid }, name, profile, validTo }
  } catch (error) {
    const isDistrust =
      error instanceof CryptoError ||
      (error instanceof ClientError &&
        ['officer-unknown', 'directory-pending'].includes(error.code))
    if (isDistrust) return undefined
    throw error
  }
}

function told(ours: readonly OpenHandoff[], { kid }: Linguist, { capacity }: LinguistProfile) {
  const named = ours.filter(({ handoff }) => turnOf(handoff.payload, kid) >= 0)
  const open = named.filter(
    ({ handoff, derived: { state } }) =>
      state !== undefined && awaitedOf(handoff.payload, state)?.who?.kid === kid,
  ).length
  const acts = named.flatMap(({ acts: all }) =>
    all.flatMap(({ payload, credential }) =>
      'act' in payload && credential.payload.kid === kid ? payload : [],
    ),
  )
  const accepted = acts
    .filter((act): act is Extract<HandoffAct, { act: 'accept' }> => act.act === 'accept')
    .toSorted((a, b) => (a.declared < b.declared ? -1 : 1))
    .at(-1)
  return {
    open,
    isFull: open >= capacity,
    declared: accepted
      ? {
          confidentialitySince: accepted.confidentialitySince,
          conflictExcluded: accepted.conflictExcluded,
        }
      : null,
    breached: named.some(
      ({ handoff, acts: all, derived: { state } }) =>
        state?.turn === turnOf(handoff.payload, kid) &&
        all.some(
          ({ payload }) =>
            'act' in payload && payload.act === 'recall' && payload.ground === 'breach',
        ),
    ),
  }
}

const turnOf = ({ turns }: Handoff, kid: string): number =>
  turns.findIndex(({ translator }) => translator.kid === kid)
