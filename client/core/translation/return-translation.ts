import { toBase64Url } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { entrySealingKey } from '#crypto/directory/entry-key.js'
import { PackageId, PartId, plainText } from '#crypto/fields/fields.js'
import { importSealingKey } from '#crypto/keys/import-public.js'
import { commitFields } from '#crypto/translation/commit-fields.js'
import type { Accreditation } from '#crypto/directory/accreditation.js'
import type { MachineMark } from '#crypto/translation/handoff-act.js'
import type { HandoffContent, ReturnContent } from '#crypto/translation/handoff-content.js'
import { openReturnContent } from '#crypto/translation/open-content.js'
import { sealReturnContent } from '#crypto/translation/seal-content.js'
import { ClientError } from '../client-error.js'
import type { DocumentProgress } from '../packages/draft.js'
import type { DocumentSource } from '../ports.js'
import { sealPart } from '../packages/seal-part.js'
import type { Session } from '../session/session.js'
import { actOnHandoff, certify } from './act-on-handoff.js'
import { verifiedLinguist } from './linguist-of.js'
import { openHandoff } from './open-handoff.js'
import { ownTurn } from './own-turn.js'
import type { OpenHandoff } from './read-handoff.js'

export type Translated = {
  /** The item of the source that each translates. */
  readonly targets: readonly { readonly item: PartId; readonly document: DocumentSource }[]
  readonly machine: MachineMark
  readonly complete: boolean
  readonly note?: string
}

/**
 * Gives a translation back: each target is sealed with a key of its own, the keys to the authority that
 * handed off, to the reviewer, and to the translator, who certifies later.
 *
 * @throws ClientError `translation-empty`, `document-type-contradicted`, `part-unknown`, `handoff-closed`; RelayProblem
 *   `translation-invalid`, `handoff-…`
 */
export async function returnTranslation(
  session: Session,
  open: OpenHandoff,
  { targets, machine, complete, note = '' }: Translated,
  onProgress?: DocumentProgress,
): Promise<OpenHandoff> {
  const { platform, relay } = session
  const { handoff, pair } = open.handoff.payload
  const content = await openHandoff(session, open)
  const pkg = PackageId.parse(handoff)
  try {
    const sealed = []
    for (const { item, document } of targets) {
      requireItem(content, item)
      sealed.push({ item, ...(await sealTarget(session, pkg, document, onProgress)) })
    }
    const envelope = await sealReturnContent(
      {
        format: 'rogatory-return',
        version: 1,
        handoff,
        note: plainText(note) || null,
        targets: sealed.map(({ item, opened }) => ({ item, ...opened })),
      },
      await readersOf(session, open, content),
    )
    for (const { part, ciphertext } of sealed) {
      const body = await platform.outgoing.part(pkg, part)
      await relay.upload({ package: pkg, part, digest: ciphertext.digest, body })
    }
    return await actOnHandoff(
      session,
      open,
      {
        act: 'return',
        turn: ownTurn(session, open),
        language: pair.to,
        machine,
        complete,
        package: pkg,
        envelope: await digestOf(envelope),
        targets: sealed.map(({ item, part, ciphertext }) => ({ item, part, ...ciphertext })),
      },
      envelope,
    )
  } finally {
    await platform.outgoing.remove(pkg).catch(() => undefined)
  }
}

function requireItem({ items, fields }: HandoffContent, item: PartId): void {
  if (fields?.item === item || items.some(({ part }) => part === item)) return
  throw new ClientError(
    'part-unknown',
    `no item ${item} was handed to you`,
    'Take the ids of items from: rogatory translation show HANDOFF',
  )
}

async function sealTarget(
  { platform }: Session,
  pkg: PackageId,
  document: DocumentSource,
  onProgress?: DocumentProgress,
) {
  const part = PartId.parse(uuidV7(platform.now()))
  const { key, plaintext, ciphertext } = await sealPart(
    document,
    { package: pkg, part, sink: await platform.outgoing.createPart(pkg, part) },
    (length) => platform.digester(length),
    (octets) => onProgress?.(document.name, octets, document.length),
  )
  if (plaintext.length === 0) {
    throw new ClientError(
      'translation-empty',
      `“${document.name}” is empty`,
      'Give the whole text; nothing was sent.',
    )
  }
  const { name, mediaType } = document
  const opened = { part, name, mediaType, ...plaintext, key: toBase64Url(key), mark: null }
  return { part, ciphertext, opened }
}

async function readersOf(session: Session, { handoff }: OpenHandoff, content: HandoffContent) {
  const { directory, platform, officer } = session
  const entry = await directory.current(handoff.payload.authority)
  await directory.requireLogged(entry)
  const keys = [await entrySealingKey(entry, platform.now())]
  const own = officer.credential.payload.sealingKey
  if (own !== null) keys.push(await importSealingKey(own))
  if (content.reviewer !== null) {
    const { payload } = await verifiedLinguist(session, content.reviewer, platform.now())
    const named = handoff.payload.reviewer?.linguist
    // The statement, which is signed, says who reviews; the envelope only brings the key.
    if (payload.kid !== named?.kid || payload.authority !== named.authority) {
      throw new ClientError(
        'officer-unknown',
        'the envelope names another reviewer than the hand-off',
        'Do not translate this. Tell the authority that handed it to you.',
      )
    }
    if (payload.sealingKey !== null) keys.push(await importSealingKey(payload.sealingKey))
  }
  return keys
}

/**
 * Certifies the newest return: the digests of the source are those that were opened, the digests of the
 * targets those that were sealed, both read back from what is signed.
 *
 * @throws ClientError `handoff-closed`; RelayProblem `handoff-conflict` while a review is due
 */
export async function certifyTranslation(
  session: Session,
  open: OpenHandoff,
  said: {
    readonly accreditation: Accreditation | null
    /** The instrument by which the translation prevails. */
    readonly instrument?: string
  },
): Promise<OpenHandoff> {
  const content = await openHandoff(session, open)
  const returned = open.derived.state?.returned
  if (!returned) {
    throw new ClientError(
      'handoff-closed',
      'nothing was returned that could be certified',
      'Give the translation back first: rogatory translation return HANDOFF',
    )
  }
  const { act, digest } = returned
  if (act.machine === 'draft') {
    throw new ClientError(
      'machine-draft',
      'what a machine drafted cannot be certified',
      'Edit it, and return it as post-edited.',
    )
  }
  const { envelope } = await session.relay.call('readHandoffEnvelope', {
    params: { handoff: act.handoff, digest: act.envelope },
  })
  const { targets } = await openReturnContent(envelope, act, [session.officer.sealingKey])
  const instrument = said.instrument === undefined ? undefined : plainText(said.instrument)
  return certify(session, open, {
    return: digest,
    accreditation: said.accreditation,
    machine: act.machine,
    complete: act.complete,
    instrument: instrument ?? null,
    prevails: instrument === undefined ? 'original' : 'translation',
    items: await Promise.all(targets.map((target) => certifiedItem(open, content, target))),
  })
}

async function certifiedItem(
  { handoff }: OpenHandoff,
  { items, fields }: HandoffContent,
  { item, digest: target }: ReturnContent['targets'][number],
) {
  const document = items.find(({ part }) => part === item)
  const sealed = handoff.payload.source.parts.find(({ part }) => part === item)?.digest ?? null
  if (document !== undefined) return { item, sealed, source: document.digest, target }
  if (fields?.item !== item) throw new TypeError('the return was held to the items')
  return { item, sealed: null, source: await commitFields(fields), target }
}
