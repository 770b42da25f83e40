import { expect } from 'chai'
import { ClientError } from '#client/core/client-error.js'
import { CryptoError } from '#crypto/errors.js'
import { Refusal } from '#server/domain/errors.js'
import { chance, mutate } from './mutate.js'

/** One seed, so that a run says the same twice; FUZZ_SEED and FUZZ_ROUNDS look elsewhere, and longer. */
export const SEED = Number(process.env['FUZZ_SEED'] ?? 8)
export const ROUNDS = Number(process.env['FUZZ_ROUNDS'] ?? 150)
/** Of processor time, so that a busy machine does not count: what takes longer is an attack. */
const LONGEST_MS = 2_000

export type Parser = (octets: Uint8Array) => unknown

export const ofText =
  (parse: (text: string) => unknown): Parser =>
  (octets) =>
    parse(Buffer.from(octets).toString('utf8'))

const isCoded = (error: unknown): boolean =>
  error instanceof CryptoError || error instanceof Refusal || error instanceof ClientError

/** Fails unless octets are taken or refused with a code, before long. */
export async function held(parse: Parser, octets: Uint8Array, note: string): Promise<void> {
  const { user, system } = process.cpuUsage()
  try {
    await parse(octets)
  } catch (error) {
    if (!isCoded(error)) {
      const shown = Buffer.from(octets).toString('base64').slice(0, 4000)
      throw new Error(`${note}: ${String(error)} on ${shown}`, { cause: error })
    }
  }
  const used = process.cpuUsage({ user, system })
  expect((used.user + used.system) / 1000, `${note}: milliseconds`).to.be.below(LONGEST_MS)
}

/** Holds a parser against samples that were changed, each so many times. */
export async function fuzzed(
  parse: Parser,
  samples: readonly Uint8Array[],
  rounds = ROUNDS,
): Promise<void> {
  const next = chance(SEED)
  for (const sample of samples) {
    for (let round = 0; round < rounds; round++) {
      await held(parse, mutate(sample, next), `seed ${String(SEED)}, round ${String(round)}`)
    }
  }
}
