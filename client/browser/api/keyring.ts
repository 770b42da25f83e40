import type { SecurityKeyAssertion } from '#crypto/access/security-key-assertion.js'
import type { SignInTouch } from '#crypto/access/security-key-challenge.js'
import { readTrustList } from '#crypto/directory/trust-list.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { isBoundKeystore } from '#crypto/keystore/is-bound-keystore.js'
import type { KeystoreContent } from '#crypto/keystore/keystore-file.js'
import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { endpoints } from '#server/contract/endpoints.js'
import type { NamedSession } from '#server/contract/session-wire.js'
import type { AccessSession } from '../../core/session/access-session.js'
import { newSession } from '../../core/session/new-session.js'
import { importKeys, type OpenedKeys } from '../../core/session/import-keys.js'
import { resumeSession } from '../../core/session/open-session.js'
import type { Session } from '../../core/session/session.js'
import { type Database, openDatabase } from '../../keystore/indexed-db/database.js'
import {
  type Identities,
  identities,
  type KeptIdentity,
  type Unlocking,
} from '../../keystore/indexed-db/identities.js'
import { httpRelay } from '../../transport/http-relay.js'
import { browserPlatform } from '../platform/browser-platform.js'

export const IDLE_MINUTES = 15
/** From one unlocking to the next: as relays have it, unless they are told otherwise (docs/sessions.md). */
const LONGEST_MS = 12 * 3_600_000
const ACTIVE = 'rogatory.identity'

/** An officer who is signed in in this tab. */
export type SignedIn = {
  readonly identity: KeptIdentity
  readonly keys: OpenedKeys
  readonly session: Session
  /** By what name the relay knows this unlocking, and when it ends by itself. */
  readonly unlocking: Unlocking
}

/** What is brought in: two files and the passphrase. */
export type Brought = {
  readonly keystore: string
  readonly trust: string
  readonly passphrase: string
  readonly isExample: boolean
  /** Whether it takes the place of one that is bound to a security key. */
  readonly unbinds?: boolean
}

let opened: Promise<{ readonly database: Database; readonly kept: Identities }> | undefined

/** The keys of this browser. */
export function keyring() {
  opened ??= openDatabase().then((database) => ({
    database,
    kept: identities(database, IDLE_MINUTES * 60_000, LONGEST_MS),
  }))
  // What did not open is tried anew when it is asked for again.
  opened.catch(() => (opened = undefined))
  return opened
}

/**
 * Brings an identity in and opens it.
 *
 * @throws ClientError `keystore-bound` where it is kept here bound to a security key, unless the file is to
 *   take the place of that; CryptoError `keystore/…`, `directory/trust`; as {@link signInWith}
 */
export async function bringIn(
  { keystore, trust, passphrase, isExample, unbinds = false }: Brought,
  relay: { readonly origin: string; readonly id: AuthorityId },
): Promise<SignedIn> {
  readTrustList(trust)
  const keys = await importKeys(await openKeystore(keystore, passphrase))
  const { kept } = await keyring()
  const id = keys.signingKey.kid
  const name = (await kept.before(id, { unbinds }))?.name ?? null
  const identity: KeptIdentity = {
    id,
    authority: keys.authority,
    name,
    keystore,
    trust,
    relay,
    isExample,
  }
  return signInWith(identity, { keys, session: await sessionFor(id) }, (known) =>
    kept.keep(known, { unbinds }),
  )
}

/**
 * Opens an identity that is kept here.
 *
 * @param listed - as a page has listed it: what is opened is what is kept now.
 * @throws CryptoError `keystore/passphrase`, ClientError `security-key-…`, `keystore-changed`; as {@link signInWith}
 */
export async function unlock(
  listed: Pick<KeptIdentity, 'id'>,
  passphrase: string,
): Promise<SignedIn> {
  const identity = await (await keyring()).kept.current(listed)
  return signInWith(identity, await unlocked(identity, passphrase))
}

/** The keys of an identity, and the session that they are unlocked for. */
async function unlocked(identity: KeptIdentity, passphrase: string): Promise<NewUnlocking> {
  const session = await sessionFor(identity.id)
  const { content, touched } = await contentOf(identity, passphrase, session)
  return { keys: await importKeys(content), session, touched }
}

/**
 * What speaks to security keys is fetched by whoever has bound one. One touch does both: it unlocks, and begins the session
 * where the relay demands it.
 */
async function contentOf(
  identity: KeptIdentity,
  passphrase: string,
  session: NamedSession,
): Promise<{ readonly content: KeystoreContent; readonly touched?: SecurityKeyAssertion }> {
  const { keystore } = identity
  if (!isBoundKeystore(keystore)) return { content: await openKeystore(keystore, passphrase) }
  const [{ openWithSecurityKey }, { webSecurityKeys }] = await Promise.all([
    import('../../core/security-keys/open-with-security-key.js'),
    import('../security-keys/web-security-keys.js'),
  ])
  const begins = await touchFor(identity, session)
  return openWithSecurityKey(keystore, passphrase, webSecurityKeys, begins)
}

async function touchFor(
  { id: kid, relay: { origin } }: KeptIdentity,
  { id: session }: NamedSession,
): Promise<SignInTouch> {
  const { nonce } = await httpRelay(origin, undefined, () => new Date()).call('issueNonce')
  return { audience: origin + endpoints.issueToken.path, kid, session, nonce }
}

/** The identity of an example that this tab has unlocked, after it was loaded anew. */
export async function stillOpen(): Promise<SignedIn | undefined> {
  const { kept } = await keyring()
  const id = sessionStorage.getItem(ACTIVE)
  const identity = (await kept.list()).find((one) => one.id === id)
  const unlocking = identity && (await kept.unlocked(identity.id, new Date()))
  return identity && unlocking && signInWith(identity, unlocking)
}

/**
 * Makes the session. Its first act is to look whether the relay's log continues what this browser
 * remembers, its second to verify the officer's own credential.
 *
 * @param keep - of one that is brought in, before its keys are open here.
 * @throws as `resumeSession`, and `keep`
 */
async function signInWith(
  identity: KeptIdentity,
  { keys, session: named, touched, until }: NewUnlocking,
  keep?: (known: KeptIdentity) => Promise<void>,
): Promise<SignedIn> {
  const { database, kept } = await keyring()
  const access = sessionNamed(named, until === undefined ? { identity, touched } : undefined)
  const session = await sessionOf(database, identity, keys, access)
  // Signs in, while the person is there who may have to touch a security key.
  if (until === undefined)
    await session.relay.call('readCredential', { params: { kid: identity.id } })
  const { name } = session.officer.credential.payload
  const known = { ...identity, name }
  if (keep !== undefined) await keep(known)
  else if (name !== identity.name) await kept.rename(identity.id, name)
  const unlocking =
    until === undefined
      ? await kept.unlock(identity, { keys, session: await access.named() }, new Date())
      : { keys, session: named, until }
  await kept.touch(identity.id, new Date())
  sessionStorage.setItem(ACTIVE, identity.id)
  return { identity: known, keys, session, unlocking }
}

/** One that begins has no end yet; `touched`, where a security key was, for that session. */
type NewUnlocking = Pick<Unlocking, 'keys' | 'session'> & {
  readonly touched?: SecurityKeyAssertion | undefined
  readonly until?: Date
}

/** A tab beside others, or a page loaded anew, goes on with the session that there is. */
async function sessionFor(id: string): Promise<NamedSession> {
  const { kept } = await keyring()
  const going = await kept.going(id, new Date())
  if (going !== undefined) return going
  const { client } = newSession('browser')
  return newSession('browser', await kept.client(id, client))
}

/**
 * A session of an identity that is kept here, beside the one that is signed in: nothing is unlocked by it.
 *
 * @param passphrase - not asked for while the identity is of an example, and unlocked in some tab.
 * @throws as {@link unlock}
 */
export async function sessionBeside(identity: KeptIdentity, passphrase: string): Promise<Session> {
  const { database, kept } = await keyring()
  const open = await kept.unlocked(identity.id, new Date())
  if (open !== undefined) {
    return sessionOf(database, identity, open.keys, sessionNamed(open.session))
  }
  const current = await kept.current(identity)
  const { keys, session, touched } = await unlocked(current, passphrase)
  return sessionOf(database, identity, keys, sessionNamed(session, { identity: current, touched }))
}

const sessionOf = (
  database: Database,
  identity: KeptIdentity,
  keys: OpenedKeys,
  access: AccessSession,
) =>
  resumeSession({
    profile: { origin: identity.relay.origin, relayId: identity.relay.id },
    trust: readTrustList(identity.trust),
    keys,
    platform: browserPlatform(database, identity.id),
    relay: (origin, key, now) => httpRelay(origin, key, now, undefined, access),
  })

/**
 * Unlocking the keys is what begins another one.
 *
 * @param unlocking - while it is done: then one that is over is followed by the next. `touched` was for the first.
 */
function sessionNamed(
  begun: NamedSession,
  unlocking?: Pick<NewUnlocking, 'touched'> & { readonly identity: KeptIdentity },
): AccessSession {
  let named = begun
  return {
    goesOn: false,
    named: () => Promise.resolve(named),
    ...(unlocking && {
      next: ({ client }) => Promise.resolve((named = newSession('browser', client))),
      async touch(begins, credentials) {
        const { identity, touched } = unlocking
        if (touched && begins.id === begun.id && credentials.includes(touched.credential))
          return touched
        const [{ touchToSignIn }, { webSecurityKeys }] = await Promise.all([
          import('../../core/security-keys/touch-to-sign-in.js'),
          import('../security-keys/web-security-keys.js'),
        ])
        return touchToSignIn(webSecurityKeys, await touchFor(identity, begins), credentials)
      },
    }),
  }
}

/**
 * Removes the open keys from this browser, in every tab, and then ends the session at the relay. Where the relay cannot
 * be told, nothing is left that could go on with it.
 */
export async function lockUp({ identity, session, unlocking }: SignedIn): Promise<void> {
  const { kept } = await keyring()
  await kept.lock(identity.id)
  sessionStorage.removeItem(ACTIVE)
  const params = { session: unlocking.session.id }
  await session.relay.call('endSession', { params }).catch(() => undefined)
}
