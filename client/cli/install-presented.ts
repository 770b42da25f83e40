import type { Session } from '../core/session/session.js'
import type { AuthorityFolder } from '../keystore/authority-keys.js'
import type { CommandContext } from './command-context.js'

/** The authority's folder with the certificate that a command names put into it; as it was without one. */
export async function installPresented(
  { options }: CommandContext,
  { officer: { authority }, trust, platform }: Session,
  folder: AuthorityFolder,
  file: CommandContext['options'][string],
): Promise<AuthorityFolder> {
  if (typeof file !== 'string') return folder
  const { key } = options
  const presented = await folder.present(file, typeof key === 'string' ? key : undefined)
  return folder.install({ ...presented, authority, trust, at: platform.now() })
}
