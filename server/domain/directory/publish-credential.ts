import { OfficerCredential } from '#crypto/directory/officer-credential.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { EvidenceItem } from '../../contract/wire.js'
import { acceptStatement } from './accept-statement.js'
import type { KeyClaims } from './key-claims.js'
import { completeDeparture, departInTurn, type DeparturePorts } from './depart-in-turn.js'
import type { GiveNotice } from '../notices/give-notice.js'
import type { DirectoryStore, StoredDirectoryStatement } from '../ports.js'
import { isSuspended } from './is-suspended.js'
import { Refusal } from '../errors.js'
import { orInvalid } from '../or-invalid.js'
import { type VerifiedOfficer, verifyOfficer } from '../access/verify-officer.js'
import { endLesserSessions, type LesserSessionsPorts } from '../sessions/end-lesser-sessions.js'

type Ports = DeparturePorts &
  LesserSessionsPorts & { readonly giveNotice: GiveNotice; readonly keyClaims: KeyClaims }
export type PublishCredential = ReturnType<typeof publishCredential>

/**
 * Publishes an officer credential, signed by a `credentials` key of its authority's entry in force:
 * evidence X.2. A key belongs to one authority: whoever vouches for it first, which is noted
 * before anything is kept. A credential from before the newest is refused: it would take back what that one demands.
 * Whose key had a credential before is told, once for each, and loses the sessions that were begun by less than it demands.
 *
 * @throws {@link Refusal} `authority-unknown`, `authority-suspended`, `statement-invalid`,
 *   `credential-revoked`, `entry-conflict` if another authority vouches for the key, or a later credential is
 *   published; `last-admin` if it takes that role from the only officer who has it.
 */
export function publishCredential(ports: Ports) {
  const { authorities, directory, keyClaims, clock, giveNotice } = ports

  return async ({
    credential: statement,
  }: {
    readonly credential: string
  }): Promise<EvidenceItem> => {
    const now = clock.now()
    const claimed = await orInvalid('credential', readStatement(statement))
    const shape = OfficerCredential.safeParse(claimed.payload)
    if (claimed.typ !== 'rogatory-officer' || !shape.success) {
      throw new Refusal('statement-invalid', 'credential: not an officer credential')
    }
    const { authority, kid } = shape.data
    const known = await authorities.of(authority, 'now')
    if (known === undefined) {
      throw new Refusal('authority-unknown', `${authority} is not in the directory`)
    }
    if (isSuspended(known, now)) {
      throw new Refusal('authority-suspended', `${authority} is suspended`)
    }
    const officer = await verifyOfficer(known, statement, now)
    const holder = await directory.findCredential(kid)
    // One that was kept before keys were claimed counts as its authority's claim.
    if ((holder?.authority ?? (await keyClaims.claim(kid, authority))) !== authority) {
      throw new Refusal('entry-conflict', 'another authority vouches for this key')
    }
    if (holder !== undefined && (await comesLate(directory, holder, officer))) {
      throw new Refusal('entry-conflict', 'a later credential is published for this key')
    }
    const key = `officer/${kid}/${officer.digest}`
    const told = { kind: 'officer.access', authority, kid, what: 'credential' } as const
    const isChange = holder !== undefined && (await hasEarlier(directory, holder, officer.digest))
    const { evidence } = await keep()
    // The first credential of a key is what its officer has asked for.
    if (isChange) await giveNotice({ ...told, client: null }, officer.digest)
    const { securityKeys } = officer.payload
    // One that comes again after a later one ends nothing.
    if (
      securityKeys !== undefined &&
      (await directory.findCredential(kid))?.digest === officer.digest
    )
      await endLesserSessions(ports, kid, securityKeys)
    return evidence

    async function keep() {
      if (!officer.payload.roles.includes('admin')) return departInTurn(ports, officer, key)
      // An earlier word about the same key must not be kept after this one.
      await completeDeparture(ports, authority)
      return acceptStatement(ports, officer, key)
    }
  }
}

/**
 * Whether somebody brings a credential from before the newest, as out of a package or a keystore, that was never published
 * here: it would take back what the newest demands. One that is kept already is answered again, and stays where it is.
 */
async function comesLate(
  directory: Pick<DirectoryStore, 'findByDigest'>,
  newest: StoredDirectoryStatement,
  { digest, payload }: VerifiedOfficer,
): Promise<boolean> {
  const { payload: claims } = await readStatement(newest.statement)
  const { validFrom } = OfficerCredential.parse(claims)
  if (payload.validFrom >= validFrom) return false
  return (await directory.findByDigest(digest)) === undefined
}

/**
 * Whether the key had a credential before this one, which may be kept already: whoever asks again, as after a crash, is
 * answered the same.
 */
async function hasEarlier(
  directory: Pick<DirectoryStore, 'history'>,
  { authority, key }: StoredDirectoryStatement,
  digest: string,
): Promise<boolean> {
  const [, kid = ''] = key.split('/')
  const all = await directory.history(authority, 'rogatory-officer')
  return all.find((one) => one.key.startsWith(`officer/${kid}/`))?.digest !== digest
}
