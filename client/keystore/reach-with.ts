import type { SigningKey } from '#crypto/keys/key.js'
import type { AccessSession } from '../core/session/access-session.js'
import type { Relay } from '../core/ports.js'
import { httpRelay } from '../transport/http-relay.js'
import type { Line } from '../transport/line.js'
import type { TlsFiles } from './read-tls-files.js'

/** Makes a relay of its address. */
export type Reach = (
  origin: string,
  key: SigningKey | undefined,
  now: () => Date,
  session?: AccessSession,
) => Relay

/**
 * How relays are reached: with the certificate and the authorities of these files, where there are any. What
 * it takes is loaded only then. Files that change are read by the next process.
 *
 * @throws ClientError `file-unreadable`, `tls-unusable`
 */
export async function reachWith(files: TlsFiles): Promise<Reach> {
  if (Object.values(files).every((path) => path === undefined)) return reached(undefined)
  const [{ readTlsFiles }, { tlsLine }] = await Promise.all([
    import('./read-tls-files.js'),
    import('../transport/tls-line.js'),
  ])
  return reached(tlsLine(await readTlsFiles(files, new Date())))
}

/** Without encryption a relay is reached on this very machine alone. */
const reached =
  (line: Line | undefined): Reach =>
  (origin, key, now, session) =>
    httpRelay(origin, key, now, origin.startsWith('https:') ? line : undefined, session)
