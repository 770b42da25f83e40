import { expect } from 'chai'
import { claimedMediaType } from '#client/core/content/claimed-media-type.js'
import { contentSample } from '#client/core/content/content-sample.js'
import { contradictedClaim } from '#client/core/content/contradicted-claim.js'
import { scanPng } from '#client/example/documents.js'
import { letterPdf } from '#client/files/letter-pdf.js'
import { octetsOf } from '#test/support/octets.js'
import { largeZip, storedZip } from '#test/support/stored-zip.js'

const text = (content: string) => Buffer.from(content, 'utf8')
const octets = (content: string) => Buffer.from(content, 'latin1')
const word = (...more: string[]) =>
  storedZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>', ...named(more) })
const named = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 'x']))
const open = (mediaType: string) => storedZip({ mimetype: mediaType, 'content.xml': '<o/>' })

const ODT = 'application/vnd.oasis.opendocument.text'
const COMPOUND = octets('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and what follows')
const JPEG = octets('\xff\xd8\xff\xe0\0\x10JFIF')
const PROGRAM = octets('MZ\x90\0\x03\0\0\0\x04\0\0\0')
const PDF = Buffer.from(letterPdf(['A letter']))

function claim(
  name: string,
  content: Uint8Array,
  mediaType = 'application/octet-stream',
  by = 700,
) {
  const sample = contentSample()
  for (let at = 0; at < content.length; at += by) sample.take(content.subarray(at, at + by))
  return contradictedClaim(sample.sample(), { name, mediaType })
}

describe('what a document claims to be', () => {
  it('fits the octets of its format', () => {
    for (const [name, content] of [
      ['letter.pdf', PDF],
      ['with-a-mark.pdf', Buffer.concat([text('\ufeff\n'), PDF])],
      ['SCAN.PNG', Buffer.from(scanPng('a'))],
      ['photo.jpeg', JPEG],
      ['fax.tif', octets('II*\0\x08\0\0\0')],
      ['a.webp', octets('RIFF\x10\0\0\0WEBPVP8 ')],
      ['call.mp4', octets('\0\0\0\x20ftypisom')],
      ['call.mp3', octets('\xff\xfb\x90\x64')],
      ['call.wav', octets('RIFF\x10\0\0\0WAVEfmt ')],
      ['interview.wav', octets('RF64\xff\xff\xff\xffWAVEds64')],
      ['old.tar', Buffer.concat([octets('a'.padEnd(257, '\0')), octets('ustar\0')])],
      ['request.docx', word()],
      ['request.docm', word('word/vbaProject.bin')],
      ['under-a-password.docx', COMPOUND],
      ['old.doc', COMPOUND],
      ['rich.doc', text('{\\rtf1 a}')],
      ['request.odt', open(ODT)],
      ['parts.zip', word()],
      ['empty.zip', storedZip({})],
      ['signed.p7m', octets('\x30\x82\x01\x02')],
      ['armoured.p7m', text('-----BEGIN PKCS7-----')],
      ['note.txt', text('Запрос о правовой помощи')],
      ['windows-1251.txt', octets('\xc7\xe0\xef\xf0\xee\xf1\r\n')],
      ['korean.eml', octets('Subject: \x1b$)C\r\n\r\n\x0e0!3*\x0f\r\n')],
      ['of-dos.csv', octets('a;b\r\n1;2\r\n\x1a')],
      ['utf-16.txt', Buffer.from('\ufeffRequest 请求', 'utf16le')],
      ['utf-16-big.xml', Buffer.from('\ufeff<a/>', 'utf16le').swap16()],
      ['empty.txt', text('')],
      ['form.json', text('\ufeff  {"a":1}')],
      ['list.json', text('[1]')],
      ['answer.xml', text('\n<?xml version="1.0"?><a/>')],
      ['proof.rogatory-proof', text('{"format":"x"}')],
      ['of no known kind.xyz', PROGRAM],
      ['without an extension', PROGRAM],
    ] as const) {
      expect(claim(name, content, claimedMediaType(name)), name).to.equal(undefined)
      expect(claim(name, content, claimedMediaType(name), 1), `${name}, by octets`).to.equal(
        undefined,
      )
    }
  })

  it('is contradicted by those of another, whatever their type says', () => {
    for (const [name, content] of [
      ['letter.pdf', PROGRAM],
      ['letter.pdf', text('')],
      ['letter.pdf', Buffer.concat([storedZip({ a: 'x' }), PDF])],
      ['letter.pdf', Buffer.concat([text(' '.repeat(1_024)), PDF])],
      ['scan.png', JPEG],
      ['request.docx', storedZip({ 'word/document.xml': '<w/>' })],
      ['request.docx', word('word/vbaProject.bin')],
      ['table.xlsx', word()],
      ['request.docx', word().subarray(0, -22)],
      ['request.docx', PDF],
      ['request.odt', open('application/vnd.oasis.opendocument.text-template')],
      ['request.odt', storedZip({ 'content.xml': '<o/>', mimetype: ODT })],
      ['request.odt', word()],
      ['parts.zip', octets('PK\x03\x04 and no end')],
      ['parts.zip', text('PK')],
      ['call.mp3', octets('\xff\x1b')],
      ['note.txt', PROGRAM],
      ['note.txt', PDF],
      ['note.txt', text('{\\rtf1 a}')],
      ['utf-16.txt', Buffer.from('\ufeffa\0b', 'utf16le')],
      ['form.json', text('form')],
      ['form.json', text('')],
      ['answer.xml', text('{"a":1}')],
      ['proof.rogatory-proof', PROGRAM],
    ] as const) {
      expect(claim(name, content), name).to.equal('extension')
    }
  })

  it('is its media type, too', () => {
    expect(claim('letter', PROGRAM, 'application/pdf')).to.equal('media-type')
    expect(claim('letter.pdf', PDF, 'image/png')).to.equal('media-type')
    expect(claim('letter.pdf', PDF, 'application/pdf')).to.equal(undefined)
    expect(claim('a', PROGRAM, 'application/vnd.example+json')).to.equal('media-type')
    expect(claim('a', text('{}'), 'application/vnd.example+json')).to.equal(undefined)
    expect(claim('a', text('{}'), 'application/vnd.example+xml')).to.equal('media-type')
    expect(claim('a', PDF, 'application/vnd.example+zip')).to.equal('media-type')
    expect(claim('a', PROGRAM, 'text/x-unknown')).to.equal('media-type')
    expect(claim('a', PROGRAM, 'application/x-unknown')).to.equal(undefined)
  })

  it('is told from beginning and end alone, of archives of any length', () => {
    const long = { 'word/media/scan.png': octetsOf(400_000).toString('latin1') }
    const parts = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }
    expect(claim('a.docx', storedZip({ ...long, ...parts }), undefined, 65_536)).to.equal(undefined)
    expect(claim('a.xlsx', storedZip({ ...long, ...parts }), undefined, 65_536)).to.equal(
      'extension',
    )
    // More names than the end holds: what cannot be told is believed.
    const many = named(Array.from({ length: 2_000 }, (_, i) => `${i}`.padStart(60, 'n')))
    expect(claim('a.docx', storedZip(many), undefined, 65_536)).to.equal(undefined)
  })

  it('is told of archives above 4 GiB, whose directory stands before two further records', () => {
    // The size of the directory fits into the end as it did before; where it begins, or how many files there are, does not.
    for (const size of [undefined, 0xffff_ffff]) {
      expect(claim('a.docx', largeZip(word(), size))).to.equal(undefined)
      expect(claim('a.zip', largeZip(word(), size))).to.equal(undefined)
      expect(claim('a.xlsx', largeZip(word(), size))).to.equal('extension')
      expect(claim('a.docx', largeZip(word('word/vbaProject.bin'), size))).to.equal('extension')
    }
    const unknown = largeZip(word())
    unknown.write('PK\x06\x00', unknown.length - 22 - 20 - 56, 'latin1')
    expect(claim('a.xlsx', unknown), 'of an unknown form').to.equal(undefined)
    expect(claim('a.xlsx', unknown.subarray(-43)), 'no ZIP file').to.equal('extension')
    const cut = Buffer.concat([octets('PK\x03\x04'), unknown.subarray(-42)])
    expect(claim('a.xlsx', cut), 'cut off').to.equal(undefined)
  })

  it('is not told from a directory that is made up', () => {
    const zip = word()
    const end = zip.length - 22
    for (const [what, size, found] of [
      ['that begins in the middle of an entry', 60, 'extension'],
      ['that is longer than the file', 0xffff_fff0, undefined],
      ['that is said elsewhere', 0xffff_ffff, undefined],
    ] as const) {
      const changed = Buffer.from(zip)
      changed.writeUInt32LE(size, end + 12)
      expect(claim('a.docx', changed), what).to.equal(found)
    }
  })
})
