import type { Certificate } from '#crypto/pki/certificate.js'
import { publishNextEntry } from '../../core/directory/publish-next-entry.js'
import { authorityFolder } from '../authority-folder.js'
import type { CommandContext } from '../command-context.js'
import { installPresented } from '../install-presented.js'
import { officerSession } from '../officer-session.js'
import { table } from '../lines/table.js'
import { terminalOf } from '../terminal-of.js'

/**
 * `keys certificate`: which certificates speak for the authority now; with `--install`, a renewed one is put
 * into the authority's folder, and the next version of the entry is signed by it.
 */
export async function keysCertificate(context: CommandContext): Promise<void> {
  const session = await officerSession(context)
  const before = await authorityFolder(context)
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
      ...{ fingerprint, subject, versions: of },
      ...{ notBefore: notBefore.toISOString(), notAfter: notAfter.toISOString() },
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
