import { PackageId } from '#crypto/fields/fields.js'
import { Refusal } from '../errors.js'
import type { PackageCursor } from '../ports.js'

/** A place in a list of packages, as a client is given it and gives it back. */
export const packageCursor = {
  write: (cursor: PackageCursor): string => `${cursor.keptAt.getTime()}_${cursor.package}`,
  /** @throws {@link Refusal} `malformed-request` if it is none of ours. */
  read(text: string): PackageCursor {
    const [, milliseconds, id] = /^(\d{1,15})_(.+)$/.exec(text) ?? []
    const parsed = PackageId.safeParse(id)
    if (milliseconds === undefined || !parsed.success) {
      throw new Refusal('malformed-request', 'the cursor is none of this relay')
    }
    return { keptAt: new Date(Number(milliseconds)), package: parsed.data }
  },
}
