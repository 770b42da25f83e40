import { verifyTrustedChain } from '#crypto/directory/verify-trusted-chain.js'
import { publishNextEntry } from '../core/directory/publish-next-entry.js'
import { certifiedIdentity } from '../core/enrolment/certified-identity.js'
import type { Session } from '../core/session/session.js'
import type { AuthorityFolder } from '../keystore/authority-keys.js'
import type { CommandContext } from './command-context.js'

/**
 * The authority's folder with the certificate that a command names put into it; as it was without one. One under another
 * root than before is published first: the relay refuses it until the operator has approved it, and the folder stays as it was.
 */
export async function installPresented(
  { options }: CommandContext,
  session: Session,
  folder: AuthorityFolder,
  file: CommandContext['options'][string],
): Promise<AuthorityFolder> {
  if (typeof file !== 'string') return folder
  const { key } = options
  const { officer, trust, platform, directory } = session
  const { authority } = officer
  const presented = await folder.present(file, typeof key === 'string' ? key : undefined)
  const given = { ...presented, authority, trust, at: platform.now() }
  const { root } = await verifyTrustedChain(given.chain, trust, { party: authority, at: given.at })
  const newest = (await directory.history(authority)).at(-1)
  if (newest !== undefined && newest.root.fingerprint !== root.fingerprint) {
    const { key: signing, chain } = await certifiedIdentity(folder.pkcs12, given)
    const signer = { key: signing, chain: chain.map(({ x5c }) => x5c) }
    await publishNextEntry(session, signer, { keys: [], overlapMs: 0 })
  }
  return folder.install(given)
}
