import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { concat, fromBase64Url, fromHex, toBase64 } from '#crypto/bytes/bytes.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import type { VerificationKey } from '#crypto/keys/key.js'
import { signCheckpoint } from '#crypto/transparency/checkpoint.js'
import { cosignCheckpoint } from '#crypto/transparency/cosignature.js'
import { parseNote, parseSignatureLines } from '#crypto/transparency/note.js'
import { noteKey } from '#crypto/transparency/note-key.js'
import { sigsumRoot } from './note-samples.js'

const run = promisify(execFile)

/** RFC 8410 §4: the frame of a SubjectPublicKeyInfo around 32 octets of Ed25519. */
const pemOf = ({ jwk }: VerificationKey) => {
  const spki = concat(fromHex('302a300506032b6570032100'), fromBase64Url(jwk.x ?? ''))
  return `-----BEGIN PUBLIC KEY-----\n${toBase64(spki)}\n-----END PUBLIC KEY-----\n`
}

describe('openssl, as a judge', () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rogatory-note-'))
  })
  after(() => rm(folder, { recursive: true }))

  const judge = async (key: VerificationKey, data: string | Uint8Array, signature: Uint8Array) => {
    const [pem, text, sig] = ['key.pem', 'text', 'sig'].map((name) => join(folder, name))
    if (pem === undefined || text === undefined || sig === undefined) throw new RangeError()
    await Promise.all([
      writeFile(pem, pemOf(key)),
      writeFile(text, data),
      writeFile(sig, signature),
    ])
    const options = ['-verify', '-pubin', '-inkey', pem, '-rawin', '-in', text, '-sigfile', sig]
    return run('openssl', ['pkeyutl', ...options]).then(
      ({ stdout }) => stdout,
      () => 'refused',
    )
  }

  it('verifies a checkpoint and its cosignature over exactly the octets the formats name', async () => {
    const log = await noteKey('relay.example/log', 'note', await generateSigningKey('x25519'))
    const witness = await noteKey('w.example', 'cosignature', await generateSigningKey('x25519'))
    const checkpoint = { origin: log.name, size: 2 ** 32 + 1, root: sigsumRoot, extensions: [] }
    const note = await signCheckpoint(checkpoint, log)
    const { text, signatures } = parseNote(note)
    const signature = signatures[0]?.signature ?? new Uint8Array()
    expect(await judge(log.key, text, signature)).to.include('Signature Verified Successfully')
    expect(await judge(log.key, `${text} `, signature)).to.equal('refused')

    const [line] = parseSignatureLines(await cosignCheckpoint(note, witness, 1_679_315_147))
    const cosignature = line?.signature.subarray(8) ?? new Uint8Array()
    const message = `cosignature/v1\ntime 1679315147\n${text}`
    expect(await judge(witness.key, message, cosignature)).to.include('Verified Successfully')
    expect(await judge(witness.key, text, cosignature)).to.equal('refused')
  })
})
