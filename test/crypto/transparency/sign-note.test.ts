import { expect } from 'chai'
import { fromBase64, toUtf8 } from '#crypto/bytes/bytes.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { signEd25519 } from '#crypto/transparency/ed25519.js'
import { formatSignatureLine } from '#crypto/transparency/note.js'
import { noteKey, parseVerifierKey } from '#crypto/transparency/note-key.js'
import { openNote, signNote } from '#crypto/transparency/sign-note.js'
import { rejection } from '#test/support/rejection.js'
import {
  enochKey,
  enochLine,
  exampleKey,
  exampleNote,
  keyOfSeed,
  peterKey,
  peterLine,
  peterSeed,
  sumdbKey,
  text,
} from './note-samples.js'

const codeOf = async (note: string, key: string) =>
  ((await rejection(openNote(note, await parseVerifierKey(key)))) as { code?: unknown }).code

describe('signing notes', () => {
  it('makes the published note of the published key', async () => {
    const signer = await noteKey('PeterNeumann', 'note', await keyOfSeed(fromBase64(peterSeed)))
    expect(await signNote(text, signer)).to.equal(`${text}\n${peterLine}`)
  })

  it('refuses a key for cosignatures, and a text that is none', async () => {
    const key = await generateSigningKey('x25519')
    const witness = await noteKey('w.example', 'cosignature', key)
    expect(await rejection(signNote(text, witness))).to.have.property('code', 'transparency/note')
    const signer = await noteKey('l.example', 'note', key)
    for (const bad of ['', 'no end of line', 'a\u0007\n', '\ud800\n']) {
      expect(await rejection(signNote(bad, signer))).to.have.property('code', 'transparency/note')
    }
  })
})

describe('opening notes', () => {
  it('opens the published notes', async () => {
    const both = `${text}\n${peterLine}${enochLine}`
    expect(await openNote(both, await parseVerifierKey(peterKey))).to.equal(text)
    expect(await openNote(both, await parseVerifierKey(enochKey))).to.equal(text)
    expect(await openNote(exampleNote, await parseVerifierKey(exampleKey))).to.equal(
      'This is an example message.\n',
    )
  })

  it('believes no signature but that of its key, by name and id', async () => {
    const note = `${text}\n${peterLine}`
    expect(await codeOf(note, sumdbKey)).to.equal('transparency/signature')
    const misnamed = note.replace('PeterNeumann', 'CarmenSandiego')
    expect(await codeOf(misnamed, peterKey)).to.equal('transparency/signature')
    const otherId = note.replace('x08go', 'xxxxo')
    expect(await codeOf(otherId, peterKey)).to.equal('transparency/signature')
  })

  it('refuses a signature that was changed, cut, or lengthened', async () => {
    const base64 = peterLine.slice('— PeterNeumann '.length, -1)
    const octets = fromBase64(base64)
    const line = (changed: Uint8Array) =>
      `${text}\n— PeterNeumann ${btoa(String.fromCharCode(...changed))}\n`
    for (let i = 4; i < octets.length; i++) {
      const changed = octets.slice()
      changed[i] = (changed[i] ?? 0) ^ (1 << (i % 8))
      expect(await codeOf(line(changed), peterKey)).to.equal('transparency/signature')
    }
    expect(await codeOf(line(octets.subarray(0, 67)), peterKey)).to.equal('transparency/signature')
    expect(await codeOf(line(new Uint8Array([...octets, 0])), peterKey)).to.equal(
      'transparency/signature',
    )
  })

  it('refuses a text that was changed at any place', async () => {
    for (let at = 0; at < text.length; at++) {
      const changed = `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`
      if (!changed.endsWith('\n')) continue
      const note = `${changed}\n${peterLine}`
      expect(await codeOf(note, peterKey)).to.equal('transparency/signature')
    }
  })

  it('refuses a key for cosignatures, even where it signed the text alone', async () => {
    const key = await keyOfSeed(fromBase64(peterSeed))
    const witness = await noteKey('PeterNeumann', 'cosignature', key)
    const signature = await signEd25519(toUtf8(text), key)
    const line = formatSignatureLine({ name: witness.name, keyId: witness.keyId, signature })
    const error = await rejection(openNote(`${text}\n${line}`, witness))
    expect(error).to.have.property('code', 'transparency/signature')
  })
})
