import { toBase64Url, toUtf8 } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { Header } from '#crypto/package/header.js'
import { sealResealedContent } from '#crypto/resealing/resealed-content.js'
import { signResealing } from '#crypto/resealing/sign-resealing.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { after, NOW } from '#test/support/world/moments.js'
import type { exampleNetwork } from './example-network.js'

type Network = Pick<Awaited<ReturnType<typeof exampleNetwork>>, 'recipient' | 'registrar'>

/** The recipient seals its copy of the package anew, a year later. */
export async function exampleResealing(
  { recipient, registrar }: Network,
  { header, manifest }: { readonly header: string; readonly manifest: string },
) {
  const { payload, digest } = await readStatement(header)
  const { package: id, parts } = Header.parse(payload)
  const content = {
    manifest,
    keys: parts.map(({ part }) => ({ part, key: toBase64Url(new Uint8Array(32).fill(8)) })),
  }
  const envelope = await sealResealedContent(content, recipient.envelopes)
  const resealing = await signResealing(
    {
      package: id,
      header: digest,
      authority: registrar.claims.authority,
      version: 1,
      kid: recipient.envelopes.kid,
      envelope: { length: toUtf8(envelope).length, digest: await digestOf(envelope) },
      parts: await Promise.all(
        parts.map(async ({ part, length, digest: replaced }) => ({
          part,
          replaced,
          length,
          digest: await digestOf(`${part} sealed anew`),
        })),
      ),
      declared: after(NOW, 365 * 24 * 3600).toISOString(),
    },
    registrar.key,
  )
  return {
    resealing,
    'resealed-envelope': envelope,
    'resealed-content': {
      format: 'rogatory-resealed',
      version: 1,
      keys: content.keys,
      manifest: '«manifest»',
    },
  }
}
