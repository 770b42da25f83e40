import { ERRORS, type Locker } from '@tus/server'

type Holder = {
  readonly release: () => void | Promise<void>
  ended: Promise<void>
  end: () => void
}

/**
 * One request at a time may touch an upload. A client that comes back over a new connection has the
 * old one, which may hang for minutes without knowing, stopped: tus calls that releasing the lock.
 *
 * Like the locker of `@tus/server` but for its waiting, which turns the event loop without pause.
 */
export function uploadLocks(): Locker {
  const holders = new Map<string, Holder>()
  return {
    newLock: (id) => ({
      async lock(signal, release) {
        for (let holder = holders.get(id); holder !== undefined; holder = holders.get(id)) {
          await holder.release()
          await Promise.race([holder.ended, aborted(signal)])
          // eslint-disable-next-line @typescript-eslint/only-throw-error -- how tus spells its errors
          if (signal.aborted) throw ERRORS.ERR_LOCK_TIMEOUT
        }
        let end = (): void => undefined
        const ended = new Promise<void>((resolve) => (end = resolve))
        holders.set(id, { release, ended, end })
      },
      unlock() {
        holders.get(id)?.end()
        holders.delete(id)
        return Promise.resolve()
      },
    }),
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
