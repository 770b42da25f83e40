import { setTimeout as sleep } from 'node:timers/promises'
import { ClientError } from '#client/core/client-error.js'
import { RelayProblem } from '#client/core/relay-problem.js'

/** Again for as long as the answer is that it may work later: what a person would do. */
export async function inTheEnd<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      const isPassing =
        error instanceof RelayProblem
          ? error.status >= 500 || error.status === 429
          : error instanceof ClientError && error.code === 'relay-unreachable'
      if (!isPassing) throw error
      await sleep(50)
    }
  }
}
