import { CryptoError } from '../errors.js'
import type { VerifiedStatement } from '../statement/verify-statement.js'
import type { PackageEvidence } from './evidence.js'
import { mayFollow } from './may-follow.js'

type Link = VerifiedStatement<PackageEvidence>

/**
 * Checks that evidence, each verified before, is one whole history from its beginning: of one package
 * under one header, each naming the one before by its digest, in legal steps, time never running back.
 *
 * A chain that was cut short at its end looks whole: only the log shows that.
 *
 * @returns the payloads, for {@link packageState}.
 * @throws {@link CryptoError} `evidence/chain`
 */
export function verifyEvidenceChain(chain: readonly Link[]): readonly PackageEvidence[] {
  const steps: PackageEvidence[] = []
  let before: Link | undefined
  for (const link of chain) {
    requireLinked(link, before)
    const { code, recipient } = link.payload
    if (!mayFollow(steps, code, recipient)) throw refused(`${code} cannot follow at that place`)
    steps.push(link.payload)
    before = link
  }
  if (!before) throw refused('a history begins with a submission')
  return steps
}

const CONSTANT = ['package', 'header', 'sender', 'issuer', 'submitted'] as const

function requireLinked({ payload }: Link, before: Link | undefined): void {
  if (payload.sequence !== (before?.payload.sequence ?? -1) + 1) {
    throw refused('a piece of evidence is missing or out of order')
  }
  if (payload.previous !== (before?.digest ?? null)) throw refused('it continues another history')
  if (!before) return
  const changed = CONSTANT.filter((member) => payload[member] !== before.payload[member])
  if (changed.length > 0) throw refused(`the history changes its ${changed.join(', ')}`)
  if (payload.time < before.payload.time) throw refused('time runs back in the history')
}

const refused = (message: string) => new CryptoError('evidence/chain', message)
