import { fromBase64Url, toBase64, toBase64Url, toUtf8 } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { CaseId, PackageId, PartId } from '#crypto/fields/fields.js'
import { commitPart, disclosePart } from '#crypto/package/commit-part.js'
import { Manifest } from '#crypto/package/manifest.js'
import { partAssociatedData } from '#crypto/package/part-associated-data.js'
import { sealPackage } from '#crypto/package/seal-package.js'
import { signApproval } from '#crypto/package/sign-statements.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { sealStream } from '#crypto/stream/seal-stream.js'
import { NOW } from '#test/support/world/moments.js'
import type { exampleNetwork } from './example-network.js'

type Network = Awaited<ReturnType<typeof exampleNetwork>>

const id = (number: number) => `019ca8a0-3e80-7000-8000-00000000000${number}`
export const DOCUMENT = 'Please serve this summons.\n'

/** The package of the worked examples: one short document, one recipient, one approval. */
export async function examplePackage({ sender, recipient, drafter, approver }: Network) {
  const packageId = PackageId.parse(id(1))
  const part = PartId.parse(id(3))
  const key = toBase64Url(new Uint8Array(32).fill(7))
  const ciphertext = await sealed(key, partAssociatedData(packageId, part))
  const { header, manifest, envelope } = await sealPackage({
    draft: {
      package: packageId,
      case: CaseId.parse(id(2)),
      template: { id: 'mla-request', version: 1 },
      form: { purpose: 'Service of a summons' },
      inReplyTo: null,
      marks: { tlp: 'TLP:AMBER', classification: null },
      urgency: 'routine',
      notBefore: null,
      expires: new Date('2026-04-01T00:00:00.000Z'),
    },
    sender: { entry: sender.entry },
    recipients: [{ entry: recipient.entry }],
    parts: [
      {
        manifest: {
          part,
          name: 'summons.txt',
          mediaType: 'text/plain',
          length: toUtf8(DOCUMENT).length,
          digest: await digestOf(DOCUMENT),
          key,
          role: 'document',
          mark: null,
        },
        sealed: { length: ciphertext.length, digest: await digestOf(ciphertext) },
      },
    ],
    key: drafter.key,
    at: NOW,
  })
  const approval = await signApproval(
    {
      package: packageId,
      header: await digestOf(header),
      authority: sender.entry.payload.authority,
      declared: NOW.toISOString(),
    },
    approver.key,
  )
  const [said] = Manifest.parse((await readStatement(manifest)).payload).parts
  if (said === undefined) throw new TypeError('the example has one part')
  const disclosed = disclosePart(said)
  return {
    header,
    manifest,
    envelope,
    approval,
    part: toBase64(ciphertext),
    partCommitment: { ...disclosed, commitment: await commitPart(disclosed) },
  }
}

async function sealed(key: string, associatedData: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([DOCUMENT])
    .stream()
    .pipeThrough(sealStream(fromBase64Url(key), associatedData))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
