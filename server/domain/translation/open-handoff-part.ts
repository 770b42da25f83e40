import type { HandoffId, PartId } from '#crypto/fields/fields.js'
import type { Caller } from '../../contract/wire.js'
import { isSuspended } from '../directory/is-suspended.js'
import { Refusal } from '../errors.js'
import type { KnownAuthorities } from '../directory/known-authorities.js'
import type { OpenedBlob } from '../blobs/open-blob.js'
import type { BlobKey, BlobStore, Clock } from '../ports.js'
import { handoffAccess } from './handoff-access.js'
import { handoffContentDeleted, handoffUnknown } from './handoff-refusals.js'
import type { HandoffStore } from './handoff-store.js'
import { type KnownHandoff, actedBy, knownHandoff } from './known-handoff.js'
import { nothingNew } from './read-handoff.js'

type Ports = {
  readonly authorities: KnownAuthorities
  readonly handoffs: HandoffStore
  readonly blobs: BlobStore
  readonly clock: Clock
}
export type OpenHandoffPart = ReturnType<typeof openHandoffPart>

/**
 * Opens the ciphertext of a part that was handed off, or of a target of the newest return. Of a package no
 * other part is served this way, whatever its id.
 *
 * @throws {@link Refusal} `handoff-unknown`, `part-unknown`, `authority-suspended`; `handoff-ended` to a
 *   linguist whose turn is over or who was recalled; `content-deleted` where the time of its copies is over.
 */
export function openHandoffPart({ authorities, handoffs, blobs, clock }: Ports) {
  return async (
    caller: Caller,
    id: HandoffId,
    part: PartId,
  ): Promise<Pick<OpenedBlob, 'digest' | 'length' | 'read'>> => {
    const standing = await authorities.of(caller.authority)
    if (standing === undefined || isSuspended(standing, clock.now())) {
      throw new Refusal('authority-suspended', `${caller.authority} is suspended`)
    }
    const known = await knownHandoff({ handoffs }, id)
    if (known === undefined) throw handoffUnknown()
    const access = handoffAccess(known, caller)
    if (!access.record) throw handoffUnknown()
    if (access.source === null) throw nothingNew()
    if (known.kept.content === 'deleted') throw handoffContentDeleted()
    const found =
      sourceOf(known, part) ?? (access.targets ? await targetOf(known, part) : undefined)
    if (found === undefined || (await blobs.find(found.key)) === undefined) {
      throw new Refusal('part-unknown', `there is no part ${part} in this hand-off`)
    }
    const { key, length } = found
    return { length, digest: key.digest, read: (range) => blobs.read(key, range) }
  }
}

type Found = { readonly key: BlobKey; readonly length: number }

function sourceOf({ payload: { source } }: KnownHandoff, part: PartId): Found | undefined {
  const its = source.parts.find((one) => one.part === part)
  const { sender, package: pkg } = source
  return its && { key: { sender, package: pkg, part, digest: its.digest }, length: its.length }
}

async function targetOf({ derived, acts }: KnownHandoff, part: PartId): Promise<Found | undefined> {
  const returned = derived.state?.returned
  const target = returned?.act.targets.find((one) => one.part === part)
  const kept = acts.find(({ digest }) => digest === returned?.digest)
  if (!returned || !target || !kept) return undefined
  const { authority } = await actedBy(kept.credential)
  const sender = authority as BlobKey['sender']
  const key = { sender, package: returned.act.package, part, digest: target.digest }
  return { key, length: target.length }
}
