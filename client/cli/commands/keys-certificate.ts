import { fromUtf8 } from '#crypto/bytes/bytes.js'
import type { Certificate } from '#crypto/pki/certificate.js'
import { ClientError } from '../../core/client-error.js'
import { publishNextEntry } from '../../core/directory/publish-next-entry.js'
import { applyAnew } from '../../core/enrolment/apply-anew.js'
import { certifiedIdentity } from '../../core/enrolment/certified-identity.js'
import type { Session } from '../../core/session/session.js'
import type { AuthorityFolder } from '../../keystore/authority-keys.js'
import { authorityFolder } from '../authority-folder.js'
import type { CommandContext } from '../command-context.js'
import { installPresented } from '../install-presented.js'
import { octetsIn } from '../offline-files.js'
import { officerSession } from '../officer-session.js'
import { table } from '../lines/table.js'
import { terminalOf } from '../terminal-of.js'

/**
 * `keys certificate`: which certificates speak for the authority now; with `--install`, a renewed one is put
 * into the authority's folder, and the next version of the entry is signed by it. One under another root than before is
 * approved by the operator first, with `--invitation`.
 */
export async function keysCertificate(context: CommandContext): Promise<void> {
  const session = await officerSession(context)
  const before = await authorityFolder(context)
  if (context.options['invitation'] !== undefined) return askForApproval(context, session, before)
  const folder = await installPresented(context, session, before, context.options['install'])
  if (folder !== before) {
    await publishNextEntry(session, folder.identity, { keys: [], overlapMs: 0 })
  }
  const now = session.platform.now()
  const history = await session.directory.history(session.officer.authority)
  const versions = new Map<string, { readonly certificate: Certificate; readonly of: number[] }>()
  const { certificate: installed } = folder.pkcs12
  versions.set(installed.fingerprint, { certificate: installed, of: [] })
  for (const { certificate, payload } of history) {
    const known = versions.get(certificate.fingerprint) ?? { certificate, of: [] }
    versions.set(certificate.fingerprint, known)
    known.of.push(payload.version)
  }
  const certificates = [...versions.values()]
    .filter(({ certificate: { notAfter } }) => notAfter > now)
    .map(({ certificate: { fingerprint, subject, notBefore, notAfter }, of }) => ({
      fingerprint,
      subject,
      versions: of,
      notBefore: notBefore.toISOString(),
      notAfter: notAfter.toISOString(),
      isInstalled: fingerprint === installed.fingerprint,
    }))
  const isEnded = installed.notAfter <= now
  terminalOf(context).result({ certificates, isEnded }, [
    ...table(
      ['from', 'to', 'signs', '', 'fingerprint'],
      certificates.map((one) => [
        ...[one.notBefore.slice(0, 10), one.notAfter.slice(0, 10)],
        one.versions.length === 0 ? 'nothing yet' : `versions ${one.versions.join(', ')}`,
        ...[one.isInstalled ? 'installed' : 'serves on until it ends', one.fingerprint],
      ]),
    ),
    ...(isEnded
      ? ['✗ The certificate in your authority’s folder has ended: install another.']
      : []),
  ])
}

async function askForApproval(
  context: CommandContext,
  session: Session,
  folder: AuthorityFolder,
): Promise<void> {
  const { install: file, key, invitation } = context.options
  if (typeof file !== 'string') {
    throw new ClientError('usage', 'no certificate to be approved', 'Name it with --install.')
  }
  const presented = await folder.present(file, typeof key === 'string' ? key : undefined)
  const { trust, platform, officer } = session
  const asked = { ...presented, authority: officer.authority, trust, at: platform.now() }
  const identity = await certifiedIdentity(folder.pkcs12, asked)
  const text = fromUtf8(await octetsIn(String(invitation))).trim()
  const { application, fingerprint } = await applyAnew(session, identity, text)
  terminalOf(context).result({ application, fingerprint }, [
    `application  ${application}`,
    `fingerprint  ${fingerprint}`,
    'Call the operator at a number you knew before, and read the fingerprint out.',
    `Once it is approved: rogatory keys certificate --install ${file}`,
  ])
}
