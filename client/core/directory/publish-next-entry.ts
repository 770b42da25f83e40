import type { DirectoryEntry, EntryKey, KeyPurpose } from '#crypto/directory/entry.js'
import { type EntrySigner, signEntry } from '#crypto/directory/sign-entry.js'
import type { SealingKey, VerificationKey } from '#crypto/keys/key.js'
import { ClientError } from '../client-error.js'
import { type EntrySays, saidOtherwise } from './entry-says.js'
import type { Session } from '../session/session.js'

export type NewKey = { readonly purpose: KeyPurpose; readonly key: SealingKey | VerificationKey }

type Change = {
  readonly keys: readonly NewKey[]
  /** So long the keys that are superseded serve on, in milliseconds. */
  readonly overlapMs: number
  readonly validTo?: Date
  /** What the entry says otherwise from now on; `undefined` where it says nothing of it any more. */
  readonly says?: EntrySays
}

/**
 * Publishes the next version of the authority's entry with new keys. Those of the same purposes that
 * were in force before end after the overlap; what has ended is left out. Where the newest version has
 * the new keys, ends the others by then and says so already, and is signed by the identity's present
 * certificate, nothing is done.
 */
export async function publishNextEntry(
  { relay, directory, officer, platform }: Session,
  identity: EntrySigner,
  { keys, overlapMs, validTo, says = {} }: Change,
): Promise<void> {
  const newest = (await directory.history(officer.authority)).at(-1)
  if (newest === undefined) {
    throw new ClientError('authority-unknown', 'your authority has no entry', 'Enrol it first.')
  }
  const { payload } = newest
  const fresh = keys.filter(({ key }) => !payload.keys.some(({ kid }) => kid === key.kid))
  const now = platform.now()
  const overlap = new Date(now.getTime() + overlapMs).toISOString()
  const isSuperseded = ({ kid, purpose }: EntryKey) =>
    keys.some((one) => one.purpose === purpose) && !keys.some(({ key }) => key.kid === kid)
  const isLong = (key: EntryKey) => isSuperseded(key) && key.notAfter > overlap
  const isRenewed = newest.certificate.x5c !== identity.chain[0]
  const isOther = saidOtherwise(payload, says).length > 0
  if (fresh.length === 0 && !isRenewed && !isOther && !payload.keys.some(isLong)) return

  const from = now.toISOString()
  const to = validTo?.toISOString() ?? payload.validTo
  const before = payload.keys
    .map((key) => (isLong(key) ? { ...key, notAfter: overlap } : key))
    .filter(({ notAfter }) => notAfter > from)
  const said = Object.entries({ ...payload, ...says }).filter(([, value]) => value !== undefined)
  const next: DirectoryEntry = {
    ...(Object.fromEntries(said) as DirectoryEntry),
    version: payload.version + 1,
    supersedes: newest.digest,
    validFrom: from,
    validTo: to,
    keys: [
      ...fresh.map(({ purpose, key }) => ({
        purpose,
        kid: key.kid,
        jwk: key.jwk as EntryKey['jwk'],
        notBefore: from,
        notAfter: to,
      })),
      ...before,
    ],
  }
  await relay.call('publishEntry', { body: { entry: await signEntry(next, identity) } })
  directory.forget(officer.authority)
}
