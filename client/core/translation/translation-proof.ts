import type { VerifiedEntry } from '#crypto/directory/verify-entry.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import type { BundleMaterial } from '#crypto/proof/assemble-bundle.js'
import { ClientError } from '../client-error.js'
import { RelayProblem } from '../relay-problem.js'
import type { Session } from '../session/session.js'
import type { OpenHandoff } from './read-handoff.js'

type Translated = NonNullable<BundleMaterial['translations']>[number]

/** What hand-offs add to the material of a bundle. */
export type TranslationProof = {
  readonly translations: readonly Translated[]
  readonly credentials: readonly string[]
  readonly entries: readonly string[]
  readonly revocations: readonly string[]
  /** Digests of all that is to stand under the checkpoint. */
  readonly required: readonly string[]
}

/** Gathers what proves hand-offs: statements, evidence, and by whose entries they hold. */
export async function translationProof(
  { directory }: Session,
  handoffs: readonly OpenHandoff[],
): Promise<TranslationProof> {
  const entries = new Map<string, VerifiedEntry>()
  const [credentials, revocations] = [new Set<string>(), new Set<string>()]
  const translations: Translated[] = []
  for (const { wire, handoff, acts, evidence } of handoffs) {
    const times = new Map(evidence.map(({ payload: { subject, time } }) => [subject, time]))
    for (const { digest, credential } of [handoff, ...acts]) {
      const { authority, kid } = credential.payload
      credentials.add(credential.statement)
      const time = times.get(digest)
      if (time === undefined) continue
      const entry = await directory.at(authority, new Date(time))
      entries.set(entry.digest, entry)
      for (const { statement, payload } of await directory.revocations(authority)) {
        if (payload.kid === kid) revocations.add(statement)
      }
    }
    const certified = acts.find(({ typ }) => typ === 'rogatory-translation')?.statement
    translations.push({
      handoff: wire.statement,
      acts: acts
        .filter(({ typ }) => typ === 'rogatory-handoff-act')
        .map(({ statement }) => statement),
      ...(certified !== undefined && { certified }),
      evidence: evidence.map(({ statement }) => statement),
    })
  }
  const statements = translations.flatMap(({ handoff, acts, certified, evidence }) => [
    ...[handoff, ...acts, ...(certified === undefined ? [] : [certified]), ...evidence],
  ])
  return {
    translations,
    credentials: [...credentials],
    revocations: [...revocations],
    entries: [...entries.values()].map(({ statement }) => statement),
    required: await Promise.all(statements.map((one) => digestOf(one))),
  }
}

/** So many leaves has the smallest tree with all of these statements; undefined while one is not published. */
export async function leavesCovering(
  { relay }: Session,
  digests: readonly string[],
): Promise<number | undefined> {
  let covering = 0
  for (const digest of digests) {
    const found = await relay
      .call('readInclusion', { params: { digest } })
      .catch((error: unknown) => {
        if (error instanceof RelayProblem && error.code === 'leaf-unknown') return undefined
        throw error
      })
    if (found === undefined) return undefined
    covering = Math.max(covering, found.index + 1)
  }
  return covering
}

/** Where the statements stand in the tree of a checkpoint. */
export async function leavesUnder(
  { relay }: Session,
  checkpoint: string,
  digests: readonly string[],
): Promise<BundleMaterial['leaves']> {
  if (digests.length === 0) return []
  const size = Number(checkpoint.split('\n')[1])
  if (!Number.isSafeInteger(size) || size < 1) {
    throw new ClientError(
      'log-untrusted',
      'the relay shows a checkpoint that is none',
      'Tell its operator.',
    )
  }
  const leaves = []
  for (const digest of digests) {
    const { index, path } = await relay.call('readInclusion', {
      params: { digest },
      query: { size },
    })
    leaves.push({ digest, index, path })
  }
  return leaves
}
