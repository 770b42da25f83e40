import { z } from 'zod'
import { toUtf8 } from '../bytes/bytes.js'
import { canonicalize } from '../canonical/canonicalize.js'
import { parseJson } from '../canonical/parse-json.js'
import { MAX_ENVELOPE_BYTES } from '../envelope/read-envelope.js'
import { sealEnvelope } from '../envelope/seal-envelope.js'
import { CryptoError } from '../errors.js'
import { checked } from '../fields/checked.js'
import { Octets32, PartId } from '../fields/fields.js'
import type { SealingKey } from '../keys/key.js'
import { areDistinct, MAX_PARTS } from '../package/header.js'

/**
 * What the envelope of a copy that was sealed anew holds: the manifest as its sender signed it, and the keys that open
 * the parts now. Those that stand in the manifest open what lay there before.
 */
const ResealedContent = z
  .strictObject({
    format: z.literal('rogatory-resealed'),
    version: z.literal(1),
    manifest: z
      .string()
      .min(16)
      .max(2 * 1024 * 1024),
    keys: z.array(z.strictObject({ part: PartId, key: Octets32 })).max(MAX_PARTS),
  })
  .refine(({ keys }) => areDistinct(keys.map(({ part }) => part)), 'each part once')
export type ResealedContent = Pick<z.infer<typeof ResealedContent>, 'keys' | 'manifest'>

/**
 * Seals manifest and new part keys to one key of the own authority.
 *
 * @throws {@link CryptoError} `resealing/content` if it is none; `envelope/malformed` beyond 4 MiB.
 */
export async function sealResealedContent(
  content: ResealedContent,
  to: SealingKey,
): Promise<string> {
  const whole = { format: 'rogatory-resealed' as const, version: 1 as const, ...content }
  const text = canonicalize(checked(ResealedContent, whole, 'resealing/content'))
  return sealEnvelope(toUtf8(text), [to])
}

/** Reads what was decrypted. @throws {@link CryptoError} `resealing/content` */
export function readResealedContent(text: string): ResealedContent {
  const content = ResealedContent.safeParse(parsed(text))
  if (content.success) return content.data
  throw refused()
}

function parsed(text: string): unknown {
  try {
    return parseJson(text, { maxBytes: MAX_ENVELOPE_BYTES, maxDepth: 4 })
  } catch {
    throw refused()
  }
}

const refused = () =>
  new CryptoError('resealing/content', 'a copy that was sealed anew holds a manifest and part keys')
