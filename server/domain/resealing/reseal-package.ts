import { digestOf } from '#crypto/bytes/sha256.js'
import { keysInForce } from '#crypto/directory/entry-in-force.js'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { CORRESPONDENTS } from '#crypto/directory/roles.js'
import type { VerifiedEntry } from '#crypto/directory/verify-entry.js'
import { recipientsOf } from '#crypto/envelope/recipients-of.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { Header } from '#crypto/package/header.js'
import { Resealing } from '#crypto/resealing/resealing.js'
import { verifyResealing } from '#crypto/resealing/verify-resealing.js'
import type { ResealingItem } from '../../contract/resealing-wire.js'
import type { Caller, EvidenceItem } from '../../contract/wire.js'
import { currentRoles } from '../access/current-roles.js'
import { hasRole, requirePermission } from '../access/require-permission.js'
import { verifyOfficer } from '../access/verify-officer.js'
import { requireServed } from '../blobs/require-served.js'
import type { KnownAuthorities, KnownAuthority } from '../directory/known-authorities.js'
import { requireEntry } from '../directory/require-entry.js'
import type { StatingPorts } from '../directory/state-directory-event.js'
import { Refusal } from '../errors.js'
import { asItem } from '../evidence/evidence-step.js'
import { orInvalid } from '../or-invalid.js'
import { findVisible, type VisiblePorts } from '../packages/find-visible.js'
import type { BlobRemoval, BlobStore, DirectoryStore, PackageStore } from '../ports.js'
import { readKept } from '../read-kept.js'
import { requireClock } from '../require-clock.js'
import { newestOf } from './copies-of.js'
import { removeWithContent } from './remove-with-content.js'
import type { KnownResealing, ResealingStore } from './resealing-store.js'
import { stateResealed } from './state-resealed.js'

type Ports = VisiblePorts &
  StatingPorts & {
    readonly packages: Pick<PackageStore, 'find' | 'noteResealed'>
    readonly authorities: KnownAuthorities
    readonly directory: Pick<DirectoryStore, 'findCredential'>
    readonly resealings: ResealingStore
    readonly blobs: BlobRemoval & Pick<BlobStore, 'find'>
  }
export type ResealPackage = ReturnType<typeof resealPackage>

/** What it is judged by. */
type Around = {
  readonly header: Header
  readonly entry: VerifiedEntry
  /** Every version of this authority, in order. */
  readonly own: readonly KnownResealing[]
  readonly at: Date
}

/**
 * Takes in a copy that a party of a package has sealed anew under a present key of its own: evidence X.9. From then on
 * that authority is served this copy and no other, and others go on as before.
 *
 * The copy is durable before the package names it, and that before X.9; whoever lost the answer asks again. That the copy
 * opens to what was sent only its authority can tell: its client has opened and verified all of it.
 *
 * @throws {@link Refusal} `package-unknown`, `content-deleted`, `authority-suspended`, `not-permitted`,
 *   `statement-invalid`, `credential-revoked`, `clock-skewed`; `part-missing`: upload it and ask again;
 *   `resealing-conflict` if it does not follow the last version.
 */
export function resealPackage(ports: Ports) {
  const { authorities, packages, resealings, clock } = ports

  return async (caller: Caller, id: PackageId, item: ResealingItem): Promise<EvidenceItem> => {
    requirePermission(caller, 'resealPackage')
    const at = clock.now()
    const visible = await findVisible(ports, caller.authority, id)
    const { pkg } = visible
    const header = await readKept({ statement: pkg.header, digest: pkg.digest }, Header)
    await requireServed(authorities, visible, header.payload, caller.authority, at)
    // Keys that have just been changed count: what is known of seconds ago may not have them.
    const { known, entry } = await requireEntry(authorities, caller.authority, at, 'now')
    const by = { credential: item.credential, entry, at, revocations: known.revocations, header }
    const verified = await orInvalid('resealing', verifyResealing(item.resealing, by))
    await requireRoles(known, item.credential, at)

    const { payload, digest } = verified
    const all = await resealings.ofHeader(pkg.digest)
    const own = all.filter(({ authority }) => authority === caller.authority)
    if (!own.some((one) => one.digest === digest)) {
      await judge(payload, item.envelope, { header: header.payload, entry, own, at })
    }
    const kept = await resealings.keep({
      digest,
      package: id,
      header: pkg.digest,
      authority: caller.authority,
      keptAt: at,
      version: payload.version,
      kid: payload.kid,
      replaced: 'kept',
      statement: item.resealing,
      credential: item.credential,
      envelope: item.envelope,
    })
    if (kept.digest !== digest) throw conflict(`version ${payload.version} is another one`)
    // Deletion that has begun meanwhile looked for copies before this one was here: it is seen now.
    if ((await packages.find(id))?.contentDeletedAt !== undefined) {
      await removeWithContent(ports, kept, at)
      throw new Refusal('content-deleted', `the content of package ${id} is deleted`)
    }
    return asItem(await stateResealed(ports, pkg, kept))
  }

  async function requireRoles(known: KnownAuthority, credential: string, at: Date): Promise<void> {
    const officer = await verifyOfficer(known, credential, at)
    if (hasRole(await currentRoles(ports.directory, known, officer, at), CORRESPONDENTS)) return
    throw new Refusal('not-permitted', 'resealing: its officer has no role that seals anew now')
  }

  async function judge(payload: Resealing, envelope: string, around: Around): Promise<void> {
    requireClock('the resealing', payload.declared, around.at)
    const before = newestOf(around.own, payload.authority)
    const next = (before?.version ?? 0) + 1
    if (payload.version !== next) throw conflict(`the next version is ${next}`)
    await requireSealed(payload, envelope, around)
    await requireParts(payload, before, around)
  }

  /** To one key of the authority that is in force, and to nobody else. */
  async function requireSealed(
    { kid, envelope: { length, digest } }: Resealing,
    envelope: string,
    { entry, at }: Around,
  ): Promise<void> {
    if (toUtf8(envelope).length !== length || (await digestOf(envelope)) !== digest) {
      throw new Refusal('statement-invalid', 'the envelope is not the one that the resealing names')
    }
    const [sealedTo, ...others] = await orInvalid('envelope', () => recipientsOf(envelope))
    const isPresent = keysInForce(entry, 'envelopes', at).some((key) => key.kid === kid)
    if (sealedTo !== kid || others.length > 0 || !isPresent) {
      throw new Refusal(
        'statement-invalid',
        'the envelope is not sealed to a key of your entry that is in force, and to it alone',
      )
    }
  }

  async function requireParts(
    payload: Resealing,
    before: KnownResealing | undefined,
    { header, own }: Around,
  ): Promise<void> {
    const past = await Promise.all(own.map(async (one) => (await readKept(one, Resealing)).payload))
    const replaced = before === undefined ? header.parts : (past.at(-1)?.parts ?? [])
    const used = new Set([header, ...past].flatMap(({ parts }) => parts.map((one) => one.digest)))
    const { authority: sender, package: pkg } = payload
    for (const [i, { part, replaced: digestBefore, length, digest }] of payload.parts.entries()) {
      if (digestBefore !== replaced[i]?.digest) throw conflict(`part ${part} is another one by now`)
      if (used.has(digest)) {
        throw new Refusal('statement-invalid', `part ${part} is not encrypted anew`)
      }
      const blob = await ports.blobs.find({ sender, package: pkg, part, digest })
      if (blob?.length !== length) throw new Refusal('part-missing', `not uploaded: ${part}`)
    }
  }
}

const conflict = (detail: string) => new Refusal('resealing-conflict', detail)
