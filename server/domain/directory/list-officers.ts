import { OfficerCredential } from '#crypto/directory/officer-credential.js'
import type { Caller, DirectoryRecord } from '../../contract/wire.js'
import { type AcceptancePorts, withAllEvidence } from './accept-statement.js'
import type { StoredDirectoryStatement } from '../ports.js'
import { readKept } from '../read-kept.js'

type Ports = Pick<AcceptancePorts, 'directory' | 'relay' | 'clock'>
export type ListOfficers = ReturnType<typeof listOfficers>

/**
 * The newest credential of every key that the caller's authority has vouched for, revoked and expired
 * ones included: whoever reads them judges. Names of persons: no other authority gets them listed.
 */
export function listOfficers(ports: Ports) {
  return async ({ authority }: Caller): Promise<DirectoryRecord[]> => {
    const history = await ports.directory.history(authority, 'rogatory-officer')
    const newest = new Map<string, StoredDirectoryStatement>()
    for (const kept of history) {
      const { payload } = await readKept(kept, OfficerCredential)
      newest.set(payload.kid, kept)
    }
    return withAllEvidence(ports, [...newest.values()])
  }
}
