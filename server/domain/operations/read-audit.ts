import { acceptanceEvents, acceptedTypes } from '#crypto/evidence/acceptance-events.js'
import type { AuditPage, AuditQuery } from '../../contract/endpoints/operations-endpoints.js'
import { type AcceptancePorts, withAllEvidence } from '../directory/accept-statement.js'
import type { RelayVersionPorts } from '../directory/relay-versions.js'
import { operatorAsks } from '../operator-asks.js'
import type { DirectoryAudit, StoredDirectoryStatement } from '../ports.js'
import { auditCursor } from './audit-cursor.js'

type Ports = AcceptancePorts & RelayVersionPorts & { readonly directory: DirectoryAudit }
export type ReadAudit = ReturnType<typeof readAudit>

/** Characters of statements in one answer: entries with long chains make a shorter page. */
const MOST_CHARACTERS = 2 * 1024 * 1024

/**
 * Who stated what of the directory, of enrolment and of retention, newest first, to the operator: names of
 * officers and legal holds are among it. The order is that of the relay's clock when it kept each statement.
 *
 * @throws {@link Refusal} as {@link operatorAsks}; `malformed-request` if the cursor is none of ours.
 */
export function readAudit(ports: Ports) {
  return async ({ inquiry, code, after, limit, ...only }: AuditQuery): Promise<AuditPage> => {
    await operatorAsks(ports, inquiry)
    const found = await ports.directory.newest(
      {
        authority: only.authority,
        typ: acceptedTypes.find((typ) => acceptanceEvents[typ] === code),
        since: momentOf(only.since),
        until: momentOf(only.until),
      },
      after === undefined ? undefined : auditCursor.read(after),
      limit,
    )
    const shown = fitting(found)
    const last = shown.at(-1)
    const isAll = shown.length === found.length && found.length < limit
    return {
      statements: await withAllEvidence(ports, shown),
      next: last === undefined || isAll ? null : auditCursor.write(last),
    }
  }
}

const momentOf = (time: string | undefined) => (time === undefined ? undefined : new Date(time))

/** As many as fit into one answer, and always the first. */
function fitting(found: readonly StoredDirectoryStatement[]): readonly StoredDirectoryStatement[] {
  let length = 0
  const over = found.findIndex(({ statement }, place) => {
    length += statement.length
    return place > 0 && length > MOST_CHARACTERS
  })
  return over < 0 ? found : found.slice(0, over)
}
