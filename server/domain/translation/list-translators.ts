import { OfficerCredential } from '#crypto/directory/officer-credential.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import type { DirectoryRecord } from '../../contract/wire.js'
import { type AcceptancePorts, withAllEvidence } from '../directory/accept-statement.js'
import type { StoredDirectoryStatement } from '../ports.js'
import { readKept } from '../read-kept.js'

type Ports = Pick<AcceptancePorts, 'directory' | 'relay' | 'clock'>
export type ListTranslators = ReturnType<typeof listTranslators>

/**
 * Translators of any authority or provider who offer themselves: the newest credential of each key, where
 * it has a profile. Of nobody else are names given to another authority. Revoked and expired ones are
 * among them: whoever reads them judges.
 */
export function listTranslators(ports: Ports) {
  return async (authority: AuthorityId): Promise<DirectoryRecord[]> => {
    const history = await ports.directory.history(authority, 'rogatory-officer')
    const offered = new Map<string, StoredDirectoryStatement>()
    for (const kept of history) {
      const { payload } = await readKept(kept, OfficerCredential)
      if (payload.linguist === undefined) offered.delete(payload.kid)
      else offered.set(payload.kid, kept)
    }
    return withAllEvidence(ports, [...offered.values()])
  }
}
