import { toBase64Url, toUtf8 } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { entrySealingKey } from '#crypto/directory/entry-key.js'
import type { PackageId, PartId } from '#crypto/fields/fields.js'
import { sealResealedContent } from '#crypto/resealing/resealed-content.js'
import { signResealing } from '#crypto/resealing/sign-resealing.js'
import type { DocumentProgress } from '../packages/draft.js'
import type { Measure } from '../packages/measure.js'
import { type ReadPackage, readPackage } from '../packages/open-package.js'
import { partDocument } from '../packages/part-document.js'
import { sealPart } from '../packages/seal-part.js'
import type { Session } from '../session/session.js'
import { checkCopyEvidence, resealedCopy } from './resealed-copy.js'

export type Resealed = {
  readonly package: PackageId
  readonly version: number
  /** The key that it is sealed to now. */
  readonly kid: string
  /** When the relay took it, RFC 3339. */
  readonly takenAt: string
  /** When what it takes the place of was deleted at the relay, RFC 3339; null while it is there. */
  readonly replacedDeletedAt: string | null
  /** It was sealed to this key before: nothing was done. */
  readonly already: boolean
}

/**
 * Seals the own authority's copy of a package anew: fetches, opens and verifies all of it, encrypts every part under a new
 * key, and seals the manifest, as its sender signed it, with these keys to the present key of the authority. Parts are brought to the
 * relay before the statement is; only when it has both is anything served otherwise than before. Nothing in clear is
 * written here. Broken off, it is begun anew: what was uploaded and came to nothing the relay forgets.
 *
 * What was sealed anew to the present key is left as it is, unless it is `again` to be: so the same again does nothing.
 *
 * @throws as `readPackage` and `openDocuments`; ClientError `directory-unlogged`; RelayProblem `resealing-conflict` if a colleague was
 *   faster: ask again.
 */
export async function resealPackage(
  session: Session,
  id: PackageId,
  { again = false, onProgress }: { again?: boolean; onProgress?: DocumentProgress } = {},
): Promise<Resealed> {
  const { officer, directory, platform } = session
  const entry = await directory.current(officer.authority)
  await directory.requireLogged(entry)
  const to = await entrySealingKey(entry, platform.now())
  const before = await resealedCopy(session, id)
  if (before?.payload.kid === to.kid && !again) {
    const { payload, takenAt, replacedDeletedAt } = before
    const { version, kid } = payload
    return { package: id, version, kid, takenAt, replacedDeletedAt, already: true }
  }
  const read = await readPackage(session, id)
  const parts = await sealParts(session, read, onProgress)
  const envelope = await sealResealedContent(
    {
      manifest: read.opened.manifest.statement,
      keys: parts.map(({ part, key }) => ({ part, key })),
    },
    to,
  )
  const replaced = before?.payload.parts ?? read.record.header.payload.parts
  const resealing = await signResealing(
    {
      package: id,
      header: read.record.header.digest,
      authority: officer.authority,
      version: (before?.payload.version ?? 0) + 1,
      kid: to.kid,
      envelope: { length: toUtf8(envelope).length, digest: await digestOf(envelope) },
      parts: parts.map(({ part, sealed }, i) => ({
        part,
        replaced: replaced[i]?.digest ?? '',
        ...sealed,
      })),
      declared: platform.now().toISOString(),
    },
    officer.signingKey,
  )
  const { evidence } = await session.relay.call('resealPackage', {
    params: { package: id },
    body: { resealing, credential: officer.credential.statement, envelope },
  })
  const digest = await digestOf(resealing)
  const takenAt = await checkCopyEvidence(session, evidence, 'X.9', digest)
  const version = (before?.payload.version ?? 0) + 1
  return { package: id, version, kid: to.kid, takenAt, replacedDeletedAt: null, already: false }
}

/** Every part under a new key, at the relay; opened and verified on the way. */
async function sealParts(
  session: Session,
  read: ReadPackage,
  onProgress: DocumentProgress | undefined,
) {
  const { platform, relay } = session
  const { package: id, parts } = read.manifest
  // A place of its own: under the id of the package one may wait that is to be sent.
  const store = uuidV7(platform.now())
  const sealed: { part: PartId; key: string; sealed: Measure }[] = []
  try {
    for (const part of parts) {
      const sink = await platform.outgoing.createPart(store, part.part)
      const { key, ciphertext } = await sealPart(
        partDocument(session, read, part),
        { package: id, part: part.part, sink },
        (length) => platform.digester(length),
        (octets) => onProgress?.(part.name, octets, part.length),
      )
      const body = await platform.outgoing.part(store, part.part)
      await relay.upload({ package: id, part: part.part, digest: ciphertext.digest, body })
      sealed.push({ part: part.part, key: toBase64Url(key), sealed: ciphertext })
    }
    return sealed
  } finally {
    await platform.outgoing.remove(store).catch(() => undefined)
  }
}
