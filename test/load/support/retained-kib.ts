import { setTimeout as sleep } from 'node:timers/promises'

/** The memory, in KiB, that this process holds when all garbage is collected. Needs `--expose-gc`. */
export async function retainedKiB(): Promise<number> {
  // What the first has finalised, the second frees; pages go back to the system a moment later.
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.()
    await sleep(500)
  }
  return process.memoryUsage.rss() / 1024
}
