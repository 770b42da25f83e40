import type { HandoffContent, HandoffItem } from '#crypto/translation/handoff-content.js'
import { openHandoffContent, openReturnContent } from '#crypto/translation/open-content.js'
import { ClientError } from '../client-error.js'
import type { ContradictedClaim } from '../content/contradicted-claim.js'
import type { DocumentProgress } from '../packages/draft.js'
import { openPart } from '../packages/open-part.js'
import type { DocumentSink } from '../ports.js'
import type { Session } from '../session/session.js'
import type { OpenHandoff } from './read-handoff.js'
import { readingKeys } from './reading-keys.js'

type SinkFor = (item: HandoffItem) => Promise<DocumentSink>
/** By the item, what was said of it that its octets contradict; nothing of those that fit. */
type ContradictedItems = ReadonlyMap<HandoffItem['part'], ContradictedClaim>

/**
 * Opens what was handed to this translator or reviewer: the purpose, fields of the form, and the keys of
 * the parts.
 *
 * @throws ClientError `handoff-closed` if nothing of it is theirs to open now; CryptoError
 *   `translation/content`, `envelope/…`; RelayProblem `handoff-ended`
 */
export async function openHandoff(
  { relay, officer }: Session,
  { handoff, wire }: OpenHandoff,
): Promise<HandoffContent> {
  if (wire.envelope === null) throw closed()
  const params = { handoff: handoff.payload.handoff, digest: wire.envelope }
  const { envelope } = await relay.call('readHandoffEnvelope', { params })
  return openHandoffContent(envelope, handoff.payload, officer.sealingKey)
}

/** Downloads, decrypts and verifies the parts that were handed off, into sinks. @throws as `openPart` */
export async function openSources(
  session: Session,
  open: OpenHandoff,
  content: HandoffContent,
  sinkFor: SinkFor,
  onProgress?: DocumentProgress,
): Promise<ContradictedItems> {
  const { source } = open.handoff.payload
  return openAll(session, open, { ...source, items: content.items }, sinkFor, onProgress)
}

/**
 * Opens the targets of the newest return, for the authority or the reviewer, each held to what the
 * translator signed.
 *
 * @returns what the translator said beside them, and which of them contradict their name or type.
 * @throws ClientError `handoff-closed` where nothing was returned; as `openPart`
 */
export async function openTargets(
  session: Session,
  open: OpenHandoff,
  sinkFor: SinkFor,
  onProgress?: DocumentProgress,
): Promise<{ readonly note: string | null; readonly contradicted: ContradictedItems }> {
  const { relay } = session
  const returned = open.derived.state?.returned
  if (!returned) throw closed()
  const { act } = returned
  const params = { handoff: act.handoff, digest: act.envelope }
  const { envelope } = await relay.call('readHandoffEnvelope', { params })
  const content = await openReturnContent(envelope, act, await readingKeys(session, open))
  const { package: pkg, targets } = act
  const contradicted = await openAll(
    session,
    open,
    { package: pkg, parts: targets, items: content.targets },
    sinkFor,
    onProgress,
  )
  return { note: content.note, contradicted }
}

type Sealed = {
  readonly package: string
  readonly parts: readonly {
    readonly part: string
    readonly length: number
    readonly digest: string
  }[]
  readonly items: readonly HandoffItem[]
}

async function openAll(
  { relay, platform }: Session,
  { handoff }: OpenHandoff,
  { package: pkg, parts, items }: Sealed,
  sinkFor: SinkFor,
  onProgress?: DocumentProgress,
): Promise<ContradictedItems> {
  const contradicted = new Map<HandoffItem['part'], ContradictedClaim>()
  for (const item of items) {
    const sealed = parts.find(({ part }) => part === item.part)
    if (sealed === undefined) throw new TypeError('the content was matched to its parts')
    const params = { handoff: handoff.payload.handoff, part: item.part }
    const claim = await openPart(
      relay.download('downloadHandoffPart', { params }),
      { package: pkg, manifest: item, sealed },
      await sinkFor(item),
      (length) => platform.digester(length),
      (octets) => onProgress?.(item.name, octets, item.length),
    )
    if (claim !== undefined) contradicted.set(item.part, claim)
  }
  return contradicted
}

const closed = () =>
  new ClientError(
    'handoff-closed',
    'nothing of this hand-off is yours to open now',
    'See where it stands: rogatory translation show HANDOFF',
  )
