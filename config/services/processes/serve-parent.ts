import { exitWithParent } from '../../parent-watch.js'

/** What a child does once it has its settings: serve, say so, and end when told. */
export type Serve<S> = (settings: S) => Promise<{ facts: object; stop(): Promise<void> }>

/** An engine that cannot close in this time is left to its journal. */
const LAST_RESORT_MS = 12_000

/**
 * The child's side of `startChild`: takes its settings from the parent, serves, reports readiness,
 * and ends in order when the parent closes the channel or is gone.
 */
export function serveParent<S>(serve: Serve<S>): void {
  let stop = (): Promise<void> => Promise.resolve()
  let gone = false
  const end = (): void => {
    if (gone) return
    gone = true
    setTimeout(() => process.exit(1), LAST_RESORT_MS).unref()
    void stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  exitWithParent(end)
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
  process.once('message', (settings: S) => {
    serve(settings).then(
      (service) => {
        stop = () => service.stop()
        if (gone) void stop().finally(() => process.exit(0))
        else process.send?.({ ready: service.facts })
      },
      (error: unknown) => {
        const failed = error instanceof Error ? error.message : 'unknown reason'
        if (process.connected) process.send?.({ failed }, () => process.exit(1))
        else process.exit(1)
      },
    )
  })
  // Until the parent closes it, the channel is the reason for this process to be.
  process.channel?.ref()
}
