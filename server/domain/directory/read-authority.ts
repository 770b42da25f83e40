import type { AuthorityId } from '#crypto/fields/fields.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { AuthorityRecord } from '../../contract/wire.js'
import { type AcceptancePorts, withAllEvidence } from './accept-statement.js'
import type { CertificateStatus } from './certificate-status.js'
import { Refusal } from '../errors.js'

type Ports = Pick<AcceptancePorts, 'directory' | 'relay' | 'clock'> & {
  readonly status: Pick<CertificateStatus, 'kept'>
}
type HistoryTyp = Parameters<Ports['directory']['history']>[1]
export type ReadAuthority = ReturnType<typeof readAuthority>

/**
 * Every version of one authority's entry, its suspensions and revocations, oldest first.
 *
 * @throws {@link Refusal} `authority-unknown`
 */
export function readAuthority(ports: Ports) {
  return async (authority: AuthorityId): Promise<AuthorityRecord> => {
    const history = async (typ: HistoryTyp) =>
      withAllEvidence(ports, await ports.directory.history(authority, typ))
    const [entries, suspensions, revocations] = await Promise.all([
      history('rogatory-entry'),
      history('rogatory-suspension'),
      history('rogatory-revocation'),
    ])
    const newest = entries.at(-1)
    if (newest === undefined) {
      throw new Refusal('authority-unknown', `${authority} is not in the directory`)
    }
    const { x5c } = await readStatement(newest.statement)
    const ocspResponses = await ports.status.kept(x5c ?? [])
    return {
      entries,
      suspensions,
      revocations,
      ...(ocspResponses.length > 0 && { ocspResponses: [...ocspResponses] }),
    }
  }
}
