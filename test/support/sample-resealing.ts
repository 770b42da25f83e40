import { toBase64Url, toUtf8 } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import type { SealingKey } from '#crypto/keys/key.js'
import { sealResealedContent } from '#crypto/resealing/resealed-content.js'
import type { Resealing } from '#crypto/resealing/resealing.js'
import { signResealing } from '#crypto/resealing/sign-resealing.js'
import { newPartKey } from '#crypto/stream/segment-cipher.js'
import type { ResealingItem } from '#server/contract/resealing-wire.js'
import type { FakeRelay } from './fake-relay.js'
import type { SampleSubmission } from './sample-submission.js'
import type { Officer } from './world/officers.js'
import type { Authority } from './world/world.js'

type Changes = Partial<Resealing> & {
  /** Whose copy, and who seals it anew: Xbland's registrar unless told. */
  readonly by?: { readonly authority: Authority; readonly officer: Officer }
  readonly to?: SealingKey
  /** Digests of the ciphertext that is replaced; the header's unless told. */
  readonly replaced?: readonly string[]
  readonly withoutParts?: boolean
}

/** A copy of a sample package that was sealed anew, its parts uploaded: ready to be handed in. */
export async function sampleResealing(
  relay: FakeRelay,
  { draft, header, manifest, parts }: SampleSubmission,
  changes: Changes = {},
): Promise<{ readonly item: ResealingItem; readonly claims: Resealing; readonly digest: string }> {
  const { by, to: given, replaced, withoutParts = false, ...rest } = changes
  const { authority, officer } = by ?? { authority: relay.xb, officer: relay.registrar }
  const to = given ?? authority.openingKey
  const keys = parts.map(({ manifest: { part } }) => ({ part, key: toBase64Url(newPartKey()) }))
  const envelope = await sealResealedContent({ manifest, keys }, to)
  const version = rest.version ?? 1
  const claims: Resealing = {
    package: draft.package,
    header,
    authority: authority.id,
    version,
    kid: to.kid,
    envelope: { length: toUtf8(envelope).length, digest: await digestOf(envelope) },
    parts: await Promise.all(
      parts.map(async ({ manifest: { part }, sealed }, i) => ({
        part,
        replaced: replaced?.[i] ?? sealed.digest,
        length: sealed.length,
        digest: await digestOf(`${authority.id} ${part} ${version} ${envelope}`),
      })),
    ),
    declared: relay.clock.now().toISOString(),
    ...rest,
  }
  for (const { part, digest, length } of withoutParts ? [] : claims.parts) {
    relay.upload({ sender: authority.id, package: draft.package, part, digest }, length)
  }
  const resealing = await signResealing(claims, officer.key)
  const item = { resealing, credential: officer.credential, envelope }
  return { item, claims, digest: await digestOf(resealing) }
}
