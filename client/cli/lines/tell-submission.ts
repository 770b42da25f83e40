import type { PackageId } from '#crypto/fields/fields.js'
import type { CheckedEvidence } from '../../core/proof/check-evidence.js'
import { EXIT } from '../exit-codes.js'
import { localTime } from '../options/local-time.js'
import type { Terminal } from '../terminal.js'

/** What the relay has answered to a submission: its evidence A.1, or A.2 with the reasons. */
export function tellSubmission(
  terminal: Terminal,
  id: PackageId,
  evidence: CheckedEvidence,
  more: object = {},
): void {
  const { code, time, reasons } = evidence.payload
  if (code === 'A.2') process.exitCode = EXIT.refused
  terminal.result(
    { package: id, evidence: { code, time, digest: evidence.digest, reasons }, ...more },
    code === 'A.1'
      ? [`accepted ${id}`, `         ${localTime(time)}, evidence A.1 ${evidence.digest}`]
      : [
          `rejected ${id} (evidence A.2 ${evidence.digest})`,
          ...reasons.map((reason) => `         ${reason.code}: ${reason.text}`),
        ],
  )
}
