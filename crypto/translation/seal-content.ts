import { toUtf8 } from '../bytes/bytes.js'
import { canonicalize } from '../canonical/canonicalize.js'
import { sealEnvelope } from '../envelope/seal-envelope.js'
import { checked } from '../fields/checked.js'
import type { SealingKey } from '../keys/key.js'
import { HandoffContent, ReturnContent } from './handoff-content.js'

/**
 * Seals what one translator, or the reviewer, is given: the keys of the chosen parts and of no other.
 *
 * @throws {@link CryptoError} `translation/content` if it is none; `envelope/malformed` beyond 4 MiB.
 */
export async function sealHandoffContent(content: HandoffContent, to: SealingKey): Promise<string> {
  const whole = checked(HandoffContent, content, 'translation/content')
  return sealEnvelope(toUtf8(canonicalize(whole)), [to])
}

/**
 * Seals what opens the targets of a return.
 *
 * @param to - the authority's `envelopes` key, the reviewer's key, and the translator's own.
 * @throws {@link CryptoError} as {@link sealHandoffContent}.
 */
export async function sealReturnContent(
  content: ReturnContent,
  to: readonly SealingKey[],
): Promise<string> {
  const whole = checked(ReturnContent, content, 'translation/content')
  return sealEnvelope(toUtf8(canonicalize(whole)), to)
}
