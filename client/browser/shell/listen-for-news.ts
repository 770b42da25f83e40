import { watchEvents } from '../../core/session/watch-events.js'
import { keyring, type SignedIn } from '../api/keyring.js'
import { lineEnd } from './line-end.js'

/** The relay was not even there to begin with. */
const AGAIN_MS = 5_000

export type Line = 'connecting' | 'connected' | 'lost' | 'ended'

type News = {
  /** What is to be fetched anew. */
  readonly tell: (...keys: readonly (readonly string[])[]) => void
  readonly onLine: (line: Line) => void
  /** The session has ended. */
  readonly onOver: () => void
  /** What came does not verify, or is not understood: nothing more is listened to. */
  readonly onBroken: (error: unknown) => void
}

/** @returns what ends it. After a loss the relay replays from the last event that was seen here. */
export function listenForNews(
  { session, identity }: SignedIn,
  { tell, onLine, onOver, onBroken }: News,
): () => void {
  let close: (() => void) | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const begin = async () => {
    const { database } = await keyring()
    const at = [identity.id, 'feed']
    const after = ((await database.get('positions', at)) as number | undefined) ?? -1
    const subscription = await watchEvents(session, after, {
      async onEvent({ evidence }) {
        tell(['mailbox'], ['package', evidence.payload.package], ['case'], ['duty', 'desk'])
        if (evidence.index !== null) {
          const { index } = evidence
          await database.change('positions', at, (before) =>
            Math.max(index, (before as number | undefined) ?? -1),
          )
        }
      },
      onNotice({ kind }) {
        if (kind === 'officer.access') tell(['sessions'])
        if (kind === 'handoff.step') tell(['translation'])
        if (kind === 'clock.warning' || kind === 'clock.lapsed') tell(['case'])
      },
      // Not the draft that somebody may have open, which would take away what is being written.
      onDraft: ({ draft }) => tell(['drafts'], ['draft-newest', draft]),
      onConnection: onLine,
      onEnd: end,
    })
    close = () => subscription.close()
    if (isOver) close()
  }
  function end(error: unknown): void {
    const kind = lineEnd(error)
    if (kind === 'passing') {
      tryAgain()
      return
    }
    onLine('ended')
    if (kind === 'over') onOver()
    if (kind === 'broken') onBroken(error)
  }
  function tryAgain(): void {
    if (isOver) return
    onLine('lost')
    timer = setTimeout(() => void begin().catch(tryAgain), AGAIN_MS)
  }
  begin().catch(tryAgain)
  return () => {
    isOver = true
    clearTimeout(timer)
    close?.()
  }
}
