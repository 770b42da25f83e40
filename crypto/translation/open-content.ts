import type { ZodType } from 'zod'
import { fromUtf8 } from '../bytes/bytes.js'
import { digestOf } from '../bytes/sha256.js'
import { parseJson } from '../canonical/parse-json.js'
import { openEnvelope } from '../envelope/open-envelope.js'
import { recipientsOf } from '../envelope/recipients-of.js'
import { CryptoError } from '../errors.js'
import type { OpeningKey } from '../keys/key.js'
import { sealedLength } from '../stream/layout.js'
import type { Handoff } from './handoff.js'
import type { ReturnAct } from './handoff-act.js'
import { HandoffContent, ReturnContent } from './handoff-content.js'

const BOUNDS = { maxBytes: 4 * 1024 * 1024, maxDepth: 16 }

/**
 * Opens what a translator or the reviewer was given, and holds it to the signed hand-off: its own
 * envelope, its own languages, exactly the parts that the statement names.
 *
 * @throws {@link CryptoError} `translation/content` if it is none of this hand-off, or names other parts;
 *   `envelope/…`.
 */
export async function openHandoffContent(
  envelope: string,
  handoff: Handoff,
  key: OpeningKey,
): Promise<HandoffContent> {
  const named = [...handoff.turns, ...(handoff.reviewer ? [handoff.reviewer] : [])]
  const digest = await digestOf(envelope)
  if (!named.some((one) => one.envelope === digest)) {
    throw refused('the hand-off names another envelope')
  }
  const content = parsed(HandoffContent, await openEnvelope(envelope, key))
  const { pair, source } = handoff
  const isOfIt =
    content.handoff === handoff.handoff &&
    content.pair.from === pair.from &&
    content.pair.to === pair.to &&
    content.items.length === source.parts.length &&
    content.items.every((item, i) => fits(item, source.parts[i]))
  if (!isOfIt) throw refused('the envelope is of another hand-off, or names other parts')
  return content
}

/**
 * Opens what opens the targets of a return, and holds it to the signed act.
 *
 * @param keys - of the authority, of the reviewer, or the translator's own.
 * @throws {@link CryptoError} `translation/content`; `envelope/…`.
 */
export async function openReturnContent(
  envelope: string,
  act: ReturnAct,
  keys: readonly OpeningKey[],
): Promise<ReturnContent> {
  if ((await digestOf(envelope)) !== act.envelope)
    throw refused('the return names another envelope')
  const kids = recipientsOf(envelope)
  const key = keys.find(({ kid }) => kids.includes(kid))
  if (key === undefined) {
    throw new CryptoError('envelope/recipient', 'the return is sealed to none of our keys')
  }
  const content = parsed(ReturnContent, await openEnvelope(envelope, key))
  const isOfIt =
    content.handoff === act.handoff &&
    content.targets.length === act.targets.length &&
    content.targets.every((one, i) => {
      const said = act.targets[i]
      return one.item === said?.item && fits(one, said)
    })
  if (!isOfIt) throw refused('the envelope is of another return, or names other targets')
  return content
}

type Opened = { readonly part: string; readonly length: number }

/** Of one part, whose ciphertext has the one length that its plaintext seals to. */
const fits = ({ part, length }: Opened, sealed: Opened | undefined) =>
  part === sealed?.part &&
  length < Number.MAX_SAFE_INTEGER / 2 &&
  sealedLength(length) === sealed.length

function parsed<T>(schema: ZodType<T>, octets: Uint8Array): T {
  try {
    return schema.parse(parseJson(fromUtf8(octets), BOUNDS))
  } catch {
    throw refused('not what a hand-off holds')
  }
}

const refused = (message: string) => new CryptoError('translation/content', message)
