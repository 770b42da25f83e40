import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { composePackage } from '#client/core/packages/compose-package.js'
import { openDocuments, openRecord } from '#client/core/packages/open-package.js'
import type { Session } from '#client/core/session/session.js'
import { diskDocument } from '#client/files/disk-document.js'
import { diskSink } from '#client/files/disk-sink.js'
import { nodePlatform } from '#client/files/node-platform.js'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { verifyHeader } from '#crypto/package/verify-header.js'
import { Submission } from '#server/contract/wire.js'
import { NOW } from '#test/support/world/moments.js'
import { timed } from '../support/alternate.js'
import { answerParent } from '../support/answer-parent.js'
import { offlineSessions } from '../support/offline-sessions.js'

/** Seals a file for three recipients and opens it again, as a client does, from disk to disk. */
const home = process.env['BENCH_FOLDER'] ?? '.'
const { outgoing } = nodePlatform(home)
const { sender, recipient, to } = await offlineSessions(home, download)
const opened = join(home, 'opened.bin')
let sealed: PackageId | undefined

answerParent({
  async seal(path) {
    if (sealed !== undefined) await outgoing.remove(sealed)
    const document = await diskDocument(path)
    return timed(async () => {
      sealed = await composePackage(sender, {
        to: to.map(({ id }) => id),
        template: { id: 'mla-request', version: 1 },
        form: { purpose: 'a figure' },
        documents: [document],
      })
    })
  },
  async open() {
    await rm(opened, { force: true })
    const { header, credential } = await submission()
    return timed(async () => {
      const senderEntry = await recipient.directory.current(sender.officer.authority)
      const by = { credential, entry: senderEntry, at: NOW, revocations: [] }
      const record = {
        header: await verifyHeader(header, by),
        senderEntries: { named: senderEntry, counting: undefined },
        evidence: [],
        states: new Map(),
        submitted: NOW.toISOString(),
      }
      const wire = { header, credential, approvals: [], evidence: [], receipts: [] }
      const read = await openRecord(recipient, wire, record)
      await openDocuments(recipient, read, () => diskSink(opened))
    })
  },
})

const submission = async () =>
  Submission.parse(JSON.parse((await outgoing.submission(sealed ?? '')) ?? ''))

async function* download(
  ...[name, { params }]: Parameters<Session['relay']['download']>
): AsyncGenerator<Uint8Array> {
  if (name === 'downloadEnvelope') yield toUtf8((await submission()).envelope)
  if (params === undefined || !('part' in params)) return
  const body = await outgoing.part(sealed ?? '', params.part)
  yield* body.slice(0, body.length, () => undefined) as AsyncIterable<Uint8Array>
}
