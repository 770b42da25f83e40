import { execFile } from 'node:child_process'
import { createPublicKey } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { generateSigningKey } from '#crypto/keys/generate.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { signStatement } from '#crypto/statement/sign-statement.js'

const run = promisify(execFile)

/** INTEGER of DER (X.690 §8.3): the fewest octets, a zero before a set top bit. */
function derInteger(octets: Buffer): Buffer {
  const first = octets.findIndex((octet) => octet !== 0)
  const shortest = octets.subarray(first)
  const body = (shortest[0] ?? 0) < 0x80 ? shortest : Buffer.concat([Buffer.of(0), shortest])
  return Buffer.concat([Buffer.of(0x02, body.length), body])
}

/** OpenSSL wants ECDSA signatures as a SEQUENCE of two (RFC 3279 §2.2.3), JOSE has them side by side. */
function derSignature(raw: Buffer): Buffer {
  const half = raw.length / 2
  const body = Buffer.concat([derInteger(raw.subarray(0, half)), derInteger(raw.subarray(half))])
  return Buffer.concat([Buffer.of(0x30, body.length), body])
}

describe('statements judged by openssl', () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rogatory-statement-'))
  })
  after(() => rm(folder, { recursive: true }))

  for (const [suite, options] of [
    ['x25519', ['-rawin']],
    ['p256', ['-rawin', '-digest', 'sha256']],
    ['p384', ['-rawin', '-digest', 'sha384']],
  ] as const) {
    it(`${suite}: the signature holds over the first two parts, and over nothing else`, async () => {
      const key = await generateSigningKey(suite)
      const statement = await signStatement({ typ: 'rogatory-header', payload: { a: 1 }, key })
      const end = statement.lastIndexOf('.')
      const raw = Buffer.from(statement.slice(end + 1), 'base64url')
      await writeFile(join(folder, 'key.pem'), pem(key))
      await writeFile(join(folder, 'signature'), suite === 'x25519' ? raw : derSignature(raw))
      const verify = async (input: string) => {
        await writeFile(join(folder, 'input'), input)
        const files = ['-inkey', 'key.pem', '-sigfile', 'signature', '-in', 'input']
        const { stdout } = await run(
          'openssl',
          ['pkeyutl', '-verify', '-pubin', ...files, ...options],
          { cwd: folder },
        )
        return stdout.trim()
      }
      expect(await verify(statement.slice(0, end))).to.equal('Signature Verified Successfully')
      expect(await verify(`${statement.slice(0, end)}A`).catch(() => 'refused')).to.equal('refused')
    })
  }

  it('digests are those of sha256sum', async () => {
    const key = await generateSigningKey('x25519')
    const statement = await signStatement({ typ: 'rogatory-header', payload: { a: 1 }, key })
    await writeFile(join(folder, 'statement'), statement)
    const { stdout } = await run('sha256sum', ['statement'], { cwd: folder })
    expect(stdout.split(' ')[0]).to.equal((await readStatement(statement)).digest)
  })
})

function pem({ jwk }: SigningKey): string {
  return createPublicKey({ key: { ...jwk }, format: 'jwk' })
    .export({ type: 'spki', format: 'pem' })
    .toString()
}
