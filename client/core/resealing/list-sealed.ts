import type { SealedPage, SealedRow } from '#server/contract/resealing-wire.js'
import { pageTurner } from '../page-turner.js'
import type { Session } from '../session/session.js'

/**
 * Under which keys the relay says that each package is sealed which the own authority is still served, newest first. It is the relay's
 * word: before a key is destroyed on it, see {@link destroyKey}.
 *
 * @throws RelayProblem
 */
export async function* listSealed(session: Pick<Session, 'relay'>): AsyncGenerator<SealedRow> {
  for await (const { packages } of sealedPages(session)) yield* packages
}

/**
 * The same as the relay gives it out, with what each page says of packages that are still to come. A relay of an earlier version
 * says nothing of those.
 *
 * @throws RelayProblem
 */
export async function* sealedPages({
  relay,
}: Pick<Session, 'relay'>): AsyncGenerator<Omit<SealedPage, 'next'>> {
  for (const box of ['inbox', 'sent'] as const) {
    const nextOf = pageTurner()
    let after: string | undefined
    do {
      const page = await relay.call('listSealed', { query: { box, after } })
      yield page
      after = nextOf(page)
    } while (after !== undefined)
  }
}
