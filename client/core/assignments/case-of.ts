import { CaseId, PackageId } from '#crypto/fields/fields.js'
import { ClientError } from '../client-error.js'
import { checkRecord } from '../proof/check-record.js'
import { RelayProblem } from '../relay-problem.js'
import type { Session } from '../session/session.js'

/**
 * The case that an id means: that of the package, by its verified header, or the case itself.
 *
 * @throws ClientError `usage` for what is no id; as `checkRecord`
 */
export async function caseOf(session: Session, word: string): Promise<CaseId> {
  const [id, pkg] = [CaseId.safeParse(word).data, PackageId.safeParse(word).data]
  if (id === undefined || pkg === undefined) {
    throw new ClientError(
      'usage',
      'that is the id of neither a case nor a package',
      'Copy one from: rogatory inbox, or rogatory case list',
    )
  }
  try {
    const wire = await session.relay.call('readPackage', { params: { package: pkg } })
    return (await checkRecord(session, wire, pkg)).header.payload.case
  } catch (error) {
    if (error instanceof RelayProblem && error.code === 'package-unknown') return id
    throw error
  }
}
