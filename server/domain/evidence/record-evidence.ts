import { issueEvidence } from '#crypto/evidence/issue-evidence.js'
import { mayFollow } from '#crypto/evidence/may-follow.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { Refusal } from '../errors.js'
import { asFeedEvent, type EvidenceStep, type PackageFacts, stepName } from './evidence-step.js'
import type { Announcer, Clock, EvidenceStore, StoredEvidence } from '../ports.js'
import type { RelayIdentity } from '../relay-identity.js'
import { laterOf, timestamp } from '../timestamp.js'

type Ports = {
  readonly evidence: EvidenceStore
  readonly relay: Pick<RelayIdentity, 'id' | 'evidenceKey'>
  readonly clock: Clock
  readonly announcer: Announcer
}

export type Recorded = {
  readonly evidence: StoredEvidence
  /** True if the step had been done before. */
  readonly repeated: boolean
}
export type RecordEvidence = ReturnType<typeof recordEvidence>

/** So many other writers may be in front of one step before it gives up and is asked for again. */
const ATTEMPTS = 128

/**
 * Appends one step to the chain of evidence of a package: signs it over its predecessor, keeps it
 * durably, then tells the parties. The state of a package is nothing but this chain.
 *
 * A step that was done before is returned as it is kept. Where another writer took the place in the
 * chain, the chain is read again and the step judged anew, so of two steps that exclude each other
 * exactly one is ever kept.
 *
 * @returns undefined if the step may not follow what is kept: final states never change.
 * @throws {@link Refusal} `unavailable` after too many writers in front.
 */
export function recordEvidence({ evidence, relay, clock, announcer }: Ports) {
  /** @param known - the chain as the caller just read it, which spares a read; it may be stale. */
  return async (
    facts: PackageFacts,
    step: EvidenceStep,
    known?: readonly StoredEvidence[],
  ): Promise<Recorded | undefined> => {
    let chain = known ?? (await evidence.chain(facts.header))
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const done = chain.find((kept) => kept.step === stepName(step))
      if (done !== undefined) return { evidence: done, repeated: true }
      if (!isLegal(chain, facts, step)) return undefined
      const next = await nextInChain(facts, step, chain)
      const kept = await evidence.keep(next)
      if (kept !== 'taken') {
        const repeated = kept.digest !== next.digest
        if (!repeated) announcer.announce(kept.parties, asFeedEvent(kept))
        return { evidence: kept, repeated }
      }
      chain = await evidence.chain(facts.header)
    }
    throw new Refusal('unavailable', 'too many writers on one package; try again')
  }

  async function nextInChain(
    facts: PackageFacts,
    step: EvidenceStep,
    chain: readonly StoredEvidence[],
  ): Promise<Omit<StoredEvidence, 'index'>> {
    const last = chain.at(-1)
    const keptAt = clock.now()
    // Clocks of several processes differ by milliseconds; a chain does not go back in time.
    const before = last === undefined ? facts.submitted : new Date(last.time)
    const time = timestamp(laterOf(keptAt, before))
    const { code, recipient } = step
    const sequence = last === undefined ? 0 : last.sequence + 1
    const statement = await issueEvidence(
      {
        about: 'package',
        code,
        reasons: [...(step.reasons ?? [])],
        time,
        issuer: relay.id,
        package: facts.package,
        header: facts.header,
        sequence,
        previous: last?.digest ?? null,
        sender: facts.sender,
        recipient,
        submitted: timestamp(facts.submitted),
        subject: step.subject ?? null,
      },
      relay.evidenceKey,
    )
    return {
      digest: await digestOf(statement),
      typ: 'rogatory-evidence',
      statement,
      keptAt,
      package: facts.package,
      header: facts.header,
      sequence,
      step: stepName(step),
      code,
      recipient,
      parties: partiesOf(facts.sender, step, chain),
      time,
    }
  }
}

function isLegal(
  chain: readonly StoredEvidence[],
  { sender }: PackageFacts,
  { code, recipient }: EvidenceStep,
): boolean {
  const steps = chain.map((kept) => ({ code: kept.code, recipient: kept.recipient, sender }))
  return mayFollow(steps, code, recipient)
}

/** The sender sees everything; a recipient what concerns it, and nothing before it was consigned. */
function partiesOf(
  sender: AuthorityId,
  { code, recipient }: EvidenceStep,
  chain: readonly StoredEvidence[],
): readonly AuthorityId[] {
  // That content is gone concerns everybody who could have had it.
  if (code === 'R.1') {
    const had = chain.filter((kept) => kept.code === 'D.1').map((kept) => kept.recipient)
    return [sender, ...had.filter((one) => one !== null)]
  }
  if (recipient === null || recipient === sender) return [sender]
  const consigned = code === 'D.1' || isConsigned(chain, recipient)
  return consigned ? [sender, recipient] : [sender]
}

export const isConsigned = (chain: readonly StoredEvidence[], recipient: AuthorityId): boolean =>
  chain.some((kept) => kept.code === 'D.1' && kept.recipient === recipient)
