import type { DirectoryRecord } from '../../contract/wire.js'
import { type AcceptancePorts, withAllEvidence } from './accept-statement.js'
import { Refusal } from '../errors.js'

type Ports = Pick<AcceptancePorts, 'directory' | 'relay' | 'clock'>
export type ReadCredential = ReturnType<typeof readCredential>

/**
 * The newest credential of one officer key, with evidence X.2.
 *
 * @throws {@link Refusal} `officer-unknown`
 */
export function readCredential(ports: Ports) {
  return async (kid: string): Promise<DirectoryRecord> => {
    const kept = await ports.directory.findCredential(kid)
    const [record] = await withAllEvidence(ports, kept === undefined ? [] : [kept])
    if (record === undefined) throw new Refusal('officer-unknown', 'no credential names this key')
    return record
  }
}
