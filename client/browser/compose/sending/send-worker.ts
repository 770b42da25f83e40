import '../../zod-without-code.js'
import { readTrustList } from '#crypto/directory/trust-list.js'
import { AuthorityId, CaseId, DraftId, PackageId } from '#crypto/fields/fields.js'
import { Manifest } from '#crypto/package/manifest.js'
import type { CheckedEvidence } from '../../../core/proof/check-evidence.js'
import { composePackage } from '../../../core/packages/compose-package.js'
import { deliverPackage } from '../../../core/packages/deliver-package.js'
import { prepareDraft } from '../../../core/drafting/prepare-draft.js'
import { sendDraft } from '../../../core/drafting/send-draft.js'
import { resumeSession } from '../../../core/session/open-session.js'
import type { DocumentSource } from '../../../core/ports.js'
import type { Session } from '../../../core/session/session.js'
import { openDatabase } from '../../../keystore/indexed-db/database.js'
import { httpRelay } from '../../../transport/http-relay.js'
import { browserPlatform } from '../../platform/browser-platform.js'
import { fileDocument } from '../../platform/file-document.js'
import { forward } from './forward.js'
import { keepAsDraft } from './keep-as-draft.js'
import type { Forwarding, Message, Order, Outgoing } from './messages.js'
import { progressOf } from './progress-of.js'

/**
 * Seals and delivers one package, away from the page: gigabytes go through here while people type. Ended
 * from outside at any moment; what is sealed by then waits in the outgoing store.
 */
const tell = (message: Message): void => postMessage(message)
const progress = (kind: 'sealing' | 'uploading') => progressOf(kind, tell)

async function carryOut({ identity, keys, unlockedFor, work }: Order): Promise<void> {
  // Nobody is here who could touch a security key, or begin another session.
  const named = { goesOn: false, named: () => Promise.resolve(unlockedFor) }
  const database = await openDatabase()
  const session = await resumeSession({
    profile: { origin: identity.relay.origin, relayId: identity.relay.id },
    trust: readTrustList(identity.trust),
    keys,
    platform: browserPlatform(database, identity.id),
    relay: (origin, key, now) => httpRelay(origin, key, now, undefined, named),
  })
  if ('prepare' in work) {
    const { prepare: draft, andSend } = work
    const pkg = await prepare(session, DraftId.parse(draft), documentsOf(work))
    if (andSend) {
      tell({ kind: 'sealed', draft, package: pkg })
      await sendPrepared(session, draft)
    } else tell({ kind: 'prepared', draft, package: pkg })
  } else if ('sendDraft' in work) {
    await sendPrepared(session, work.sendDraft)
  } else if ('forward' in work) {
    await passOn(session, work.forward)
  } else {
    const id = 'seal' in work ? await seal(session, work.seal) : PackageId.parse(work.deliver)
    await deliver(session, id)
  }
}

async function deliver(session: Session, id: PackageId): Promise<void> {
  tell({ kind: 'sealed', package: id })
  tellDone(id, await deliverPackage(session, id, progress('uploading')))
}

async function prepare(session: Session, draft: DraftId, documents: readonly DocumentSource[]) {
  const told = { seal: progress('sealing'), upload: progress('uploading') }
  return (await prepareDraft(session, draft, documents, told)).package
}

async function passOn(session: Session, wanted: Forwarding): Promise<void> {
  tell({ kind: 'proving' })
  const draft = await forward(session, wanted)
  if (!wanted.mustBeApproved) {
    await deliver(session, await composePackage(session, draft, progress('sealing')))
    return
  }
  const id = await keepAsDraft(session, draft, wanted.title)
  tell({ kind: 'prepared', draft: id, package: await prepare(session, id, draft.documents) })
}

async function sendPrepared(session: Session, draft: string): Promise<void> {
  const sent = await sendDraft(session, DraftId.parse(draft), progress('uploading'))
  tellDone(sent.package, sent.evidence)
}

function tellDone(id: PackageId, { payload }: CheckedEvidence): void {
  const { code, time, reasons } = payload
  tell({ kind: 'done', package: id, code, time, reasons: reasons.map((one) => one.code) })
}

function seal(session: Session, outgoing: Outgoing): Promise<PackageId> {
  const { to, template, form, urgency, marks, inReplyTo, request, notBefore, expires } = outgoing
  const draft = {
    to: to.map((authority) => AuthorityId.parse(authority)),
    template,
    form: Manifest.shape.form.parse(form),
    urgency,
    marks,
    documents: documentsOf(outgoing),
    ...(notBefore && { notBefore }),
    ...(expires && { expires }),
    ...(outgoing.case === undefined ? {} : { case: CaseId.parse(outgoing.case) }),
    ...(request && { request: Manifest.shape.form.parse(request) }),
    ...(inReplyTo === undefined
      ? {}
      : { inReplyTo: { ...inReplyTo, package: PackageId.parse(inReplyTo.package) } }),
  }
  return composePackage(session, draft, progress('sealing'))
}

const documentsOf = ({
  files,
  translated,
}: Pick<Outgoing, 'files' | 'translated'>): readonly DocumentSource[] =>
  files.map((file) => {
    const document = fileDocument(file)
    return translated.includes(document.name) ? { ...document, role: 'translation' } : document
  })

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  carryOut(data).catch((error: unknown) => {
    const code =
      error instanceof Error && 'code' in error && typeof error.code === 'string'
        ? error.code
        : 'unknown'
    tell({ kind: 'failed', code, message: error instanceof Error ? error.message : 'unknown' })
  })
})
