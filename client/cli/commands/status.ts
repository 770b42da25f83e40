import type { PackageEvidence } from '#crypto/evidence/evidence.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { eventMeanings } from '../../core/packages/event-meanings.js'
import { failureStage } from '../../core/packages/failure-stage.js'
import { packageStamps } from '../../core/packages/package-stamps.js'
import { type CheckedReceipt, packageStatus } from '../../core/packages/package-status.js'
import { EXIT } from '../exit-codes.js'
import { localTime } from '../options/local-time.js'
import { officerSession } from '../officer-session.js'
import { stampLines } from '../lines/stamp-lines.js'
import type { CommandContext } from '../command-context.js'
import { terminalOf } from '../terminal-of.js'

export async function status(context: CommandContext, id: PackageId): Promise<void> {
  const session = await officerSession(context)
  const { record, receipts } = await packageStatus(session, id)
  const { payload } = record.header
  const stamps = await packageStamps(session, record)
  const states = Object.fromEntries(record.states)
  if (receipts.some(disagrees)) process.exitCode = EXIT.contradicted

  terminalOf(context).result(
    {
      package: id,
      case: payload.case,
      sender: payload.sender,
      urgency: payload.urgency,
      states,
      evidence: record.evidence.map(
        ({ digest, index, payload: { code, time, recipient, reasons } }) => ({
          code,
          reasons,
          time,
          recipient,
          digest,
          index,
        }),
      ),
      stampPending: stamps.every(({ at }) => at === null),
      timestamps: stamps,
      receipts: receipts.map(({ receipt, disagreements }) => ({
        recipient: receipt.payload.recipient,
        officer: receipt.credential.payload.name,
        outcome: receipt.payload.outcome,
        declared: receipt.payload.declared,
        digest: receipt.digest,
        disagreements,
      })),
    },
    [
      `package ${id}, ${payload.urgency}, from ${payload.sender}`,
      `case    ${payload.case}`,
      ...Object.entries(states).map(([authority, state]) => `  ${authority}  ${state}`),
      '',
      ...record.evidence.map(({ index, payload }) =>
        [
          localTime(payload.time),
          payload.code.padEnd(3),
          meaningOf(payload).padEnd(32),
          (payload.recipient ?? '').padEnd(12),
          index === null ? 'not in the log yet' : `leaf ${index}`,
        ].join('  '),
      ),
      ...stampLines(stamps),
      ...(receipts.length === 0 ? [] : ['', ...receipts.flatMap(receiptLines)]),
    ],
  )
}

/** What happened; of a failure by the clock, whether it is provisional or final. */
function meaningOf(event: PackageEvidence): string {
  const stage = failureStage(event)
  return stage === undefined ? eventMeanings[event.code] : `${eventMeanings[event.code]} (${stage})`
}

const disagrees = ({ disagreements }: CheckedReceipt) =>
  disagreements !== null && disagreements.length > 0

function receiptLines(checked: CheckedReceipt): readonly string[] {
  const { receipt, disagreements } = checked
  const { recipient, outcome, declared } = receipt.payload
  const signer = `${recipient}, ${receipt.credential.payload.name}`
  const head = `receipt  ${outcome} by ${signer}, their clock ${localTime(declared)}`
  if (disagreements === null) return [head]
  if (!disagrees(checked)) return [head, '  ✓ it is for exactly what we sent']
  return [
    head,
    '  ✗ it is NOT for what we sent: do not rely on it, ask the recipient',
    ...disagreements.map(
      ({ about, part, stated = 'nothing', own = 'nothing' }) =>
        `    ${part ?? about}: they state ${stated}, we sent ${own}`,
    ),
  ]
}
