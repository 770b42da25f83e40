import { fromUtf8, toUtf8 } from '#crypto/bytes/bytes.js'
import { canonicalize } from '#crypto/canonical/canonicalize.js'
import { parseJson } from '#crypto/canonical/parse-json.js'
import { entrySealingKey } from '#crypto/directory/entry-key.js'
import { openEnvelope } from '#crypto/envelope/open-envelope.js'
import { recipientsOf } from '#crypto/envelope/recipients-of.js'
import { sealEnvelope } from '#crypto/envelope/seal-envelope.js'
import { CryptoError } from '#crypto/errors.js'
import type { Session } from './session.js'

const BOUNDS = { maxBytes: 32 * 1024, maxDepth: 4 }

/** What an authority keeps at the relay for its own officers: sealed to its own key. */
export const ownEnvelope = {
  /** @throws as `directory.current` */
  async seal({ directory, officer, platform }: Session, value: object): Promise<string> {
    const key = await entrySealingKey(await directory.current(officer.authority), platform.now())
    return sealEnvelope(toUtf8(canonicalize(value)), [key])
  },
  /** @returns undefined where the vault has no key for it, or it is none of ours. */
  async open(session: Session, sealed: string): Promise<unknown> {
    try {
      const kids = recipientsOf(sealed)
      const key = (await session.vaultKeys()).find(({ kid }) => kids.includes(kid))
      if (key === undefined) return undefined
      return parseJson(fromUtf8(await openEnvelope(sealed, key)), BOUNDS)
    } catch (error) {
      if (error instanceof CryptoError) return undefined
      throw error
    }
  },
}
