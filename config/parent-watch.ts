/**
 * Calls back once when the process that supervises this one is gone, however it died.
 *
 * The supervisor holds one end of an IPC channel; the kernel closes it even after SIGKILL, so no
 * child of `npm start` outlives it. Where nobody supervises (a service manager started the process)
 * there is no channel and nothing happens. Watching does not keep the process alive.
 *
 * A supervisor can be gone before this is called; `--supervised` among the arguments says that
 * there was one.
 *
 * @example
 * ```ts
 * exitWithParent(() => void stop())
 * ```
 */
export function exitWithParent(onGone: () => void): void {
  if (process.connected) {
    process.once('disconnect', onGone)
    process.channel?.unref()
  } else if (process.argv.includes('--supervised')) {
    queueMicrotask(onGone)
  }
}
