import { z } from 'zod'

/**
 * The site that credentials of WebAuthn are bound to, its relying party identifier: a host's name in lower case whose
 * last label is no number, since WebAuthn binds to no address.
 */
export const RpId = z
  .string()
  .max(253)
  .regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/, 'a host name')
