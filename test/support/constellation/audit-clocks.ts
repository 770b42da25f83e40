import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import type { Connection } from 'mongoose'
import type { Session } from '#client/core/session/session.js'
import type { ClockRecord } from '#server/contract/wire.js'

/**
 * Each clock that was asked for, and whose time was over soon, has told so: once, as its authority is shown it, and
 * by one notice.
 */
export async function auditClocks(
  session: Session,
  connection: Connection,
  asked: ReadonlySet<string>,
): Promise<void> {
  const rings = async () =>
    new Map((await everyClock(session)).map(({ name, record }) => [name, record.rings] as const))
  for (;;) {
    const told = await rings()
    expect([...told.keys()].sort(), 'clocks').to.deep.equal([...asked].sort())
    if ([...told.values()].every((one) => one.length > 0)) break
    await sleep(100)
  }
  // Whatever would tell a second time has its chance now: the job that comes when it is certain that a clock was
  // kept does not wait for its minutes, and is waited for.
  const jobs = connection.collection('outbox')
  const asking = { name: 'clocks.asked' }
  const now = new Date()
  await jobs.updateMany(asking, { $set: { dues: [now], lookAt: now } })
  while ((await jobs.countDocuments(asking)) > 0) await sleep(100)
  for (const [name, all] of await rings()) {
    expect(
      all.map(({ stage }) => stage),
      name,
    ).to.deep.equal(['lapse'])
  }
  const notices = connection.collection<{ notice: { clock: string } }>('notices')
  const given = await notices.find({ kind: 'clock.lapsed' }).toArray()
  expect(given.map(({ notice }) => notice.clock).sort(), 'notices').to.deep.equal([...asked].sort())
}

async function everyClock({ relay }: Session) {
  const all: { name: string; record: ClockRecord }[] = []
  let after: string | undefined
  do {
    const page = await relay.call('listClocks', { query: { after, limit: 200 } })
    for (const record of page.clocks) all.push({ name: claimed(record.request), record })
    after = page.next ?? undefined
  } while (after !== undefined)
  return all
}

/** The name in a compact JWS, which the relay has verified. */
function claimed(request: string): string {
  const [, payload = ''] = request.split('.')
  const { clock } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { clock: string }
  return clock
}
