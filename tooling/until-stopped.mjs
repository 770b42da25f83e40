/** npm hands a Ctrl-C on that the terminal has sent here as well: two within this time are one. */
const SAME_MS = 700
const PARENT_CHECK_MS = 500

/**
 * The wish to stop: SIGINT, SIGTERM, SIGHUP, or the end of the npm that started this process, which
 * tells nobody when it is killed.
 *
 * @returns a signal and a promise for the first wish; `end` stops listening.
 */
export function untilStopped({ onFirst, onSecond }) {
  const controller = new AbortController()
  const requested = new Promise((resolve) => controller.signal.addEventListener('abort', resolve))
  let first
  const stop = () => {
    const now = performance.now()
    if (first === undefined) {
      first = now
      onFirst()
      controller.abort()
    } else if (now - first > SAME_MS) {
      onSecond()
    }
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, stop)
  // Whoever read what is printed here may be gone, as in `npm start | head`; the relay runs on.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  const parent = process.ppid
  const watch = setInterval(() => {
    const orphaned = process.env['npm_lifecycle_event'] === 'start' && process.ppid !== parent
    if (orphaned && first === undefined) stop()
  }, PARENT_CHECK_MS)
  watch.unref()
  return {
    signal: controller.signal,
    requested,
    end() {
      clearInterval(watch)
      for (const signal of signals) process.off(signal, stop)
    },
  }
}
