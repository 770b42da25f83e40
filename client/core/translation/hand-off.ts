import { toBase64Url } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { HandoffId, PartId, plainText } from '#crypto/fields/fields.js'
import type { Handoff } from '#crypto/translation/handoff.js'
import type { HandoffContent, HandoffFields } from '#crypto/translation/handoff-content.js'
import { sealHandoffContent } from '#crypto/translation/seal-content.js'
import { signHandoff } from '#crypto/translation/sign-handoff.js'
import { ClientError } from '../client-error.js'
import type { ReadPackage } from '../packages/open-package.js'
import type { Session } from '../session/session.js'
import { type HandoffSource, packageSource } from './handoff-source.js'
import { type KnownLinguist, linguistOf } from './linguist-of.js'
import { type OpenHandoff, openHandoffRecord } from './read-handoff.js'
import { rekeyedSource } from './rekeyed-source.js'

/** What to hand over, to whom, and until when. */
export type HandoffOrder = {
  /** The package, opened and verified here, or what was uploaded for it. */
  readonly from: ReadPackage | HandoffSource
  /** Parts by their ids; nothing of the others leaves. */
  readonly parts: readonly PartId[]
  /** Fields of the form by their names. */
  readonly fields?: readonly string[]
  readonly pair: Handoff['pair']
  readonly purpose: string
  /** In the order in which they are asked. `translator` is the kid of their key. */
  readonly turns: readonly {
    readonly translator: string
    readonly acceptBy: Date
    readonly due: Date
    readonly reminders?: readonly Date[]
  }[]
  /** The kid of a second linguist's key. */
  readonly reviewer?: string
  /** Digest of the hand-off that this one replaces. */
  readonly supersedes?: string
}

/**
 * Hands chosen parts over to be translated. Their keys, and no other, are sealed anew to each translator of
 * the rotation and to the reviewer; the ciphertext stays where it is, and the relay learns no key.
 *
 * @throws ClientError `part-unknown`, `officer-unknown`; CryptoError `translation/…`; RelayProblem
 */
export async function handOff(session: Session, order: HandoffOrder): Promise<OpenHandoff> {
  const { officer, platform, relay } = session
  const { pair } = order
  const { from, parts } = await sourceOf(session, order)
  const at = platform.now()
  const translators = await Promise.all(
    order.turns.map(({ translator }) => linguistOf(session, translator)),
  )
  const reviewer = order.reviewer === undefined ? null : await linguistOf(session, order.reviewer)
  const handoff = HandoffId.parse(uuidV7(at))
  const items = parts.map((part) => itemOf(from, part))
  const content: HandoffContent = {
    format: 'rogatory-handoff',
    version: 1,
    handoff,
    pair,
    purpose: plainText(order.purpose),
    marks: from.marks,
    items: items.map(({ opened }) => opened),
    fields: fieldsOf(from, order.fields ?? [], at),
    reviewer: reviewer?.credential.statement ?? null,
  }
  const sealTo = ({ key }: KnownLinguist) => sealHandoffContent(content, key)
  const envelopes = await Promise.all([...translators, ...(reviewer ? [reviewer] : [])].map(sealTo))
  const digests = await Promise.all(envelopes.map((one) => digestOf(one)))
  const statement = await signHandoff(
    {
      handoff,
      authority: officer.authority,
      declared: at.toISOString(),
      pair,
      supersedes: order.supersedes ?? null,
      source: {
        sender: from.sender,
        package: from.package,
        header: from.header,
        parts: items.map(({ sealed }) => sealed),
      },
      turns: order.turns.map(({ acceptBy, due, reminders = [] }, i) => ({
        translator: named(translators[i]).linguist,
        envelope: named(digests[i]),
        acceptBy: acceptBy.toISOString(),
        due: due.toISOString(),
        reminders: reminders.map((one) => one.toISOString()),
      })),
      reviewer: reviewer && {
        linguist: reviewer.linguist,
        envelope: named(digests.at(-1)),
      },
    },
    officer.signingKey,
  )
  const credential = officer.credential.statement
  const record = await relay.call('assignHandoff', { body: { statement, credential, envelopes } })
  return openHandoffRecord(session, record, handoff)
}

/** What was sealed anew is handed over as an upload of its own: what its hand-off would name is deleted at the relay. */
async function sourceOf(
  session: Session,
  { from, parts }: HandoffOrder,
): Promise<{ readonly from: HandoffSource; readonly parts: readonly PartId[] }> {
  if (!('manifest' in from)) return { from, parts }
  const source = packageSource(from)
  if (from.copy === undefined) return { from: source, parts }
  for (const part of parts) itemOf(source, part)
  const rekeyed = await rekeyedSource(session, from, parts)
  return { from: rekeyed, parts: rekeyed.parts.map(({ opened }) => opened.part) }
}

function itemOf({ parts }: HandoffSource, id: PartId) {
  const found = parts.find(({ opened }) => opened.part === id)
  if (found !== undefined) return found
  throw new ClientError(
    'part-unknown',
    `the package has no part ${id}`,
    'Take the ids of parts from: rogatory show PACKAGE',
  )
}

function fieldsOf(
  { form }: HandoffSource,
  fields: readonly string[],
  at: Date,
): HandoffFields | null {
  if (fields.length === 0) return null
  const missing = fields.filter((name) => !Object.hasOwn(form, name))
  if (missing.length > 0) {
    throw new ClientError(
      'part-unknown',
      `the form has no field ${missing.join(', ')}`,
      'Take the names of fields from: rogatory show PACKAGE',
    )
  }
  return {
    item: PartId.parse(uuidV7(at)),
    salt: toBase64Url(crypto.getRandomValues(new Uint8Array(32))),
    values: Object.fromEntries(fields.map((name) => [name, form[name] ?? null])),
  }
}

function named<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError('one for each turn')
  return value
}
