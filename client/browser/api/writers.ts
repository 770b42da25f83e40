import type { Role } from '#crypto/directory/officer-credential.js'
import { permissions } from '#server/contract/permissions.js'

/** Who writes requests. Whoever gives legal advice writes drafts that others send. */
export const WRITERS: readonly Role[] = [...permissions.submitPackage, 'legal']
