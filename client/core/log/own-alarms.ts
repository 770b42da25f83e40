import { digestOf } from '#crypto/bytes/sha256.js'
import { ClientError } from '../client-error.js'
import { RelayProblem } from '../relay-problem.js'
import type { Session } from '../session/session.js'

/** What the relay shows in the name of one's own authority that one's own keys do not bear out. */
export type OwnAlarm = {
  readonly code: 'entry-foreign-key' | 'entry-new-version' | 'credential-other'
  readonly text: string
}

/**
 * Holds what the relay shows of one's own authority against one's own keys: an entry with a sealing key
 * that is not in the vault, a version that nobody here was told of, a credential for one's own key that
 * one does not hold. Whoever got hold of a root, or of the identity key, shows here and nowhere else.
 *
 * An officer to whom the vault is not open cannot judge the keys, and is told of versions only.
 */
export async function ownAlarms(session: Session): Promise<readonly OwnAlarm[]> {
  const found = await Promise.all([
    foreignKeys(session),
    newVersions(session),
    otherCredential(session),
  ])
  return found.flat()
}

async function foreignKeys(session: Session): Promise<OwnAlarm[]> {
  const { directory, officer } = session
  const history = await directory.history(officer.authority)
  const held = await session.vaultKeys().catch((error: unknown) => {
    if (error instanceof ClientError && error.code === 'vault-closed') return undefined
    if (error instanceof RelayProblem && error.status === 403) return undefined
    throw error
  })
  const own = new Set(held?.map(({ kid }) => kid))
  const newest = history.at(-1)
  if (held === undefined || newest === undefined) return []
  return newest.payload.keys
    .filter(({ purpose, kid }) => purpose === 'envelopes' && !own.has(kid))
    .map(({ kid }) => ({
      code: 'entry-foreign-key' as const,
      text: `version ${newest.payload.version} of your authority’s entry names a sealing key (${kid}) that is not in your vault: whoever holds it reads what is sent to you`,
    }))
}

async function newVersions({ directory, officer, platform }: Session): Promise<OwnAlarm[]> {
  const history = await directory.history(officer.authority)
  // After it was looked at: the first sight of an authority is no change.
  const told = await platform.seen.told(officer.authority)
  return history
    .filter(({ payload }) => payload.version > told)
    .map(({ payload, certificate }) => ({
      code: 'entry-new-version' as const,
      text: `version ${payload.version} of your authority’s entry is new here; its certificate is ${certificate.fingerprint}`,
    }))
}

async function otherCredential({ relay, officer }: Session): Promise<OwnAlarm[]> {
  const { kid, statement, digest } = officer.credential
  const own = officer.signingKey.kid
  const shown = await relay
    .call('readCredential', { params: { kid: own } })
    .catch((error: unknown) => {
      if (error instanceof RelayProblem && error.status === 404) return undefined
      throw error
    })
  if (shown === undefined || shown.statement === statement) return []
  const other = await digestOf(shown.statement)
  const text = `the relay holds another credential for your key (${other}) than your keystore (${digest}, signed by ${kid})`
  return [{ code: 'credential-other', text }]
}
