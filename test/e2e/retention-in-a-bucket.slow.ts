import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { openDocuments, readPackage } from '#client/core/packages/open-package.js'
import { packageStatus } from '#client/core/packages/package-status.js'
import { placeHold } from '#client/core/retention/legal-holds.js'
import { setRetention } from '#client/core/retention/set-retention.js'
import type { Session } from '#client/core/session/session.js'
import { diskDocument } from '#client/files/disk-document.js'
import { diskSink } from '#client/files/disk-sink.js'
import { operatorAt } from '#client/keystore/operator-at.js'
import { httpRelay } from '#client/transport/http-relay.js'
import { AuthorityId, type PackageId } from '#crypto/fields/fields.js'
import { arrived } from '#test/support/constellation/arrived.js'
import { auditSequenced } from '#test/support/constellation/audit-clients.js'
import { type Fleet, fleet } from '#test/support/constellation/fleet.js'
import { s3Environment } from '#test/support/s3/s3-environment.js'
import { type S3Server, s3Server } from '#test/support/s3/s3-server.js'
import { rejection } from '#test/support/rejection.js'

/** Content is kept for a day: this is a little more. */
const LATER_MS = 25 * 3_600_000

/** Slow, since no relay deletes in its first minute, nor before the lease of a dead one has run out. */
describe('content in a bucket whose time is over', function () {
  this.timeout(900_000)
  let folder: string
  let bucket: S3Server
  let several: Fleet
  let sender: Session
  let recipient: Session
  let due: PackageId[]
  let held: PackageId
  let undecided: PackageId

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rogatory-retention-'))
    bucket = await s3Server()
    await writeFile(join(folder, 'exhibit.bin'), randomBytes(100_000))
    const env = { ...(await s3Environment(bucket, folder)), RETENTION_INTERVAL_MINUTES: '1' }
    several = await fleet({ relays: 2, workers: 1, env })
    ;[sender, recipient] = await Promise.all([several.all.officer('xa'), several.all.officer('xb')])
    due = [await sent(), await sent()]
    ;[held, undecided] = [await sent(), await sent()]
    for (const id of [...due, held]) {
      await received(id)
      await acknowledgePackage(recipient, id)
    }
    await arrived(recipient, undecided)
  })
  after(async () => {
    await several.close()
    await bucket.close()
    await rm(folder, { recursive: true, force: true })
  })

  async function sent(): Promise<PackageId> {
    const id = await composePackage(sender, {
      to: [AuthorityId.parse('xb.pgo')],
      template: { id: 'mla-request', version: 1 },
      form: {},
      documents: [await diskDocument(join(folder, 'exhibit.bin'))],
    })
    await deliverPackage(sender, id)
    return id
  }
  async function received(id: PackageId): Promise<void> {
    await arrived(recipient, id)
    const sink = () => diskSink(join(folder, id), { replace: true })
    await openDocuments(recipient, await readPackage(recipient, id), sink)
  }
  const left = () => [...bucket.objects.keys()]
  const isLeft = (id: PackageId) => left().some((name) => name.includes(id))
  /** For relays and bucket. */
  function setClocks(ahead: number): void {
    for (const relay of several.relays) relay.shiftClock(ahead)
    bucket.behaviour.now = () => new Date(Date.now() + ahead)
  }
  async function schedule(): Promise<void> {
    const { data, origin } = several.all
    const own = { id: AuthorityId.parse('zz.relay'), origin }
    const operator = await operatorAt(join(data, 'operator'), join(data, 'trust.json'), own)
    const relay = httpRelay(origin, undefined, () => new Date())
    const scope = { of: 'packages' as const, packages: [held] }
    const hold = { hold: 'court-1', scope, reason: 'Order of a court' }
    await placeHold(operator, relay, hold, new Date())
    await setRetention(operator, relay, { routine: 1, undecided: null }, new Date())
  }

  it('both relays die in the middle of the first deletion', async () => {
    await schedule()
    let killed: Promise<unknown> | undefined
    bucket.behaviour.fault = (method) => {
      if (method !== 'DELETE') return undefined
      killed ??= Promise.all(several.relays.map((relay) => relay.kill()))
      return 'break'
    }
    setClocks(LATER_MS)
    while (killed === undefined) await sleep(100)
    await killed
    bucket.behaviour.fault = undefined
    expect(left()).to.have.length(4)
  })

  it('one of them, started again, completes it, and goes on with what is due', async () => {
    await several.restartRelay(0)
    await several.restartRelay(1)
    setClocks(LATER_MS)
    while (due.some(isLeft)) await sleep(100)
    const connection = await several.all.openDatabase()
    const begun = () => connection.collection('deletions').countDocuments({ state: 'begun' })
    while ((await begun()) > 0) await sleep(100)
    await connection.close()
    setClocks(0)
  })

  it('what is held, and what nobody has decided on, stays and opens', async () => {
    expect([held, undecided].every(isLeft)).to.equal(true)
    expect(left()).to.have.length(2)
    await received(held)
    await received(undecided)
  })

  it('what is gone is certified once, and can still be proved', async () => {
    for (const id of due) {
      const { record, receipts } = await packageStatus(sender, id)
      const codes = record.evidence.map(({ payload }) => payload.code)
      expect(codes.filter((code) => code === 'R.1')).to.have.length(1)
      expect(receipts).to.have.length(1)
      expect(await rejection(readPackage(recipient, id))).to.include({ code: 'content-deleted' })
    }
    const connection = await several.all.openDatabase()
    await auditSequenced(connection, await several.all.logKey())
    await connection.close()
  })
})
