/**
 * Runs contestants by turns, A B A B …, and gathers what each run says of itself (seconds, or so many
 * a second). Each runs `warmUps` times before anything counts.
 */
export async function alternate<N extends string>(
  contestants: Readonly<Record<N, () => Promise<number>>>,
  { rounds, warmUps = 1 }: { readonly rounds: number; readonly warmUps?: number },
): Promise<Record<N, number[]>> {
  const names = Object.keys(contestants) as N[]
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
    N,
    number[]
  >
  for (let round = -warmUps; round < rounds; round++) {
    for (const name of names) {
      const sample = await contestants[name]()
      if (round >= 0) samples[name].push(sample)
    }
  }
  return samples
}

/** Milliseconds that something takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
