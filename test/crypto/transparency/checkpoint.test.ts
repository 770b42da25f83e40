import { expect } from 'chai'
import fc from 'fast-check'
import { fromBase64, toUtf8 } from '#crypto/bytes/bytes.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import {
  formatCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint,
} from '#crypto/transparency/checkpoint.js'
import { EMPTY_ROOT, hashLeaf } from '#crypto/transparency/hash.js'
import { noteKey, parseVerifierKey } from '#crypto/transparency/note-key.js'
import { signNote } from '#crypto/transparency/sign-note.js'
import { codeOf } from '#test/support/code-of.js'
import { rejection } from '#test/support/rejection.js'
import {
  archeKey,
  archeNote,
  keyOfSeed,
  sigsumNote,
  sigsumOrigin,
  sigsumRoot,
  sigsumSeed,
  sumdbKey,
  sumdbNote,
  sumdbOrigin,
} from './note-samples.js'

const NOTE = 'transparency/note'
const logKey = async (name = 'relay.example/log') =>
  noteKey(name, 'note', await generateSigningKey('x25519'))

describe('checkpoints', () => {
  it('open as public logs sign them', async () => {
    const sumdb = await openCheckpoint(sumdbNote, await parseVerifierKey(sumdbKey), sumdbOrigin)
    expect(sumdb).to.deep.equal({
      origin: sumdbOrigin,
      size: 30_055_305,
      root: fromBase64('mXfgRcJ0bG0j3CPdKwgGWtUzBUbX67saZGRmFuJGGsM='),
      extensions: [],
    })
    const arche = await openCheckpoint(archeNote, await parseVerifierKey(archeKey))
    expect(arche.size).to.equal(1_432_088_532)
  })

  it('are signed to the octet as sigsum signs them', async () => {
    const key = await noteKey(sigsumOrigin, 'note', await keyOfSeed(sigsumSeed))
    const checkpoint = { origin: sigsumOrigin, size: 10, root: sigsumRoot, extensions: [] }
    expect(await signCheckpoint(checkpoint, key)).to.equal(sigsumNote)
    expect(await openCheckpoint(sigsumNote, key)).to.deep.equal(checkpoint)
  })

  it('are written as golang.org/x/mod, sumdb/tlog/note_test.go, writes them', async () => {
    const root = await hashLeaf(toUtf8('hello world'))
    const checkpoint = { origin: sumdbOrigin, size: 123_456_789_012, root, extensions: [] }
    expect(formatCheckpoint(checkpoint)).to.equal(
      'go.sum database tree\n123456789012\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n',
    )
  })

  it('open to what was signed, extensions included', async () => {
    const key = await logKey()
    for (const size of [1, 2 ** 31, 2 ** 32 + 1, 2 ** 53 - 1]) {
      const extensions = ['one', 'two — 2']
      const checkpoint = { origin: key.name, size, root: sigsumRoot, extensions }
      const note = await signCheckpoint(checkpoint, key)
      expect(await openCheckpoint(note, key)).to.deep.equal(checkpoint)
    }
  })

  it('refuse a changed size, root or origin, and another key', async () => {
    const key = await parseVerifierKey(sumdbKey)
    for (const forged of [
      sumdbNote.replace('30055305', '30055306'),
      sumdbNote.replace('mXfg', 'nXfg'),
      sumdbNote.replace('go.sum', 'og.sum'),
      sumdbNote.replace('\n\n', '\nextension\n\n'),
    ]) {
      const error = await rejection(openCheckpoint(forged, key, sumdbOrigin))
      expect(error).to.have.property('code', 'transparency/signature')
    }
    const stranger = await logKey('sum.golang.org')
    const error = await rejection(openCheckpoint(sumdbNote, stranger, sumdbOrigin))
    expect(error).to.have.property('code', 'transparency/signature')
  })

  it('refuse another log, even under the same key', async () => {
    const key = await logKey()
    const checkpoint = { origin: 'other.example', size: 1, root: sigsumRoot, extensions: [] }
    const note = await signCheckpoint(checkpoint, key)
    expect(await rejection(openCheckpoint(note, key))).to.have.property('code', NOTE)
    expect(await openCheckpoint(note, key, 'other.example')).to.deep.equal(checkpoint)
  })

  it('refuse a note that the log signed and is no checkpoint', async () => {
    const key = await logKey()
    const note = await signNote('hello\n', key)
    expect(await rejection(openCheckpoint(note, key))).to.have.property('code', NOTE)
  })

  const root = 'HA5HAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='
  for (const text of [
    '',
    '\n',
    'log\n',
    'log\n10\n',
    `log\n10\n${root}`,
    `\n10\n${root}\n`,
    `log\n\n${root}\n`,
    'log\n10\n\n',
    `log\n10\n${root}\n\n`,
    `log\n10\n${root}\n\nextension\n`,
    `log\n010\n${root}\n`,
    `log\n+10\n${root}\n`,
    `log\n-1\n${root}\n`,
    `log\n1e1\n${root}\n`,
    `log\n0xa\n${root}\n`,
    `log\n10 \n${root}\n`,
    `log\n١٠\n${root}\n`,
    `log\n9007199254740992\n${root}\n`,
    `log\n99999999999999999999\n${root}\n`,
    `log\n10\n${root.slice(0, -1)}\n`,
    `log\n10\n${root.replace('A=', 'B=')}\n`,
    `log\n10\n${root.slice(4)}\n`,
    `log\n10\nAAAA${root}\n`,
    `log\n10\n${root} \n`,
    `log\n0\n${root}\n`,
    `log\r\n10\r\n${root}\r\n`,
    `log\u0000\n10\n${root}\n`,
  ]) {
    it(`are refused as ${JSON.stringify(text)}`, async () => {
      expect(await codeOf(() => parseCheckpoint(text))).to.equal(NOTE)
    })
  }

  it('of an empty log have the empty root', () => {
    const checkpoint = { origin: 'log', size: 0, root: EMPTY_ROOT, extensions: [] }
    expect(parseCheckpoint(formatCheckpoint(checkpoint))).to.deep.equal(checkpoint)
  })

  for (const [what, wrong] of [
    ['a size that is none', { size: 1.5 }],
    ['a size beyond 2^53 - 1', { size: 2 ** 53 }],
    ['a short root', { root: new Uint8Array(31) }],
    ['no origin', { origin: '' }],
    ['an origin of two lines', { origin: 'log\n7' }],
    ['an empty extension', { extensions: [''] }],
    ['an extension of two lines', { extensions: ['a\nb'] }],
  ] as const) {
    it(`are not made with ${what}`, async () => {
      const checkpoint = { origin: 'log', size: 10, root: sigsumRoot, extensions: [], ...wrong }
      expect(await codeOf(() => formatCheckpoint(checkpoint))).to.equal(NOTE)
    })
  }

  it('have one spelling', () =>
    fc.assert(
      fc.asyncProperty(
        fc.string({ minLength: 1, unit: 'grapheme' }),
        fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        async (origin, size, rootOctets) => {
          const checkpoint = { origin, size, root: rootOctets, extensions: [] }
          const code = await codeOf(() => {
            expect(parseCheckpoint(formatCheckpoint(checkpoint))).to.deep.equal(checkpoint)
          })
          expect(code).to.be.oneOf(['nothing was refused', NOTE])
        },
      ),
    ))
})
