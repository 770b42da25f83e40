import { officerStanding } from '#crypto/directory/officer-standing.js'
import type { TrustList } from '#crypto/directory/trust-list.js'
import { verifyCredential } from '#crypto/directory/verify-credential.js'
import { CryptoError } from '#crypto/errors.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import type { SigningKey } from '#crypto/keys/key.js'
import type { KeystoreContent } from '#crypto/keystore/keystore-file.js'
import { ClientError } from '../client-error.js'
import { type DirectoryView, directoryView } from '../directory/directory-view.js'
import { importKeys, type OpenedKeys } from './import-keys.js'
import { observeLog } from '../log/observe-log.js'
import { officerVault } from './officer-vault.js'
import type { Platform, Relay } from '../ports.js'
import { RelayProblem } from '../relay-problem.js'
import type { Officer, Session } from './session.js'

/** What a session is made of, beside keys. */
export type SessionMeans = {
  readonly profile: { readonly origin: string; readonly relayId: AuthorityId }
  readonly trust: TrustList
  readonly platform: Platform
  readonly relay: (origin: string, key: SigningKey, now: () => Date) => Relay
}

/**
 * Makes a session of an opened keystore. Reads the directory, to verify the officer's own credential
 * against the authority's entry: a revoked officer learns it here. Every session is a silent witness: the
 * relay's log must continue what this platform remembers of it.
 *
 * @throws {@link ClientError} `credential-missing`, `log-breach` among others; CryptoError `directory/…` when the credential is
 *   not good or the key is revoked, `keys/…` when the keystore's keys are not.
 */
export async function openSession({
  keys,
  ...means
}: SessionMeans & { readonly keys: KeystoreContent }): Promise<Session> {
  return resumeSession({ ...means, keys: await importKeys(keys) })
}

/** The same with keys that are imported already, as a browser keeps them. @throws as {@link openSession} */
export async function resumeSession(
  means: SessionMeans & { readonly keys: OpenedKeys },
): Promise<Session> {
  const { profile, trust, keys, platform } = means
  const { signingKey, sealingKey } = keys
  const relay = means.relay(profile.origin, signingKey, () => platform.now())
  await observeLog({ relay, trust, memory: platform.logs, now: () => platform.now() })
  const directory = directoryView(relay, profile.relayId, trust, platform)
  const officer: Officer = {
    authority: keys.authority,
    credential: await ownCredential(keys, signingKey.kid, {
      relay,
      directory,
      now: platform.now(),
    }),
    signingKey,
    sealingKey,
  }
  return {
    relay,
    relayId: profile.relayId,
    platform,
    trust,
    officer,
    directory,
    vaultKeys: officerVault(relay, officer.sealingKey, platform),
  }
}

async function ownCredential(
  { authority, credential }: OpenedKeys,
  kid: string,
  { relay, directory, now }: Around,
): Promise<Officer['credential']> {
  const entry = await directory.current(authority)
  const held =
    credential === null ? undefined : await verifyCredential(credential, entry, now).catch(orNone)
  // A newcomer's, or the one that a rotation of the authority's keys has brought.
  const verified = held ?? (await verifyCredential(await newest(relay, kid), entry, now))
  if (verified.payload.kid !== kid) {
    throw missing('the credential in your keystore is for another key')
  }
  officerStanding(verified, await directory.revocations(authority), now)
  return verified
}

type Around = {
  readonly relay: Relay
  readonly directory: DirectoryView
  readonly now: Date
}

function orNone(error: unknown): undefined {
  if (error instanceof CryptoError && /^directory.(key|credential)$/.test(error.code)) return
  throw error
}

async function newest(relay: Relay, kid: string): Promise<string> {
  try {
    return (await relay.call('readCredential', { params: { kid } })).statement
  } catch (error) {
    if (!(error instanceof RelayProblem) || !UNVOUCHED.includes(error.code)) throw error
    throw missing('your authority has not issued a credential for these keys yet', error)
  }
}

/** Whoever nobody vouches for cannot log in either. */
const UNVOUCHED = ['unauthenticated', 'officer-unknown']

const missing = (message: string, cause?: unknown) =>
  new ClientError(
    'credential-missing',
    message,
    'Give the fingerprint of your keys to an officer with the role admin.',
    { cause },
  )
