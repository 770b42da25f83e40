import { DAY_MS } from '#crypto/clock/durations.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { acknowledgePackage } from '../packages/acknowledge-package.js'
import { untrusted } from '../proof/check-evidence.js'
import { ClientError } from '../client-error.js'
import { composePackage } from '../packages/compose-package.js'
import { deliverPackage } from '../packages/deliver-package.js'
import { awaitNotice } from '../session/await-notice.js'
import { exportProof } from '../proof/export-proof.js'
import { openDocuments, readPackage } from '../packages/open-package.js'
import { packageStatus } from '../packages/package-status.js'
import type { DocumentSink, DocumentSource } from '../ports.js'
import type { Session } from '../session/session.js'

/** The steps of a full exchange, in their order. */
export const selfTestSteps = [
  'directory',
  'listen',
  'seal',
  'submit',
  'notice',
  'open',
  'acknowledge',
  'receipt',
  'proof',
] as const
export type SelfTestStep = (typeof selfTestSteps)[number]

export type SelfTestReport = {
  readonly step: SelfTestStep
  /** `skipped` once an earlier one has failed. */
  readonly outcome: 'done' | 'failed' | 'skipped'
  /** Milliseconds. */
  readonly took: number
}

export type SelfTest = {
  /** Octets that nobody means anything by. */
  readonly document: DocumentSource
  /** Names this run, such as a random UUID. */
  readonly run: string
  readonly withinMs: number
  readonly onStep: (report: SelfTestReport) => void
}

/**
 * A full exchange between two authorities, by the very use-cases that officers use: sealed, submitted,
 * announced over the socket, opened, acknowledged, the receipt compared and the proof verified. The
 * package has the template `self-test`, holds no personal data and expires within a day.
 *
 * Every step is reported, those after a failure as skipped.
 *
 * @throws whatever the step that failed was refused with: ClientError, RelayProblem, CryptoError.
 */
export async function selfTest(
  sender: Session,
  recipient: Session,
  { document, run, withinMs, onStep }: SelfTest,
): Promise<{ readonly package: PackageId }> {
  const reported = new Set<SelfTestStep>()
  async function step<T>(name: SelfTestStep, work: () => Promise<T>): Promise<T> {
    const began = performance.now()
    const report = (outcome: 'done' | 'failed') => {
      reported.add(name)
      onStep({ step: name, outcome, took: Math.round(performance.now() - began) })
    }
    try {
      const result = await work()
      report('done')
      return result
    } catch (error) {
      report('failed')
      throw error
    }
  }

  let notice: Awaited<ReturnType<typeof awaitNotice>> | undefined
  try {
    const to = recipient.officer.authority
    await step('directory', async () => {
      await sender.directory.current(to)
      await recipient.directory.current(sender.officer.authority)
    })
    const listening = await step('listen', () => awaitNotice(recipient, withinMs))
    notice = listening
    const id = await step('seal', () =>
      composePackage(sender, {
        to: [to],
        documents: [document],
        template: { id: 'self-test', version: 1 },
        form: { test: true, run },
        expires: new Date(sender.platform.now().getTime() + DAY_MS),
      }),
    )
    listening.expect(id)
    await step('submit', () => deliverPackage(sender, id))
    await step('notice', () => listening.heard())
    await step('open', async () => {
      const read = await readPackage(recipient, id)
      // Each document's digest is compared with the manifest on the way.
      await openDocuments(recipient, read, () => Promise.resolve(nowhere))
    })
    await step('acknowledge', () => acknowledgePackage(recipient, id))
    await step('receipt', () => requireReceipt(sender, id))
    await step('proof', () => requireProof(sender, id, withinMs))
    return { package: id }
  } catch (error) {
    for (const name of selfTestSteps) {
      if (!reported.has(name)) onStep({ step: name, outcome: 'skipped', took: 0 })
    }
    throw error
  } finally {
    notice?.close()
  }
}

async function requireReceipt(sender: Session, id: PackageId): Promise<void> {
  const { receipts } = await packageStatus(sender, id)
  const agrees = receipts.length > 0 && receipts.every((one) => one.disagreements?.length === 0)
  if (!agrees) throw untrusted('the receipt is not for what was sent')
}

async function requireProof(sender: Session, id: PackageId, withinMs: number): Promise<void> {
  const { verdict } = await exportProof(sender, id, { withinMs })
  if (verdict.verdict === 'proved') return
  const open = verdict.facts.filter(({ standing }) => standing !== 'proved')
  const facts = open.map(({ fact }) => fact).join(', ')
  throw verdict.verdict === 'contradicted'
    ? new ClientError('proof-contradicted', `contradicted: ${facts}`, 'Keep it, and call us.')
    : new ClientError(
        'proof-pending',
        `not proved: ${facts}`,
        'Look at the time-stamps and witnesses.',
      )
}

const nowhere: DocumentSink = {
  write: () => Promise.resolve(),
  commit: () => Promise.resolve(),
  discard: () => Promise.resolve(),
}
