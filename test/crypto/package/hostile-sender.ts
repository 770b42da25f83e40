import { toUtf8 } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { sealEnvelope } from '#crypto/envelope/seal-envelope.js'
import type { SealingKey, SigningKey } from '#crypto/keys/key.js'
import { commitManifest } from '#crypto/package/commit-manifest.js'
import { commitPart } from '#crypto/package/commit-part.js'
import { Header } from '#crypto/package/header.js'
import { Manifest } from '#crypto/package/manifest.js'
import { signHeader, signManifest } from '#crypto/package/sign-statements.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { samplePackage } from '#test/support/world/sample-package.js'
import { world } from '#test/support/world/world.js'

type Lies = {
  readonly header?: (header: Header) => Partial<Header>
  readonly manifest?: (manifest: Manifest) => Partial<Manifest>
  readonly manifestKey?: SigningKey
  readonly envelopeTo?: readonly SealingKey[]
  readonly plaintext?: string
}

/**
 * A package by an officer of the sender who holds all keys and keeps no rule: every signature, digest and
 * commitment is right, and header and manifest say what the lies make of them.
 */
export async function sealLies(lies: Lies) {
  const { xa, xb, drafter } = await world()
  const honest = await samplePackage()
  const read = async (statement: string) => (await readStatement(statement)).payload
  const truth = Manifest.parse(await read(honest.manifest))
  const manifest = { ...truth, ...lies.manifest?.(truth) }
  const statement = await signManifest(manifest, lies.manifestKey ?? drafter.key)

  const keys = lies.envelopeTo ?? [xb.openingKey, xa.openingKey]
  const envelope = await sealEnvelope(toUtf8(lies.plaintext ?? statement), keys)
  const said = Header.parse(await read(honest.header))
  const commitments = await Promise.all(manifest.parts.map(commitPart))
  const claims: Header = {
    ...said,
    parts: said.parts.map((part, i) => ({
      ...part,
      commitment: commitments[i] ?? part.commitment,
    })),
    envelope: { length: toUtf8(envelope).length, digest: await digestOf(envelope) },
    manifest: await commitManifest(manifest.salt, await digestOf(statement)),
  }
  const header = await signHeader({ ...claims, ...lies.header?.(claims) }, drafter.key)
  return { ...honest, header, envelope, manifest: statement, approvals: [] }
}
