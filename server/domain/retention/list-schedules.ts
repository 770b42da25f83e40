import type { DirectoryRecord } from '../../contract/wire.js'
import { type AcceptancePorts, withAllEvidence } from '../directory/accept-statement.js'

export type ListSchedules = ReturnType<typeof listSchedules>

/** Every schedule of retention, by version: certificates name the one that was in force. */
export const listSchedules =
  (ports: AcceptancePorts) => async (): Promise<{ readonly schedules: DirectoryRecord[] }> => ({
    schedules: await withAllEvidence(
      ports,
      await ports.directory.history(ports.relay.id, 'rogatory-retention'),
    ),
  })
