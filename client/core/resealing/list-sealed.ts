import type { SealedRow } from '#server/contract/resealing-wire.js'
import { pageTurner } from '../page-turner.js'
import type { Session } from '../session/session.js'

/**
 * Under which keys the relay says that each package is sealed which the own authority is still served, newest first. It is the relay's
 * word: before a key is destroyed on it, see {@link destroyKey}.
 *
 * @throws RelayProblem
 */
export async function* listSealed({ relay }: Pick<Session, 'relay'>): AsyncGenerator<SealedRow> {
  for (const box of ['inbox', 'sent'] as const) {
    const nextOf = pageTurner()
    let after: string | undefined
    do {
      const page = await relay.call('listSealed', { query: { box, after } })
      yield* page.packages
      after = nextOf(page)
    } while (after !== undefined)
  }
}
