import { endpoints } from '../../contract/endpoints.js'
import { serve } from '../serve.js'

/** Each service that the relay needs, by name, and a check that resolves when it answers. */
export type ReadyChecks = Readonly<Record<string, () => Promise<unknown>>>

const PATIENCE_MS = 2_000

export const readyRoute = (checks: ReadyChecks) =>
  serve(endpoints.ready, async () => {
    const answers = await Promise.all(
      Object.entries(checks).map(
        async ([name, check]) => [name, await isAnswering(check)] as const,
      ),
    )
    const ready = answers.every(([, answered]) => answered)
    return {
      status: ready ? 200 : 503,
      body: {
        status: ready ? ('ready' as const) : ('unavailable' as const),
        checks: Object.fromEntries(answers),
      },
    }
  })

/** A service that takes too long to answer is as good as away. */
async function isAnswering(check: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const impatience = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS)
  })
  const answered = check().then(
    () => true,
    () => false,
  )
  return Promise.race([answered, impatience]).finally(() => clearTimeout(timer))
}
