import { concat, toHex, toUtf8 } from '#crypto/bytes/bytes.js'
import type { Document } from './document.js'

/** Octets kept for a signature: a chain of three certificates and one signature of 4096 bits fit twice. */
const ROOM = 12_288
const PLACE = 9_999_999_999

/** Who signs, and when by its own clock: what a reader of the PDF is shown of the signature. */
export type SignatureClaims = {
  readonly name: string
  readonly at: Date
  /** Any font of the document: a form has a default one. */
  readonly font: string
}

/**
 * Puts a signature field (ISO 32000-1 §12.8, PAdES: `ETSI.CAdES.detached`) on the first page, invisible,
 * with room for the signature.
 */
export function addSignatureField(doc: Document, { name, at, font }: SignatureClaims): void {
  const value = doc.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, PLACE, PLACE, PLACE],
    Contents: new Uint8Array(ROOM),
    Name: new String(name),
    M: at,
  })
  value.end()
  const field = doc.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: new String('Signature'),
    V: value,
    // Printed and locked, as PDF/A asks of every annotation; of no size, so it needs no appearance.
    F: 132,
    Rect: [0, 0, 0, 0],
    P: doc.page.dictionary,
  })
  field.end()
  ;(doc.page.annotations as unknown[]).push(field)
  doc.font(font).initForm()
  const { data } = doc._root.data.AcroForm
  data.Fields.push(field)
  // pdfkit asks readers to draw fields anew, which would change what is signed, and PDF/A forbids.
  delete data.NeedAppearances
  Object.assign(data, { SigFlags: 3 })
}

/**
 * Signs a document that has the field: everything in it but the room of the signature itself.
 *
 * @param sign - from the octets that are signed to the DER of a detached CMS signature.
 */
export async function fillSignature(
  pdf: Uint8Array<ArrayBuffer>,
  sign: (content: Uint8Array) => Promise<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> {
  // One character an octet, so that places in the text are places in the file.
  const text = new TextDecoder('latin1').decode(pdf)
  const range = `[0 ${PLACE} ${PLACE} ${PLACE}]`
  const rangeAt = text.indexOf(range)
  const start = text.indexOf(`<${'00'.repeat(ROOM)}>`)
  const end = start + 2 * ROOM + 2
  const signed = pdf.slice()
  const actual = `[0 ${start} ${end} ${pdf.length - end}]`.padEnd(range.length)
  signed.set(toUtf8(actual), rangeAt)
  const signature = await sign(concat(signed.subarray(0, start), signed.subarray(end)))
  if (signature.length > ROOM) throw new RangeError('a signature longer than its room')
  signed.set(toUtf8(toHex(signature)), start + 1)
  return signed
}
