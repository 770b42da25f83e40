import type { PackageId } from '#crypto/fields/fields.js'
import { ClientError } from '../core/client-error.js'
import { measure } from '../core/packages/measure.js'
import { waitingSubmission } from '../core/packages/waiting-submission.js'
import type { Digester, OutgoingStore } from '../core/ports.js'

type Places = { readonly from: OutgoingStore; readonly to: OutgoingStore }

/**
 * Copies a sealed package from one folder to another, such as that of a USB stick: ciphertext and signed
 * statements, so whoever carries it learns nothing and can change nothing. Each part is held against the signed
 * header on the way. Done again after a stop, it begins anew; the package waits at the other end once it is whole.
 *
 * @throws ClientError `package-unsent`, `file-unreadable` for what is damaged or cannot be read; whatever writing throws.
 */
export async function carryPackage(
  { from, to }: Places,
  id: PackageId,
  digester: (length: number) => Digester,
): Promise<void> {
  const { text, header } = await waitingSubmission(from, id)
  if (header.package !== id) throw damaged(id)
  for (const { part, length, digest } of header.parts) {
    const body = await from.part(id, part)
    if (body.length !== length) throw damaged(id)
    const measured = measure(digester(length))
    const sink = await to.createPart(id, part)
    try {
      const octets = body.slice(0, length, () => undefined) as AsyncIterable<Uint8Array>
      for await (const chunk of octets) {
        // Digested first: a sink takes octets over.
        await measured.take(chunk)
        await sink.write(chunk)
      }
      if ((await measured.result()).digest !== digest) throw damaged(id)
      await sink.commit()
    } catch (error) {
      await sink.discard()
      throw error
    } finally {
      measured.close()
    }
  }
  // Last: what makes it wait, and be sent.
  await to.keepSubmission(id, text)
}

const damaged = (id: PackageId) =>
  new ClientError(
    'file-unreadable',
    `the sealed package ${id} is not as it was sealed`,
    'Carry it once more from where it was sealed.',
  )
