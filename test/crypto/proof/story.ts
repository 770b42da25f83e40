import type { TrustList } from '#crypto/directory/trust-list.js'
import type { Fact, FactCode, Standing } from '#crypto/proof/fact.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { verifyBundle, type VerifyOptions } from '#crypto/proof/verify-bundle.js'
import { Header } from '#crypto/package/header.js'
import { signHeader } from '#crypto/package/sign-statements.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { SigningKey } from '#crypto/keys/key.js'
import {
  sampleBundle,
  STAMPED,
  type StoryOptions,
  worldTrust,
} from '#test/support/world/sample-bundle.js'
import { type HistoryStep, historyOf } from '#test/support/world/sample-history.js'
import { sampleLog, sampleToken } from '#test/support/world/sample-log.js'
import { world } from '#test/support/world/world.js'

export type Judging = VerifyOptions & { readonly trust?: TrustList }

const judge = async (bundle: ProofBundle, { trust, ...options }: Judging = {}) =>
  verifyBundle(bundle, trust ?? (await worldTrust()), options)

/** The standings of one fact, in the order of the verdict. */
export async function standingsOf(
  bundle: ProofBundle,
  fact: FactCode,
  judging?: Judging,
): Promise<readonly Standing[]> {
  return (await factsOf(bundle, fact, judging)).map(({ standing }) => standing)
}

export async function factsOf(
  bundle: ProofBundle,
  fact: FactCode,
  judging?: Judging,
): Promise<readonly Fact[]> {
  return (await judge(bundle, judging)).facts.filter((one) => one.fact === fact)
}

/** The bundle with a checkpoint, leaves and a time-stamp of what is in it now. */
export async function relogged(bundle: ProofBundle): Promise<ProofBundle> {
  const { relay } = await world()
  const { checkpoint, leaves } = await sampleLog(
    [...bundle.evidence, ...bundle.receipts],
    relay.logKey,
  )
  return {
    ...bundle,
    log: { checkpoint, leaves },
    timestamps: [await sampleToken(checkpoint, STAMPED)],
  }
}

/** The story of a header that says otherwise, with evidence of that one and without a receipt. */
export async function storyOf(
  changes: Partial<Header>,
  { key, steps = [{ code: 'A.1' }] }: { key?: SigningKey; steps?: readonly HistoryStep[] } = {},
): Promise<ProofBundle> {
  const { drafter } = await world()
  const bundle = await sampleBundle({ receipt: false })
  const claims = Header.parse((await readStatement(bundle.header)).payload)
  const header = await signHeader({ ...claims, ...changes }, key ?? drafter.key)
  return relogged({ ...bundle, header, evidence: await historyOf(header, steps) })
}

/** The sample without its evidence about the package, as before a relay has answered. */
export async function unobserved(options: StoryOptions = {}): Promise<ProofBundle> {
  return relogged({ ...(await sampleBundle(options)), evidence: [] })
}

/** Only the entries of these parties. */
export async function knowing(
  bundle: ProofBundle,
  ...parties: readonly ('xa' | 'xb' | 'xc' | 'relay')[]
): Promise<ProofBundle> {
  const w = await world()
  return { ...bundle, entries: parties.map((party) => w[party].entry.statement) }
}

/** The statement with a signature that its key did not make. */
export const forged = (statement: string, other: string): string =>
  statement.replace(/[^.]+$/, other.slice(other.lastIndexOf('.') + 1))
