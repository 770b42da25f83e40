import { toBase64, toUtf8 } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { generateIdentityKey, importTimestampKey } from '#crypto/pki/identity-key.js'
import type { CertificateIssuer } from '#crypto/pki/identity.js'
import { issueCertificate } from '#crypto/pki/issue-certificate.js'
import { createTimestampAuthority } from '#crypto/timestamp/create-timestamp-authority.js'
import { createTimestampRequest } from '#crypto/timestamp/timestamp-request.js'
import { readTimestampResponse } from '#crypto/timestamp/timestamp-response.js'
import { signCheckpoint } from '#crypto/transparency/checkpoint.js'
import { noteKey } from '#crypto/transparency/note-key.js'
import { treeOf } from '#test/support/reference-tree.js'
import { BEGIN, END } from './moments.js'
import { world } from './world.js'

export const ORIGIN = 'zz.relay/log'

/** A log of these statements, with strangers' leaves around them, and a path for each. */
export async function sampleLog(statements: readonly string[], key: SigningKey, more = 3) {
  const strangers = Array.from({ length: more }, (_, i) => `stranger ${i}`)
  const entries = ['first stranger', ...statements, ...strangers].map((text) => toUtf8(text))
  const tree = treeOf(entries)
  const size = entries.length
  const leaves = statements.map(async (statement, i) => ({
    digest: await digestOf(statement),
    index: i + 1,
    path: (await tree.inclusion(i + 1, size)).map(toBase64),
  }))
  const signer = await noteKey(ORIGIN, 'note', key)
  const checkpoint = { origin: ORIGIN, size, root: await tree.root(size), extensions: [] }
  return {
    checkpoint: await signCheckpoint(checkpoint, signer),
    leaves: await Promise.all(leaves),
    consistencyFrom: async (fromSize: number) =>
      (await tree.consistency(fromSize, size)).map(toBase64),
    size,
  }
}

type Stamper = {
  readonly party?: string
  readonly root?: CertificateIssuer
  readonly notBefore?: Date
  readonly notAfter?: Date
}

/** A time-stamping authority of the world, and the certificate that it stamps under. */
export async function sampleStamper(options: Stamper = {}) {
  const { party = 'zz.tsa', notBefore = BEGIN, notAfter = END } = options
  const issuer = options.root ?? (await world()).root
  const key = await generateIdentityKey()
  const name = `Time-stamps of ${party}`
  const validity = { notBefore, notAfter }
  const certificate = await issueCertificate(key, {
    role: 'timestamp',
    party,
    name,
    issuer,
    ...validity,
  })
  const { respond } = createTimestampAuthority({
    chain: [certificate.x5c],
    key: await importTimestampKey(key.privateKeyPem),
    policy: '1.3.6.1.4.1.99999.1',
  })
  /** A token over a text, in base64, as a bundle holds it. */
  const stamp = async (data: string | Uint8Array, at: Date): Promise<string> => {
    const octets = typeof data === 'string' ? toUtf8(data) : data
    const { request } = await createTimestampRequest(octets)
    return toBase64(readTimestampResponse(await respond(request, at)))
  }
  return { certificate, stamp, respond }
}

let stamper: ReturnType<typeof sampleStamper> | undefined

/** A token of the world's own independent authority. */
export const sampleToken = async (text: string, at: Date): Promise<string> =>
  (await (stamper ??= sampleStamper())).stamp(text, at)
