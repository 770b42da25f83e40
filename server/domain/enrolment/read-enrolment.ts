import type { EnrolmentRecord } from '../../contract/wire.js'
import { asRecord } from './apply-for-enrolment.js'
import type { EnrolmentStore } from './enrolment-store.js'
import { Refusal } from '../errors.js'

export type ReadEnrolment = ReturnType<typeof readEnrolment>

/**
 * What has become of an application. Whoever knows its digest has seen it.
 *
 * @throws {@link Refusal} `enrolment-unknown`
 */
export function readEnrolment({ enrolments }: { readonly enrolments: EnrolmentStore }) {
  return async (digest: string): Promise<EnrolmentRecord> => {
    const kept = await enrolments.find(digest)
    if (kept === undefined) throw new Refusal('enrolment-unknown', 'no such application')
    return asRecord(kept)
  }
}
