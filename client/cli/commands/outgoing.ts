import type { PackageId } from '#crypto/fields/fields.js'
import type { CheckedEvidence } from '../../core/proof/check-evidence.js'
import { deliverPackage } from '../../core/packages/deliver-package.js'
import type { CommandContext } from '../command-context.js'
import { documentBars } from '../lines/document-bars.js'
import { EXIT, exitCodeOf } from '../exit-codes.js'
import { officerSession } from '../officer-session.js'
import { failureOf } from '../report-failure.js'
import { terminalOf } from '../terminal-of.js'

type Failed = { readonly package: PackageId; readonly error: unknown }

export async function outgoing(context: CommandContext): Promise<void> {
  const terminal = terminalOf(context)
  const { export: stick, import: brought } = context.options
  if (typeof stick === 'string' || typeof brought === 'string') {
    const { carryOutgoing } = await import('./carry-outgoing.js')
    await carryOutgoing(context)
    return
  }
  const session = await officerSession(context)
  const waiting = await session.platform.outgoing.waiting()
  if (context.options['deliver'] !== true) {
    const none = ['Nothing waits to be sent.']
    terminal.result({ waiting }, waiting.length === 0 ? none : [...waiting, HOW])
    return
  }
  const delivered: { readonly package: PackageId; readonly evidence: CheckedEvidence }[] = []
  const failed: Failed[] = []
  for (const id of waiting) {
    const bars = documentBars(terminal, 'upload')
    // One that cannot be delivered must not keep the others waiting.
    await deliverPackage(session, id, bars.at).then(
      (evidence) => delivered.push({ package: id, evidence }),
      (error: unknown) => failed.push({ package: id, error }),
    )
    bars.done()
  }
  process.exitCode = exitOf(delivered, failed)
  terminal.result(
    {
      delivered: delivered.map(({ package: id, evidence: { payload } }) => ({
        package: id,
        code: payload.code,
        time: payload.time,
      })),
      failed: failed.map(({ package: id, error }) => {
        const { code, message } = failureOf(error)
        return { package: id, code, message }
      }),
    },
    [
      ...(waiting.length === 0 ? ['Nothing waits to be sent.'] : []),
      ...delivered.map(({ package: id, evidence: { payload } }) =>
        payload.code === 'A.1' ? `accepted ${id}` : `rejected ${id}, see: rogatory status ${id}`,
      ),
      ...failed.map(({ package: id, error }) => {
        const { code, message } = failureOf(error)
        return `✗ waits   ${id}  ${code}: ${message}`
      }),
    ],
  )
}

const HOW = 'Deliver them with: rogatory outgoing --deliver'

function exitOf(
  delivered: readonly { readonly evidence: CheckedEvidence }[],
  [first]: readonly Failed[],
): number {
  if (first !== undefined) return exitCodeOf(first.error)
  const isRejected = delivered.some(({ evidence }) => evidence.payload.code === 'A.2')
  return isRejected ? EXIT.refused : EXIT.done
}
