import type { Metric } from './metrics.js'

const WAIT_MS = 3000

/**
 * Whether what this process stands on answers: 1 or 0 for each service.
 *
 * @param checks - by service; each rejects when it does not answer.
 */
export const servicesUp = (checks: Readonly<Record<string, () => Promise<unknown>>>): Metric => ({
  name: 'rogatory_service_up',
  help: 'Whether a service that this process needs answers it: 1, or 0.',
  labels: ['service'],
  read: () =>
    Promise.all(
      Object.entries(checks).map(async ([service, check]) => ({
        labels: { service },
        value: await answers(check),
      })),
    ),
})

async function answers(check: () => Promise<unknown>): Promise<number> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<number>((resolve) => (timer = setTimeout(resolve, WAIT_MS, 0)))
  const answer = Promise.resolve()
    .then(check)
    .then(
      () => 1,
      () => 0,
    )
  const first = await Promise.race([answer, late])
  clearTimeout(timer)
  return first
}
