import type { OpenedPackage } from '#crypto/package/open-package.js'
import type { OpenedRecord } from '../ports.js'
import type { Session } from '../session/session.js'
import type { CheckedRecord } from '../proof/check-record.js'

/** What was opened of a package on this machine, with the manifest that it has. */
export async function openedHere(
  { platform }: Pick<Session, 'platform'>,
  { record, opened }: { readonly record: CheckedRecord; readonly opened: OpenedPackage },
): Promise<OpenedRecord> {
  const known = await platform.opened.find(record.header.digest)
  const manifest = opened.manifest.digest
  return known?.manifest === manifest ? known : { manifest, verified: [] }
}
