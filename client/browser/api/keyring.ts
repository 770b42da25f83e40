import { readTrustList } from '#crypto/directory/trust-list.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { importKeys, type OpenedKeys } from '../../core/import-keys.js'
import { resumeSession } from '../../core/open-session.js'
import type { Session } from '../../core/session.js'
import { type Database, openDatabase } from '../../keystore/indexed-db/database.js'
import {
  type Identities,
  identities,
  type KeptIdentity,
} from '../../keystore/indexed-db/identities.js'
import { httpRelay } from '../../transport/http-relay.js'
import { browserPlatform } from '../platform/browser-platform.js'

export const IDLE_MINUTES = 15
const ACTIVE = 'rogatory.identity'

/** An officer who is signed in in this tab. */
export type SignedIn = {
  readonly identity: KeptIdentity
  readonly keys: OpenedKeys
  readonly session: Session
}

/** What is brought in: two files and the passphrase. */
export type Brought = {
  readonly keystore: string
  readonly trust: string
  readonly passphrase: string
  readonly isExample: boolean
}

let opened: Promise<{ readonly database: Database; readonly kept: Identities }> | undefined

/** The keys of this browser. */
export function keyring() {
  opened ??= openDatabase().then((database) => ({
    database,
    kept: identities(database, IDLE_MINUTES * 60_000),
  }))
  return opened
}

/** Brings an identity in and opens it. @throws CryptoError `keystore/…`, `directory/trust`; as {@link signInWith} */
export async function bringIn(
  { keystore, trust, passphrase, isExample }: Brought,
  relay: { readonly origin: string; readonly id: AuthorityId },
): Promise<SignedIn> {
  readTrustList(trust)
  const keys = await importKeys(await openKeystore(keystore, passphrase))
  const { kept } = await keyring()
  const id = keys.signingKey.kid
  const before = (await kept.list()).find((one) => one.id === id)
  const name = before?.name ?? null
  const identity: KeptIdentity = {
    ...{ id, authority: keys.authority, name, keystore, trust, relay, isExample },
  }
  const signedIn = await signInWith(identity, keys)
  await kept.keep(signedIn.identity)
  return signedIn
}

/** Opens an identity that is kept here. @throws CryptoError `keystore/passphrase`; as {@link signInWith} */
export async function unlock(identity: KeptIdentity, passphrase: string): Promise<SignedIn> {
  return signInWith(identity, await importKeys(await openKeystore(identity.keystore, passphrase)))
}

/** The identity of this tab, if it is still unlocked. */
export async function stillOpen(): Promise<SignedIn | undefined> {
  const { kept } = await keyring()
  const id = sessionStorage.getItem(ACTIVE)
  const identity = (await kept.list()).find((one) => one.id === id)
  const keys = identity && (await kept.keys(identity.id, new Date()))
  return identity && keys && signInWith(identity, keys)
}

/**
 * Makes the session. Its first act is to look whether the relay's log continues what this browser
 * remembers, its second to verify the officer's own credential.
 *
 * @throws as `resumeSession`
 */
async function signInWith(identity: KeptIdentity, keys: OpenedKeys): Promise<SignedIn> {
  const { database, kept } = await keyring()
  const session = await sessionOf(database, identity, keys)
  const { name } = session.officer.credential.payload
  const known = { ...identity, name }
  if (name !== identity.name) await kept.keep(known)
  await kept.unlock(identity.id, keys, new Date())
  sessionStorage.setItem(ACTIVE, identity.id)
  return { identity: known, keys, session }
}

/**
 * A session of an identity that is kept here, beside the one that is signed in: nothing is unlocked by it.
 *
 * @param passphrase - not asked for while the identity is unlocked in some tab.
 * @throws CryptoError `keystore/passphrase`; as {@link signInWith}
 */
export async function sessionBeside(identity: KeptIdentity, passphrase: string): Promise<Session> {
  const { database, kept } = await keyring()
  const keys =
    (await kept.keys(identity.id, new Date())) ??
    (await importKeys(await openKeystore(identity.keystore, passphrase)))
  return sessionOf(database, identity, keys)
}

const sessionOf = (database: Database, identity: KeptIdentity, keys: OpenedKeys) =>
  resumeSession({
    profile: { origin: identity.relay.origin, relayId: identity.relay.id },
    trust: readTrustList(identity.trust),
    keys,
    platform: browserPlatform(database, identity.id),
    relay: httpRelay,
  })

/** Removes the open keys from this browser, in every tab. */
export async function lockUp({ identity }: SignedIn): Promise<void> {
  const { kept } = await keyring()
  await kept.lock(identity.id)
  sessionStorage.removeItem(ACTIVE)
}
