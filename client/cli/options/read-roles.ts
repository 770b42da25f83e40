import { z } from 'zod'
import { Role } from '#crypto/directory/officer-credential.js'
import { ClientError } from '../../core/client-error.js'
import type { CommandContext } from '../command-context.js'

/** @throws {@link ClientError} `usage` for a role that does not exist. */
export function readRoles({ options }: CommandContext): readonly Role[] {
  const roles = z.array(Role).min(1).safeParse(options['roles'])
  if (roles.success) return [...new Set(roles.data)]
  throw new ClientError(
    'usage',
    '--roles names a role that does not exist',
    `Choose from: ${Role.options.join(' ')}`,
  )
}
