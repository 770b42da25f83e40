import type { WriteStream } from 'node:tty'

/** Tells who did what, one line each, with the time that it took. */
export function storyteller(out: Pick<WriteStream, 'write'>) {
  const say = (who: string, what: string) => void out.write(`  ${who.padEnd(7)} ${what}\n`)
  async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now()
    const result = await work()
    say('', `· ${what}: ${seconds(performance.now() - start)}`)
    return result
  }
  return { say, timed }
}

export type Storyteller = ReturnType<typeof storyteller>

const seconds = (ms: number) => (ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(1)} s`)
