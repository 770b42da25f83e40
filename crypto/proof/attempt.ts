import { CryptoError } from '../errors.js'

/** What a check came to. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CryptoError }

/** Runs a check. Its refusal is an answer here; anything else that is thrown is a bug and passes. */
export async function attempt<T>(check: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await check() }
  } catch (error) {
    if (error instanceof CryptoError) return { ok: false, error }
    throw error
  }
}

/**
 * The first check that holds, or the refusal of the last; undefined if there is none to make.
 *
 * @param isSettled - false of what holds, and gives way to a later one that is settled.
 */
export async function firstOf<C, T>(
  candidates: readonly C[],
  check: (candidate: C) => Promise<T>,
  isSettled: (value: T) => boolean = () => true,
): Promise<Outcome<T> | undefined> {
  let held, last: Outcome<T> | undefined
  for (const candidate of candidates) {
    last = await attempt(() => check(candidate))
    if (last.ok && isSettled(last.value)) return last
    if (last.ok) held ??= last
  }
  return held ?? last
}
