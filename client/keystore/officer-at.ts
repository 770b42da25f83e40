import { join, resolve } from 'node:path'
import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { ClientError } from '../core/client-error.js'
import type { AccessSession } from '../core/session/access-session.js'
import { openSession, type SessionMeans } from '../core/session/open-session.js'
import type { Session } from '../core/session/session.js'
import { diskLogMemory } from '../files/disk-log-memory.js'
import { nodePlatform } from '../files/node-platform.js'
import { type Profile, readProfile } from './profile.js'
import { type Reach, reachWith } from './reach-with.js'
import type { TlsFiles } from './read-tls-files.js'
import { sessionAt } from './session-at.js'
import { textInHome } from './text-in-home.js'
import { trustAt } from './trust-at.js'

/**
 * The session of the officer whose home this is.
 *
 * @param passphrase - Asked for when the profile names no passphrase file.
 * @param tls - Goes before what the profile names, file by file.
 * @param isAttended - Whether somebody types the passphrase: then it is asked for again when the session is over.
 * @throws {@link ClientError} `log-breach`, `tls-unusable` among others, CryptoError `keystore/passphrase`
 */
export async function officerAt(
  home: string,
  passphrase?: (profile: Profile) => Promise<string>,
  tls: TlsFiles = {},
  isAttended = false,
): Promise<Session> {
  const profile = await readProfile(home)
  const means = await meansAt(home, profile, tls, sessionAt(home, isAttended))
  const keystore = await textInHome(home, profile.keystore)
  const secret = passphrase ?? (({ passphraseFile }) => passphraseIn(home, passphraseFile))
  return openSession({ ...means, keys: await openKeystore(keystore, await secret(profile)) })
}

/**
 * What a home has to make a session with, beside keys.
 *
 * @param session - that tokens are asked for in; undefined: each is a session of its own.
 * @throws as {@link reachWith}
 */
export async function meansAt(
  home: string,
  profile: Profile,
  tls: TlsFiles,
  session?: AccessSession,
): Promise<SessionMeans> {
  const reach = await reachFrom(home, profile, tls)
  return {
    profile: { origin: profile.relay.origin, relayId: profile.relay.id },
    trust: await trustAt(home, profile),
    platform: nodePlatform(home),
    relay: (origin, key, now) => reach(origin, key, now, session),
  }
}

/** How the relay of a home is reached; paths of the profile count from the home. @throws as {@link reachWith} */
export function reachFrom(home: string, { tls = {} }: Profile, given: TlsFiles): Promise<Reach> {
  const inHome = (path: string | undefined) =>
    path === undefined ? undefined : resolve(home, path)
  return reachWith({
    certificate: given.certificate ?? inHome(tls.certificate),
    key: given.key ?? inHome(tls.key),
    authorities: given.authorities ?? inHome(tls.authorities),
  })
}

/** What this home remembers of logs. */
export const logMemoryAt = (home: string) => diskLogMemory(join(home, 'log'))

/** Where a home remembers what it saw of the directory. */
export const directoryFolder = (home: string) => join(home, 'directory')

/** The first line of a passphrase file; its path counts from the home. */
export async function passphraseIn(home: string, file: string | undefined): Promise<string> {
  if (file === undefined) {
    throw new ClientError(
      'keystore-passphrase',
      'no passphrase was given',
      'Give one, or name a passphraseFile in profile.json for a system without people.',
    )
  }
  const [line = ''] = (await textInHome(home, file)).split(/\r?\n/, 1)
  return line
}
