import { ClockRequest } from '#crypto/clock/clock-request.js'
import { recipientsOf } from '#crypto/envelope/recipients-of.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { pageTurner } from '../page-turner.js'
import type { Session } from '../session/session.js'

/**
 * The keys of each oral request that is not ended: whoever ends it has to read it first. The clock of a deadline of a case is told
 * apart by the evidence that it rests on, and its detail is read by nobody.
 *
 * @throws RelayProblem; CryptoError
 */
export async function* kidsOfOralRequests({
  relay,
}: Pick<Session, 'relay'>): AsyncGenerator<readonly string[]> {
  const nextOf = pageTurner()
  let after: string | undefined
  do {
    const query = { open: 'true', after, limit: 200 } as const
    const page = await relay.call('listClocks', { query })
    for (const { request } of page.clocks) {
      const { evidence, detail } = ClockRequest.parse((await readStatement(request)).payload)
      if (evidence === null) yield recipientsOf(detail)
    }
    after = nextOf(page)
  } while (after !== undefined)
}
