import { expect } from 'chai'
import { concat, fromBase64, fromHex, toUtf8 } from '#crypto/bytes/bytes.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { cosignCheckpoint, verifyCosignature } from '#crypto/transparency/cosignature.js'
import { signEd25519 } from '#crypto/transparency/ed25519.js'
import { addSignatures, formatSignatureLine, parseNote } from '#crypto/transparency/note.js'
import { noteKey, parseVerifierKey } from '#crypto/transparency/note-key.js'
import { rejection } from '#test/support/rejection.js'
import {
  archeKey,
  archeNote,
  archeTimestamp,
  keyOfSeed,
  sigsumCosignature,
  sigsumCosigned,
  sigsumSeed,
  text,
  peterLine,
  witnessKeys,
} from './note-samples.js'

const SIGNATURE = 'transparency/signature'
const NOTE = 'transparency/note'

const sigsumWitness = async () =>
  noteKey('example.org/witness', 'cosignature', await keyOfSeed(sigsumSeed))

const codeOf = async (...args: Parameters<typeof verifyCosignature>) =>
  ((await rejection(verifyCosignature(...args))) as { code?: unknown }).code

describe('cosignatures', () => {
  for (const vkey of witnessKeys) {
    it(`verify as the public network made them: ${vkey.slice(0, vkey.indexOf('+'))}`, async () => {
      const witness = await parseVerifierKey(vkey)
      expect(await verifyCosignature(archeNote, witness)).to.deep.equal({
        witness: witness.name,
        timestamp: archeTimestamp,
      })
      const grown = archeNote.replace('1432088532', '1432088533')
      expect(await codeOf(grown, witness)).to.equal(SIGNATURE)
    })
  }

  it('are made to the octet as sigsum makes them', async () => {
    const witness = await sigsumWitness()
    expect(await cosignCheckpoint(sigsumCosigned, witness, 1234)).to.equal(sigsumCosignature)
    const note = addSignatures(sigsumCosigned, sigsumCosignature)
    expect(await verifyCosignature(note, witness)).to.deep.equal({
      witness: 'example.org/witness',
      timestamp: 1234,
    })
  })

  it('commit to the time: every bit of the line changed is refused', async () => {
    const witness = await sigsumWitness()
    const [name, base64] = sigsumCosignature.slice(2, -1).split(' ')
    const octets = fromBase64(base64 ?? '')
    for (let bit = 32; bit < octets.length * 8; bit++) {
      const changed = octets.slice()
      const at = Math.floor(bit / 8)
      changed[at] = (changed[at] ?? 0) ^ (1 << (bit % 8))
      const line = `— ${name ?? ''} ${btoa(String.fromCharCode(...changed))}\n`
      expect(await codeOf(addSignatures(sigsumCosigned, line), witness)).to.equal(SIGNATURE)
    }
  })

  it('are of one witness, by name and key', async () => {
    const note = addSignatures(sigsumCosigned, sigsumCosignature)
    const key = await keyOfSeed(sigsumSeed)
    for (const other of [
      await noteKey('example.org/witness-2', 'cosignature', key),
      await noteKey('example.org/witness', 'note', key),
      await noteKey('example.org/witness', 'cosignature', await generateSigningKey('x25519')),
    ]) {
      expect(await codeOf(note, other)).to.equal(SIGNATURE)
    }
    expect(await codeOf(archeNote, await parseVerifierKey(archeKey))).to.equal(SIGNATURE)
  })

  it('are no plain signatures over the checkpoint, and the other way round', async () => {
    const witness = await sigsumWitness()
    const { text: checkpoint } = parseNote(sigsumCosigned)
    const { name, keyId, key } = witness
    for (const signature of [
      fromHex('00'),
      await signEd25519(toUtf8(checkpoint), key),
      concat(fromHex('00000000000004d2'), await signEd25519(toUtf8(checkpoint), key)),
    ]) {
      const note = addSignatures(sigsumCosigned, formatSignatureLine({ name, keyId, signature }))
      expect(await codeOf(note, witness)).to.equal(SIGNATURE)
    }
  })

  it('are not of a log key, even where it signed with a time', async () => {
    const { name, keyId, key } = await noteKey('l.example', 'note', await keyOfSeed(sigsumSeed))
    const { text: checkpoint } = parseNote(sigsumCosigned)
    const message = toUtf8(`cosignature/v1\ntime 1234\n${checkpoint}`)
    const signature = concat(fromHex('00000000000004d2'), await signEd25519(message, key))
    const note = addSignatures(sigsumCosigned, formatSignatureLine({ name, keyId, signature }))
    expect(await codeOf(note, { name, use: 'note', keyId, key })).to.equal(SIGNATURE)
  })

  it('refuse a time beyond the year 9999, even if it was signed', async () => {
    const witness = await sigsumWitness()
    const { text: checkpoint } = parseNote(sigsumCosigned)
    const { name, keyId, key } = witness
    for (const timestamp of [253_402_300_800n, 2n ** 53n, 2n ** 63n - 1n]) {
      const time = fromHex(timestamp.toString(16).padStart(16, '0'))
      const message = toUtf8(`cosignature/v1\ntime ${String(timestamp)}\n${checkpoint}`)
      const signature = concat(time, await signEd25519(message, key))
      const note = addSignatures(sigsumCosigned, formatSignatureLine({ name, keyId, signature }))
      expect(await codeOf(note, witness)).to.equal(SIGNATURE)
    }
  })

  it('carry any time RFC 3339 can write', async () => {
    const witness = await sigsumWitness()
    for (const timestamp of [0, 2 ** 31, 2 ** 32 + 5, 253_402_300_799]) {
      const line = await cosignCheckpoint(sigsumCosigned, witness, timestamp)
      const note = addSignatures(sigsumCosigned, line)
      expect((await verifyCosignature(note, witness)).timestamp).to.equal(timestamp)
    }
    for (const timestamp of [-1, 1.5, Number.NaN, 253_402_300_800]) {
      const error = await rejection(cosignCheckpoint(sigsumCosigned, witness, timestamp))
      expect(error).to.have.property('code', NOTE)
    }
  })

  it('are put under checkpoints only, by keys for cosignatures only', async () => {
    const witness = await sigsumWitness()
    const poem = `${text}\n${peterLine}`
    expect(await rejection(cosignCheckpoint(poem, witness, 1))).to.have.property('code', NOTE)
    expect(await codeOf(addSignatures(poem, sigsumCosignature), witness)).to.equal(NOTE)
    const log = await noteKey('example.org/log', 'note', await keyOfSeed(sigsumSeed))
    const error = await rejection(cosignCheckpoint(sigsumCosigned, log, 1))
    expect(error).to.have.property('code', NOTE)
  })
})
