import { toBase64 } from '#crypto/bytes/bytes.js'
import { issueAbsence } from '#crypto/evidence/issue-absence.js'
import type { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import type { AbsenceMaterial, Caller } from '../../contract/wire.js'
import { Refusal } from '../errors.js'
import { findVisible, type VisiblePorts } from '../packages/find-visible.js'
import type { CosignatureStore, LogStore, StoredCheckpoint, TimestampStore } from '../log/ports.js'
import { proveConsistency } from '../log/prove-consistency.js'
import { readWitnessed } from '../log/read-witnessed.js'
import type { Clock, ReceiptStore, StoredPackage } from '../ports.js'
import type { RelayIdentity } from '../relay-identity.js'
import { timestamp } from '../timestamp.js'

type Ports = VisiblePorts & {
  readonly receipts: Pick<ReceiptStore, 'forPackage'>
  readonly relay: Pick<RelayIdentity, 'id' | 'evidenceKey'>
  readonly log: LogStore
  readonly timestamps: Pick<TimestampStore, 'forCheckpoint' | 'newestStamped'>
  readonly cosignatures: Pick<CosignatureStore, 'earliestFrom'>
  readonly clock: Clock
}
export type StateAbsence = ReturnType<typeof stateAbsence>

/**
 * States, signed, that a recipient's receipt is not in the log: up to the newest checkpoint that somebody has
 * stamped, or the newest of all while none is. Other evidence about that recipient is listed, so that
 * what the relay leaves out convicts it as well.
 *
 * The checkpoint is chosen before anything is looked up: what is among its leaves was kept before.
 *
 * @throws {@link Refusal} `package-unknown` for strangers as for ids that nobody used; `authority-unknown`
 *   for who is no recipient, or another one than a recipient that asks; `receipt-present` once this relay
 *   holds a receipt, in the log or not yet; `leaf-unknown` while nothing is published.
 */
export function stateAbsence(ports: Ports) {
  const { evidence, receipts, relay, log, timestamps, clock } = ports
  const witnessedFrom = { ...ports, proveConsistency: proveConsistency(ports) }

  return async (
    caller: Caller,
    id: PackageId,
    recipient: AuthorityId,
  ): Promise<AbsenceMaterial> => {
    const { pkg } = await findVisible(ports, caller.authority, id)
    requireRecipient(pkg, caller, recipient)
    const checkpoint = await chosenCheckpoint()
    const received = await receipts.forPackage(pkg.digest)
    if (received.some((receipt) => receipt.recipient === recipient)) {
      throw new Refusal(
        'receipt-present',
        `a receipt of ${recipient} is here: export the proof instead`,
      )
    }
    const absence = await issueAbsence(
      {
        issuer: relay.id,
        time: timestamp(clock.now()),
        package: pkg.package,
        header: pkg.digest,
        sender: pkg.sender,
        recipient,
        checkpoint: checkpoint.note,
        evidence: await listed(pkg, recipient, checkpoint),
      },
      relay.evidenceKey,
    )
    const tokens = await timestamps.forCheckpoint(checkpoint.size)
    return {
      absence,
      timestamps: tokens.map(({ token }) => toBase64(token)),
      witnessed: await readWitnessed(witnessedFrom, checkpoint.size),
    }
  }

  async function chosenCheckpoint(): Promise<StoredCheckpoint> {
    const stamped = await timestamps.newestStamped()
    const checkpoint =
      (stamped === undefined ? undefined : await log.checkpoint(stamped)) ??
      (await log.newestCheckpoint())
    if (checkpoint === undefined) throw new Refusal('leaf-unknown', 'the log has no checkpoint yet')
    return checkpoint
  }

  async function listed(pkg: StoredPackage, recipient: AuthorityId, { size }: StoredCheckpoint) {
    const chain = await evidence.chain(pkg.digest)
    const about = new Map(
      chain.flatMap(({ digest, code, recipient: whom }) =>
        whom === recipient ? [[digest, code]] : [],
      ),
    )
    const leaves = await log.leavesOf([...about.keys()])
    return leaves
      .filter(({ index }) => index < size)
      .toSorted((a, b) => a.index - b.index)
      .flatMap(({ digest, index }) => {
        const code = about.get(digest)
        return code === undefined ? [] : [{ code, digest, index }]
      })
  }
}

/** A recipient is told of itself only: who else got the package is told by the header, how it fared is not. */
function requireRecipient(
  { sender, recipients }: StoredPackage,
  { authority }: Caller,
  recipient: AuthorityId,
): void {
  if (recipients.includes(recipient) && (authority === sender || authority === recipient)) return
  throw new Refusal('authority-unknown', `you cannot ask about a receipt of ${recipient}`)
}
