import type { Reason } from '#crypto/evidence/evidence.js'
import type { Header } from '#crypto/package/header.js'
import { Refusal } from '../errors.js'
import type { BlobStore } from '../ports.js'

/**
 * Looks for every part that a header names, by its digest.
 *
 * @returns undefined if all are there; a {@link Refusal} `part-missing` that uploading cures; a reason
 *   for A.2 if a header states another length than what has that digest: nothing cures that.
 */
export async function findParts(
  blobs: Pick<BlobStore, 'find'>,
  header: Header,
): Promise<Refusal | Reason | undefined> {
  const { sender, package: pkg } = header
  const found = await Promise.all(
    header.parts.map(async ({ part, digest, length }) => ({
      part,
      length,
      blob: await blobs.find({ sender, package: pkg, part, digest }),
    })),
  )
  const wrong = found.find(({ blob, length }) => blob !== undefined && blob.length !== length)
  if (wrong !== undefined) {
    return { code: 'part-mismatch', text: `part ${wrong.part} has another length than stated` }
  }
  const missing = found.filter(({ blob }) => blob === undefined).map(({ part }) => part)
  if (missing.length === 0) return undefined
  const which = missing.slice(0, 3).join(', ') + (missing.length > 3 ? ', …' : '')
  return new Refusal('part-missing', `${missing.length} not uploaded: ${which}`)
}
