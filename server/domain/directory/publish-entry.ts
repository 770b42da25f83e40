import { DirectoryEntry } from '#crypto/directory/entry.js'
import { isKnownTimeZone } from '#crypto/directory/time-zone.js'
import { type VerifiedEntry, verifyEntry } from '#crypto/directory/verify-entry.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { EvidenceItem } from '../../contract/wire.js'
import { acceptStatement, type AcceptancePorts } from './accept-statement.js'
import type { CertificateStatus } from './certificate-status.js'
import type { EnrolmentStore } from '../enrolment/enrolment-store.js'
import { isSuspended } from './is-suspended.js'
import { Refusal } from '../errors.js'
import { orInvalid } from '../or-invalid.js'
import type { RelayIdentity } from '../relay-identity.js'
import { laterOf } from '../timestamp.js'

type Ports = AcceptancePorts & {
  readonly relay: RelayIdentity
  readonly enrolments: Pick<EnrolmentStore, 'isApproved'>
  readonly status: CertificateStatus
}
export type PublishEntry = ReturnType<typeof publishEntry>

/**
 * Publishes the next version of a directory entry: evidence X.1. The statement speaks for itself, by
 * its certificate chain to a root of the trust list; the version before it must be the one it supersedes.
 *
 * The relay's own entry is published the same way; no other relay's is. The first version under a root
 * other than the network's own needs the operator's approval, as does a later one under another root than the version
 * before: a national certificate authority knows who its authorities are, not whom this network takes in, nor
 * who the authorities of other States are.
 *
 * @throws {@link Refusal} `statement-invalid`, `authority-suspended`, `not-permitted` for a relay that
 *   is not this one, or an authority, or a change of its root, that was not approved; `entry-conflict` if that version exists with other content, or is not the next.
 */
export function publishEntry(ports: Ports) {
  const { authorities, relay, clock, status } = ports

  return async ({ entry: statement }: { readonly entry: string }): Promise<EvidenceItem> => {
    const now = clock.now()
    const claimed = await orInvalid('entry', readStatement(statement))
    const shape = DirectoryEntry.safeParse(claimed.payload)
    if (claimed.typ !== 'rogatory-entry' || !shape.success) {
      throw new Refusal('statement-invalid', 'entry: not a directory entry')
    }
    const { authority, kind, version, validFrom, timeZone } = shape.data
    if (!isKnownTimeZone(timeZone)) {
      throw new Refusal('statement-invalid', `entry: no time zone is called ${timeZone}`)
    }
    if (kind === 'relay' && claimed.digest !== relay.entry.digest) {
      throw new Refusal('not-permitted', 'this directory holds no relay but its own')
    }

    const known = await authorities.of(authority, 'now')
    const same = known?.entries.find((entry) => entry.payload.version === version)
    const previous = known?.entries.at(-1) ?? null
    if (same === undefined && version !== (previous?.payload.version ?? 0) + 1) {
      const next = (previous?.payload.version ?? 0) + 1
      throw new Refusal('entry-conflict', `the next version of ${authority} is ${next}`)
    }
    if (same !== undefined && same.digest !== claimed.digest) {
      throw new Refusal('entry-conflict', `version ${version} is kept as ${same.digest}`)
    }
    if (known !== undefined && same === undefined && isSuspended(known, now)) {
      throw new Refusal('authority-suspended', `${authority} is suspended`)
    }
    // A version may be published before it begins; its certificate must be good when it does.
    const at = laterOf(now, new Date(validFrom))
    const verified =
      same ??
      (await orInvalid(
        'entry',
        verifyEntry(statement, await status.trustFor(claimed.x5c ?? []), {
          kind,
          authority,
          at,
          previous,
        }),
      ))
    if (same === undefined) await requireApproved(ports, verified, previous)
    return (await acceptStatement(ports, verified, `entry/${version}`)).evidence
  }
}

/**
 * The network's root is the operator's: its certificate is the approval. Under any other root than that of the version
 * before, whoever holds it could speak for an authority of another State: it is asked for again.
 */
async function requireApproved(
  { relay, enrolments }: Ports,
  { payload: { authority }, certificate, root }: VerifiedEntry,
  previous: VerifiedEntry | null,
): Promise<void> {
  const { fingerprint } = root
  if ([relay.entry, previous].some((one) => one?.root.fingerprint === fingerprint)) return
  if (await enrolments.isApproved(authority, certificate.x5c)) return
  throw new Refusal(
    'not-permitted',
    previous === null
      ? `the operator has not approved ${authority} yet`
      : `the operator has not approved a certificate of ${authority} under another root than before`,
  )
}
