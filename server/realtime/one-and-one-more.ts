/**
 * Runs `work` once at a time. Asked again meanwhile, however often, it runs once more afterwards.
 *
 * @returns what resolves when a run has ended that began after it was asked for.
 */
export function oneAndOneMore(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined

  function start(): Promise<void> {
    next = undefined
    running = work().finally(() => (running = undefined))
    return running
  }
  return () => {
    if (running === undefined) return start()
    return (next ??= running.then(start, start))
  }
}
