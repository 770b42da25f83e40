import type { PackageId } from '#crypto/fields/fields.js'
import { checkEvidence } from '../proof/check-evidence.js'
import { ClientError } from '../client-error.js'
import type { Session } from './session.js'

/** Later than every leaf: what happened before is not replayed. */
const FROM_NOW_ON = Number.MAX_SAFE_INTEGER

export type AwaitedNotice = {
  /** Which package it is about; to be said before that is submitted. */
  expect(id: PackageId): void
  /** Resolves once the notice that it is there has come over the socket; it is confirmed then (D.3). */
  heard(): Promise<void>
  close(): void
}

/**
 * Listens for one notice, from before its package is sent. Notices of other packages are left
 * unconfirmed: whoever works there has not seen them. Resolves when the socket is connected.
 *
 * @throws ClientError `relay-unreachable` when socket or notice have not come in time; whatever ended
 *   the connection.
 */
export async function awaitNotice(session: Session, withinMs: number): Promise<AwaitedNotice> {
  const { officer, relay } = session
  let wanted: PackageId | undefined
  let hear: () => void = () => undefined
  const heard = new Promise<void>((resolve) => (hear = resolve))
  let fail: (error: unknown) => void = () => undefined
  const failed = new Promise<never>((_, reject) => (fail = reject))
  failed.catch(() => undefined)

  let connected: () => void = () => undefined
  const connecting = new Promise<void>((resolve) => (connected = resolve))
  const subscription = await relay.listen(FROM_NOW_ON, {
    onConnection: (state) => {
      if (state === 'connected') connected()
    },
    onEnd: fail,
    async onEvent({ evidence, package: pkg }) {
      const { payload } = await checkEvidence(session, evidence, { package: pkg })
      if (payload.code !== 'D.1' || payload.recipient !== officer.authority) return false
      if (wanted !== pkg) return false
      hear()
      return true
    },
  })
  const inTime = async (work: Promise<void>, what: string): Promise<void> => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(
          new ClientError(
            'relay-unreachable',
            `${what} within ${withinMs / 1000} s`,
            'See whether the workers run and Redis answers.',
          ),
        )
      }, withinMs)
    })
    try {
      await Promise.race([work, failed, late])
    } finally {
      clearTimeout(timer)
    }
  }
  try {
    await inTime(connecting, 'the live connection was not made')
  } catch (error) {
    subscription.close()
    throw error
  }
  return {
    expect: (id) => {
      wanted = id
    },
    heard: () => inTime(heard, 'no notice of the package came'),
    close: () => subscription.close(),
  }
}
