import { readStatement } from '#crypto/statement/read-statement.js'
import type { CertificateStatus } from './certificate-status.js'
import type { DirectoryStore } from '../ports.js'

const PAGE = 100

/** Asks about the certificates of every entry in force again, where it is time. @returns how many answers are new. */
export function refreshStatuses({
  directory,
  status,
}: {
  readonly directory: Pick<DirectoryStore, 'currentEntries'>
  readonly status: CertificateStatus
}) {
  return async (): Promise<number> => {
    let fresh = 0
    let entries = await directory.currentEntries(undefined, PAGE)
    while (entries.length > 0) {
      for (const { statement } of entries) {
        const { x5c } = await readStatement(statement)
        fresh += await status.refresh(x5c ?? [])
      }
      entries = await directory.currentEntries(entries.at(-1)?.authority, PAGE)
    }
    return fresh
  }
}
