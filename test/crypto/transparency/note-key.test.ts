import { expect } from 'chai'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { formatVerifierKey, noteKey, parseVerifierKey } from '#crypto/transparency/note-key.js'
import { rejection } from '#test/support/rejection.js'
import { archeKey, enochKey, exampleKey, peterKey, sumdbKey, witnessKeys } from './note-samples.js'

const NOTE = 'transparency/note'
const codeOf = async (text: string) =>
  ((await rejection(parseVerifierKey(text))) as { code?: unknown }).code

describe('verifier keys', () => {
  for (const text of [peterKey, enochKey, exampleKey, sumdbKey, archeKey, ...witnessKeys]) {
    it(`reads and writes ${text.slice(0, text.indexOf('+'))}`, async () => {
      const key = await parseVerifierKey(text)
      expect(formatVerifierKey(key)).to.equal(text)
      expect(text).to.include(`${key.name}+${key.keyId}+`)
      expect(key.use).to.equal(witnessKeys.includes(text) ? 'cosignature' : 'note')
    })
  }

  // The manglings of golang.org/x/mod, sumdb/note/note_test.go.
  it('refuses every part of a key that is not the whole', async () => {
    for (let from = 0; from <= peterKey.length; from++) {
      for (let to = from + 1; to <= peterKey.length; to += from === 0 ? 1 : 9) {
        if (from === 0 && to === peterKey.length) continue
        expect(await codeOf(peterKey.slice(from, to)), `${from}:${to}`).to.equal(NOTE)
      }
    }
  })

  it('refuses a key with any character changed', async () => {
    for (let i = 0; i < peterKey.length; i++) {
      const next = String.fromCharCode(peterKey.charCodeAt(i) + 1)
      const mangled = peterKey.slice(0, i) + next + peterKey.slice(i + 1)
      // Where the change makes another point, the point may be refused before the hash.
      expect(await codeOf(mangled), mangled).to.be.oneOf([NOTE, 'keys/weak', 'keys/malformed'])
    }
  })

  for (const [what, text] of [
    [
      'a key of another length, hash adjusted',
      'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==',
    ],
    [
      'an unknown type, hash adjusted',
      'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    ],
    ['a hash in capitals', peterKey.replace('c74f20a3', 'C74F20A3')],
    ['a newline after it', `${peterKey}\n`],
    ['a space in its name', peterKey.replace('PeterNeumann', 'Peter Neumann')],
    ['no name', peterKey.replace('PeterNeumann', '')],
    ['nothing', ''],
  ] as const) {
    it(`refuses ${what}`, async () => {
      expect(await codeOf(text)).to.equal(NOTE)
    })
  }

  it('refuses a point of low order, with the hash it ought to have', async () => {
    // y = 1, the neutral element: every signature over anything could be made for it.
    const text = 'low.example+c54a76f0+AQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    expect(await codeOf(text)).to.equal('keys/weak')
  })
})

describe('noteKey', () => {
  it('gives one key another id for each name and each use', async () => {
    const key = await generateSigningKey('x25519')
    const ids = await Promise.all([
      noteKey('a.example', 'note', key),
      noteKey('a.example', 'cosignature', key),
      noteKey('b.example', 'note', key),
    ])
    expect(new Set(ids.map(({ keyId }) => keyId)).size).to.equal(3)
    for (const id of ids) expect(id.keyId).to.match(/^[0-9a-f]{8}$/)
  })

  for (const name of [
    '',
    'a b',
    'a+b',
    'a\tb',
    'a\u00a0b',
    'a\u2003b',
    'a\nb',
    'a\u0000',
    'a\ud800',
  ]) {
    it(`refuses the name ${JSON.stringify(name)}`, async () => {
      const key = await generateSigningKey('x25519')
      expect(await rejection(noteKey(name, 'note', key))).to.have.property('code', NOTE)
    })
  }

  it('takes Ed25519 keys only', async () => {
    const key = await generateSigningKey('p256')
    const error = await rejection(noteKey('a.example', 'note', key))
    expect(error).to.have.property('code', 'keys/algorithm')
  })
})
