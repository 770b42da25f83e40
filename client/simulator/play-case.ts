import { type CaseId, PackageId } from '#crypto/fields/fields.js'
import { acknowledgePackage } from '../core/packages/acknowledge-package.js'
import { ClientError } from '../core/client-error.js'
import { composePackage } from '../core/packages/compose-package.js'
import { deliverPackage } from '../core/packages/deliver-package.js'
import { openDocuments, type ReadPackage } from '../core/packages/open-package.js'
import type { DocumentSink, DocumentSource } from '../core/ports.js'
import type { Session } from '../core/session/session.js'
import { letterPdf } from '../files/letter-pdf.js'
import { currentTemplate } from '../templates/catalogue.js'
import { caseHistory } from './case-history.js'
import { fillForm } from './fill-form.js'
import { nextStep, type Passage, scenarioFor } from './next-step.js'
import type { Script, Step } from './script.js'

/** What the counterpart did, for whoever watches it. */
export type Played = {
  readonly case: CaseId
  readonly request: string
  /** `held` is the act that the script has next and the case does not allow: the other side withdrew, or it went another way. */
  readonly did: 'acknowledged' | 'rejected' | 'sent' | 'held'
  readonly template?: string
  readonly package?: PackageId
}

export type Stage = {
  readonly script: Script
  readonly read: Map<PackageId, ReadPackage>
  readonly tell: (played: Played) => void
  /** Waits until a moment; rejects when the play is over. */
  readonly until: (moment: Date) => Promise<void>
}

/**
 * Plays a case as far as it goes now: until the script has ended, or the other side has to move.
 *
 * @throws as `composePackage`: a script whose forms lack something is a faulty script.
 */
export async function playCase(session: Session, id: CaseId, stage: Stage): Promise<void> {
  for (;;) {
    const history = await caseHistory(session, id, stage.read)
    const [first] = history
    const scenario = scenarioFor(stage.script, first)
    const next = scenario && nextStep(scenario, history)
    if (first === undefined || next === undefined) return
    await stage.until(next.due)
    const played = await perform(session, id, first, next.step, stage)
    stage.tell({ case: id, request: first.package, ...played })
    if (played.did === 'held') return
  }
}

async function perform(
  session: Session,
  id: CaseId,
  first: Passage,
  step: Exclude<Step, { await: string }>,
  { read }: Stage,
): Promise<Pick<Played, 'did' | 'template' | 'package'>> {
  const request = read.get(PackageId.parse(first.package))
  if (request === undefined) throw new TypeError('the history has opened it')
  if ('acknowledge' in step) {
    const reason = step.acknowledge === true ? undefined : step.acknowledge
    // A receipt says which documents were verified: they are read, and kept by nobody.
    if (reason === undefined) await openDocuments(session, request, () => Promise.resolve(nowhere))
    await acknowledgePackage(session, request.manifest.package, reason)
    return { did: reason === undefined ? 'acknowledged' : 'rejected' }
  }
  const version = currentTemplate(step.send)?.version ?? 1
  const about = { at: session.platform.now(), case: id, request: first.form }
  const draft = {
    to: [request.manifest.sender],
    case: id,
    template: { id: step.send, version },
    form: fillForm(step.form, about),
    request: request.manifest.form,
    inReplyTo: { package: request.manifest.package, header: request.record.header.digest },
    urgency: first.urgency,
    documents: step.letter === undefined ? [] : [letterOf(step.send, step.letter)],
  }
  const pkg = await composePackage(session, draft).catch(unlessIllegal)
  if (pkg === undefined) return { did: 'held', template: step.send }
  await deliverPackage(session, pkg)
  return { did: 'sent', template: step.send, package: pkg }
}

/** One case that goes another way than the script is no reason to leave all others alone. */
function unlessIllegal(error: unknown): undefined {
  if (error instanceof ClientError && error.code === 'act-illegal') return undefined
  throw error
}

function letterOf(template: string, lines: readonly string[]): DocumentSource {
  const octets = letterPdf(lines)
  return {
    name: `${template}.pdf`,
    mediaType: 'application/pdf',
    length: octets.length,
    async *read() {
      yield octets
      await Promise.resolve()
    },
  }
}

const nowhere: DocumentSink = {
  write: () => Promise.resolve(),
  commit: () => Promise.resolve(),
  discard: () => Promise.resolve(),
}
