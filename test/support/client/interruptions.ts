import { type Failure, Outage } from '../fake-ports.js'

/** Notes effects in their order, and fails the one that a test names. */
export function interruptions() {
  const trace: string[] = []
  let calls = 0
  let failure: Failure | undefined

  async function effect<T>(note: string, work: () => T | Promise<T>): Promise<T> {
    const fails = failure?.call === calls++ ? failure.when : undefined
    if (fails === 'before') throw new Outage('the test asked for it')
    trace.push(note)
    const result = await work()
    if (fails === 'after') throw new Outage('the test asked for it, after the effect')
    return result
  }
  return {
    trace,
    effect,
    /** How many effects there were since this was last set. */
    calls: () => calls,
    failAt(next: Failure | undefined) {
      failure = next
      calls = 0
      trace.length = 0
    },
  }
}
export type Interruptions = ReturnType<typeof interruptions>
