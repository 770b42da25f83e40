import { Header } from '#crypto/package/header.js'
import { isHeld } from '#crypto/retention/is-held.js'
import { hasEnded } from '#crypto/translation/handoff-state.js'
import type { BlobKey, Clock, DirectoryStore, EvidenceStore, KnownPackage } from '../ports.js'
import { readKept } from '../read-kept.js'
import type { RelayIdentity } from '../relay-identity.js'
import { statedHolds } from '../retention/read-rules.js'
import { after as later } from '../timestamp.js'
import { targetsOf } from '../translation/handoff-content.js'
import type { HandoffStore } from '../translation/handoff-store.js'
import { knownHandoff } from '../translation/known-handoff.js'
import { replacedBlobs } from './replaced-blobs.js'
import type { KnownResealing } from './resealing-store.js'

type Ports = {
  readonly evidence: Pick<EvidenceStore, 'chain'>
  readonly directory: Pick<DirectoryStore, 'history'>
  readonly handoffs: HandoffStore
  readonly relay: Pick<RelayIdentity, 'id'>
  readonly clock: Clock
}

/** So long after a copy was taken in what it replaces is here still: whoever was being sent it has it by then. */
export const UNDER_WAY_MS = 3_600_000

/**
 * Whether what a copy takes the place of may go now, by copies, evidence, hand-offs and holds as they are: its authority's
 * copy before; of the first one what was sent, once every party that may still read it is served a copy of its own and no
 * hand-off is of it whose linguists may still ask for it.
 *
 * @param all - the copies of that package.
 */
export function isReplacedDue(ports: Ports) {
  return async (
    pkg: KnownPackage,
    copy: KnownResealing,
    all: readonly KnownResealing[],
  ): Promise<boolean> => {
    // A copy that the package does not name is served to nobody: what it replaces is.
    if (!isServed(pkg, copy)) return false
    const isSettled = copy.version > 1 ? isOld(copy) : await isOriginalDue(pkg, all)
    if (!isSettled || (await isOfUploads(pkg, copy, all))) return false
    return !isHeld(await statedHolds(ports), await headerOf(pkg))
  }

  async function isOriginalDue(
    pkg: KnownPackage,
    all: readonly KnownResealing[],
  ): Promise<boolean> {
    if (pkg.originalDeletedAt !== undefined) return true
    const isServedCopy = (authority: string) => {
      const first = all.find((one) => one.authority === authority)
      return first !== undefined && isOld(first) && isServed(pkg, first)
    }
    const waiting = [pkg.sender, ...pkg.recipients].filter((one) => !isServedCopy(one))
    if (waiting.length > 0) {
      const chain = await ports.evidence.chain(pkg.digest)
      const mayReadNoMore = (authority: string) =>
        chain.some(({ code, recipient }) => recipient === authority && /^C\.[45]$/.test(code))
      if (!waiting.every(mayReadNoMore)) return false
    }
    return !(await isHandedOff(pkg))
  }

  function isOld({ keptAt }: KnownResealing): boolean {
    return later(keptAt, UNDER_WAY_MS) <= ports.clock.now()
  }

  /** Whether linguists are given parts as they were sent, or may be. */
  async function isHandedOff({ package: id }: KnownPackage): Promise<boolean> {
    for (const { handoff, content } of await ports.handoffs.ofPackage(id)) {
      // Copies of its own have a time of their own.
      if (content === undefined && !isOver(await knownHandoff(ports, handoff))) return true
    }
    return false
  }

  /** Whether a hand-off is of uploads that are the same octets: they have a time, a hold and a certificate of their own. */
  async function isOfUploads(
    pkg: KnownPackage,
    copy: KnownResealing,
    all: readonly KnownResealing[],
  ): Promise<boolean> {
    const handoffs = await ports.handoffs.ofPackage(pkg.package)
    const ofUploads = handoffs.filter(({ content }) => content === 'kept')
    if (ofUploads.length === 0) return false
    const going = new Set((await replacedBlobs(pkg, copy, all)).map(nameOf))
    for (const kept of ofUploads) {
      const uploads = await targetsOf({ ...kept, typ: 'rogatory-handoff', index: null })
      if (uploads.some((one) => going.has(nameOf(one)))) return true
    }
    return false
  }
}

const isServed = ({ resealedBy = [] }: KnownPackage, { authority }: KnownResealing) =>
  resealedBy.includes(authority)

/** A reviewer who is named reads what was certified until it is countersigned. */
function isOver(known: Awaited<ReturnType<typeof knownHandoff>>): boolean {
  const state = known?.derived.state
  if (known === undefined || state === undefined) return false
  return (
    hasEnded(state) ||
    state.stage === 'countersigned' ||
    (state.stage === 'certified' && known.payload.reviewer === null)
  )
}

const nameOf = ({ sender, part, digest }: BlobKey) => [sender, part, digest].join('/')

async function headerOf({ header: statement, digest }: KnownPackage): Promise<Header> {
  return (await readKept({ statement, digest }, Header)).payload
}
