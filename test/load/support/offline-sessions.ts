import { nodePlatform } from '#client/files/node-platform.js'
import type { Session } from '#client/core/session/session.js'
import { verifyCredential } from '#crypto/directory/verify-credential.js'
import type { VerifiedEntry } from '#crypto/directory/verify-entry.js'
import { NOW } from '#test/support/world/moments.js'
import type { Officer } from '#test/support/world/officers.js'
import { type Authority, authorityOf, world } from '#test/support/world/world.js'

/**
 * A sender with three recipients, all enrolled, and no relay: what sealing and opening cost is a matter
 * of the client alone.
 *
 * @param download - what takes the place of a relay when the recipient opens.
 */
export async function offlineSessions(
  home: string,
  download: Session['relay']['download'],
): Promise<{
  readonly sender: Session
  readonly recipient: Session
  readonly to: readonly Authority[]
}> {
  const { root, trust, relay: operator, xa, xb, xc } = await world()
  const xd = await authorityOf(root, 'xd.court', 'x25519', 0)
  const to = [xa, xb, xd]
  const entries = new Map([...to, xc].map((party) => [party.id, party.entry]))
  const entryOf = (authority: Authority['id']): Promise<VerifiedEntry> => {
    const entry = entries.get(authority)
    return entry ? Promise.resolve(entry) : nowhere()
  }

  async function sessionOf({ id, entry, openingKey }: Authority, who: Officer): Promise<Session> {
    return {
      relay: { call: nowhere, download, upload: nowhere, listen: nowhere },
      relayId: operator.id,
      platform: { ...nodePlatform(home), now: () => NOW },
      trust,
      officer: {
        authority: id,
        credential: await verifyCredential(who.credential, entry, NOW),
        signingKey: who.key,
        sealingKey: who.openingKey,
      },
      directory: {
        current: entryOf,
        at: entryOf,
        version: entryOf,
        withKey: entryOf,
        history: async (authority) => [await entryOf(authority)],
        revocations: () => Promise.resolve([]),
        suspensions: () => Promise.resolve([]),
        requireLogged: () => Promise.resolve(),
        forget: () => undefined,
        list: nowhere,
      },
      vaultKeys: () => Promise.resolve([openingKey]),
    }
  }
  return {
    sender: await sessionOf(xc, await xc.officer('Carla Sender', ['case'])),
    recipient: await sessionOf(xa, await xa.officer('Alma Reyes', ['registrar'])),
    to,
  }
}

const nowhere = () => Promise.reject(new TypeError('there is no relay here'))
