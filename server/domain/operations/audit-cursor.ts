import { Digest } from '#crypto/fields/fields.js'
import { Refusal } from '../errors.js'
import type { AuditCursor } from '../ports.js'

/** A place in the audit, as a client is given it and gives it back. */
export const auditCursor = {
  write: ({ keptAt, digest }: AuditCursor): string => `${keptAt.getTime()}_${digest}`,
  /** @throws {@link Refusal} `malformed-request` if it is none of ours. */
  read(text: string): AuditCursor {
    const [, milliseconds, rest] = /^(\d{1,15})_(.+)$/.exec(text) ?? []
    const digest = Digest.safeParse(rest)
    if (milliseconds === undefined || !digest.success) {
      throw new Refusal('malformed-request', 'the cursor is none of this relay')
    }
    return { keptAt: new Date(Number(milliseconds)), digest: digest.data }
  },
}
