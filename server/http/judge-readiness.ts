/** Each service that the relay needs, by name, and a check that resolves when it answers. */
export type ReadyChecks = Readonly<Record<string, () => Promise<unknown>>>

const PATIENCE_MS = 2_000

/** Asks every service at once; the answer is that of `GET /health/ready`, wherever it is asked. */
export async function judgeReadiness(checks: ReadyChecks) {
  const answers = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await isAnswering(check)] as const),
  )
  const ready = answers.every(([, answered]) => answered)
  return {
    status: ready ? 200 : 503,
    body: {
      status: ready ? ('ready' as const) : ('unavailable' as const),
      checks: Object.fromEntries(answers),
    },
  } as const
}

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
