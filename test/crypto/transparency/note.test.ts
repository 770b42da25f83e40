import { expect } from 'chai'
import fc from 'fast-check'
import {
  addSignatures,
  formatNote,
  formatSignatureLine,
  MAX_NOTE_LENGTH,
  parseNote,
  parseSignatureLines,
} from '#crypto/transparency/note.js'
import { codeOf } from '#test/support/code-of.js'
import { archeNote, enochLine, exampleNote, peterLine, sumdbNote, text } from './note-samples.js'

describe('signed notes', () => {
  for (const note of [exampleNote, sumdbNote, archeNote, `${text}\n${peterLine}${enochLine}`]) {
    it(`take apart and put together again: ${note.slice(0, note.indexOf('\n'))}`, () => {
      expect(formatNote(parseNote(note))).to.equal(note)
    })
  }

  it('split at the last empty line', () => {
    const poem = 'Ognuno sta solo sul cuor della terra\n\n\n\ned è subito sera.\n'
    const note = parseNote(`${poem}\n${peterLine}`)
    expect(note.text).to.equal(poem)
    expect(note.signatures.map(({ name, keyId }) => [name, keyId])).to.deep.equal([
      ['PeterNeumann', 'c74f20a3'],
    ])
    expect(note.signatures[0]?.signature.length).to.equal(64)
  })

  for (const [what, note] of [
    ['nothing', ''],
    ['no signature', text],
    ['no signature after the empty line', `${text}\n`],
    ['no end of the last line', `${text}\n${peterLine.slice(0, -1)}`],
    ['no empty line', `${text}${peterLine}`],
    ['a control character', `\u0001${text}\n${peterLine}`],
    ['a tab', `a\tb\n\n${peterLine}`],
    ['carriage returns', `${text}\n${peterLine}`.replaceAll('\n', '\r\n')],
    ['half a surrogate pair', `\ud83d${text}\n${peterLine}`],
    ['a name with a space', `${text}\n${peterLine.replace('PeterNeumann', 'Bad Name')}`],
    [
      'a name with a no-break space',
      `${text}\n${peterLine.replace('PeterNeumann', 'Bad\u00a0Name')}`,
    ],
    ['a name with a plus', `${text}\n${peterLine.replace('PeterNeumann', 'Bad+Name')}`],
    [
      'a name with half a surrogate pair',
      `${text}\n${peterLine.replace('PeterNeumann', '\udc00')}`,
    ],
    ['no name', `${text}\n${peterLine.replace('PeterNeumann', '')}`],
    ['another line among the signatures', `${text}\n${peterLine}Unexpected line.\n`],
    ['another dash', `${text}\n${peterLine.replace('—', '-')}`],
    ['two spaces', `${text}\n${peterLine.replace('— ', '—  ')}`],
    ['a space after a signature', `${text}\n${peterLine.replace('\n', ' \n')}`],
    ['base64 without padding', `${text}\n${peterLine.replace('=', '')}`],
    ['base64 with other last bits', `${text}\n${peterLine.replace('AM=', 'AN=')}`],
    ['URL-safe base64', `${text}\n${peterLine.replace('/', '_')}`],
    ['a key id and no signature', `${text}\n— PeterNeumann x08gow==\n`],
    ['one key signing twice', `${text}\n${peterLine}${peterLine}`],
    [
      'too many signatures',
      `${text}\n${Array.from({ length: 65 }, (_, i) => peterLine.replace('Neumann', String(i))).join('')}`,
    ],
    ['too long a text', `${'a'.repeat(MAX_NOTE_LENGTH)}\n\n${peterLine}`],
    ['too long a signature', `a\n\n— a ${'A'.repeat(MAX_NOTE_LENGTH)}\n`],
  ] as const) {
    it(`are refused with ${what}`, async () => {
      expect(await codeOf(() => parseNote(note))).to.equal('transparency/note')
    })
  }

  it('are read whatever keys and types signed, up to 64', () => {
    const lines = Array.from({ length: 64 }, (_, i) =>
      formatSignatureLine({ name: `k${i}`, keyId: 'ffffffff', signature: new Uint8Array(1 + i) }),
    )
    expect(parseNote(`${text}\n${lines.join('')}`).signatures.length).to.equal(64)
  })

  it('are not put together where nobody could read them back', async () => {
    const [signature] = parseSignatureLines(peterLine)
    expect(signature).to.not.equal(undefined)
    const signatures = signature ? [signature] : []
    for (const bad of ['', 'no end of line', 'a\u0000\n', 'a\n\nb']) {
      expect(await codeOf(() => formatNote({ text: bad, signatures }))).to.equal(
        'transparency/note',
      )
    }
    expect(await codeOf(() => formatNote({ text, signatures: [] }))).to.equal('transparency/note')
  })

  it('have one spelling: what is accepted is what would be written', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(), fc.constantFrom('', ' ', '\n', '=', 'é', '—'), async (at, put) => {
        const note = `${text}\n${peterLine}${enochLine}`
        const where = at % note.length
        const mangled = note.slice(0, where) + put + note.slice(where + 1)
        const code = await codeOf(() => {
          expect(formatNote(parseNote(mangled))).to.equal(mangled)
        })
        expect(code).to.be.oneOf(['nothing was refused', 'transparency/note'])
      }),
    ))
})

describe('addSignatures', () => {
  const note = `${text}\n${peterLine}`

  it('adds below, and keeps the octets above', () => {
    expect(addSignatures(note, enochLine)).to.equal(note + enochLine)
  })

  it('replaces what the same key signed before', () => {
    const newer = formatSignatureLine({
      name: 'PeterNeumann',
      keyId: 'c74f20a3',
      signature: new Uint8Array(64),
    })
    expect(addSignatures(note + enochLine, newer)).to.equal(`${text}\n${enochLine}${newer}`)
  })

  it('refuses lines that are none, and a note grown too long', async () => {
    for (const lines of ['', '\n', peterLine + peterLine, `${enochLine}\n`, 'hello\n']) {
      expect(await codeOf(() => addSignatures(note, lines))).to.equal('transparency/note')
    }
  })
})
