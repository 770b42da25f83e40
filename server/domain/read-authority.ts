import type { AuthorityId } from '#crypto/fields/fields.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { AuthorityRecord } from '../contract/wire.js'
import { type AcceptancePorts, withAllEvidence } from './accept-statement.js'
import type { CertificateStatus } from './certificate-status.js'
import { Refusal } from './errors.js'

type Ports = Pick<AcceptancePorts, 'directory' | 'relay' | 'clock'> & {
  readonly status: Pick<CertificateStatus, 'kept'>
}
export type ReadAuthority = ReturnType<typeof readAuthority>

/**
 * Every version of one authority's entry, its suspensions and revocations, oldest first.
 *
 * @throws {@link Refusal} `authority-unknown`
 */
export function readAuthority(ports: Ports) {
  return async (authority: AuthorityId): Promise<AuthorityRecord> => {
    const [entries, suspensions, revocations] = await Promise.all(
      (['rogatory-entry', 'rogatory-suspension', 'rogatory-revocation'] as const).map(async (typ) =>
        withAllEvidence(ports, await ports.directory.history(authority, typ)),
      ),
    )
    if (entries === undefined || entries.length === 0) {
      throw new Refusal('authority-unknown', `${authority} is not in the directory`)
    }
    const { x5c } = await readStatement(entries.at(-1)?.statement ?? '')
    const ocspResponses = await ports.status.kept(x5c ?? [])
    return {
      ...{ entries, suspensions: suspensions ?? [], revocations: revocations ?? [] },
      ...(ocspResponses.length > 0 && { ocspResponses: [...ocspResponses] }),
    }
  }
}
