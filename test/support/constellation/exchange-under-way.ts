import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { openDocuments, readPackage } from '#client/core/packages/open-package.js'
import { RelayProblem } from '#client/core/relay-problem.js'
import type { Session } from '#client/core/session/session.js'
import { diskDocument } from '#client/files/disk-document.js'
import { diskSink } from '#client/files/disk-sink.js'
import { signClock } from '#crypto/clock/sign-clock.js'
import { AuthorityId, CaseId, type PackageId } from '#crypto/fields/fields.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { inTheEnd } from './in-the-end.js'

export type ExchangeUnderWay = Awaited<ReturnType<typeof exchangeUnderWay>>

type Parties = {
  readonly sender: Session
  readonly recipient: Session
  /** For documents. */
  readonly folder: string
  /** So many send at a time. */
  readonly lanes: number
}

/** Of every document: a disk that is full has no room for it. */
const OCTETS = 96 * 1024
/** How soon a clock lapses that is asked for, at most. */
const SOON_MS = 4_000

/**
 * What people do all day: some send, with a document now and then, and have a clock watched that lapses soon; one
 * opens and acknowledges what comes. Whatever may work later is done again until it has worked.
 */
export async function exchangeUnderWay({ sender, recipient, folder, lanes }: Parties) {
  const acknowledged = new Map<PackageId, string>()
  const received = new Set<PackageId>()
  const clocks = new Set<string>()
  const state = { isOver: false }
  const file = join(folder, 'exhibit.bin')
  await writeFile(file, randomBytes(OCTETS))

  async function send(turn: number): Promise<void> {
    const documents = turn % 3 === 0 ? [await diskDocument(file)] : []
    const to = [AuthorityId.parse('xb.pgo')]
    const template = { id: 'mla-request', version: 1 }
    const id = await inTheEnd(() => composePackage(sender, { to, template, form: {}, documents }))
    const { digest } = await inTheEnd(() => deliverPackage(sender, id))
    acknowledged.set(id, digest)
    await haveWatched()
  }

  async function haveWatched(): Promise<void> {
    const { officer, relay } = sender
    const now = Date.now()
    const clock = randomBytes(32).toString('hex')
    const wanted = {
      clock,
      revision: 1,
      authority: officer.authority,
      evidence: null,
      case: CaseId.parse(uuidV7(new Date(now))),
      state: 'running' as const,
      due: new Date(now + Math.random() * SOON_MS).toISOString(),
      warnings: [],
      detail: '{}',
      declared: new Date(now).toISOString(),
    }
    const request = await signClock(wanted, officer.signingKey)
    const body = { request, credential: officer.credential.statement }
    await inTheEnd(() => relay.call('askClock', { body }))
    clocks.add(clock)
  }

  async function receive(id: PackageId): Promise<void> {
    const read = await inTheEnd(() => available(id))
    await inTheEnd(() =>
      openDocuments(recipient, read, ({ part }) => diskSink(join(folder, part), { replace: true })),
    )
    await inTheEnd(() => acknowledgePackage(recipient, id))
    received.add(id)
  }

  /** The recipient does not see a package before its D.1, which may have to be made up for. */
  async function available(id: PackageId) {
    for (;;) {
      try {
        return await readPackage(recipient, id)
      } catch (error) {
        if (!(error instanceof RelayProblem) || error.code !== 'package-unknown') throw error
        await sleep(100)
      }
    }
  }

  const sending = Array.from({ length: lanes }, async () => {
    for (let turn = 0; !state.isOver; turn++) await send(turn)
  })
  const receiving = (async () => {
    for (;;) {
      const next = [...acknowledged.keys()].find((id) => !received.has(id))
      if (next !== undefined) await receive(next)
      else if (state.isOver) return
      else await sleep(20)
    }
  })()
  const working = Promise.all([...sending, receiving])
  // Whoever waits for what is done next is told of what went wrong instead.
  working.catch(() => undefined)

  return {
    acknowledged,
    clocks,
    /** Until something more is acknowledged than now. */
    async hasMoved(): Promise<void> {
      const before = acknowledged.size
      const moved = (async () => {
        while (acknowledged.size === before) await sleep(20)
      })()
      await Promise.race([moved, working.then(() => undefined)])
    },
    /** Nothing new is sent; resolves when all that was acknowledged is received. */
    async finish(): Promise<void> {
      state.isOver = true
      await Promise.all(sending)
      await working
    },
  }
}
