import type { JudgeStanding } from '../domain/access/judge-standing.js'
import { permissions } from '../contract/permissions.js'
import { hasRole } from '../domain/access/require-permission.js'
import type { Caller } from '../contract/wire.js'
import type { Logger } from '../observability/logger.js'

type Connection = {
  readonly data: { readonly admission: { readonly caller: Caller } }
  disconnect(close: boolean): unknown
}

type Parts = {
  /** The connections of each officer key. */
  readonly connected: () => readonly (readonly Connection[])[]
  readonly judgeStanding: JudgeStanding
  readonly everyMs: number
  readonly log: Logger
}

/**
 * Closes the connections of officers whose authority does not vouch for them any more. Every process
 * looks by itself, so that it does not matter which of them took the revocation. Where standing
 * cannot be found out just now, the connection stays: it ends with its token at the latest.
 *
 * @returns a function that stops looking.
 */
export function expelRevoked({ connected, judgeStanding, everyMs, log }: Parts): () => void {
  let stopped = false
  let timer = setTimeout(round, everyMs)

  async function judge(sockets: readonly Connection[]): Promise<void> {
    const [first] = sockets
    if (first === undefined) return
    const { caller } = first.data.admission
    if (await judgeStanding(caller)) return
    log.info('socket.expelled', { authority: caller.authority, kid: caller.kid })
    for (const socket of sockets) socket.disconnect(true)
  }

  function round(): void {
    const judged = connected()
      .flatMap(alike)
      .map((sockets) =>
        judge(sockets).catch((error: unknown) => log.error('socket.fault', {}, error)),
      )
    void Promise.all(judged).then(() => {
      if (!stopped) timer = setTimeout(round, everyMs)
    })
  }

  return () => {
    stopped = true
    clearTimeout(timer)
  }
}

/**
 * The connections of one key by what they were let in as: its roles, or whose it is, may have changed between two of
 * them, and what ends one need not end another.
 */
function alike(sockets: readonly Connection[]): readonly (readonly Connection[])[] {
  const found = new Map<string, Connection[]>()
  for (const socket of sockets) {
    const { authority, officer, roles } = socket.data.admission.caller
    const as = `${authority}/${String(hasRole(roles, permissions.listen))}/${officer}`
    found.set(as, [...(found.get(as) ?? []), socket])
  }
  return [...found.values()]
}
