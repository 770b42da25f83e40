import PDFDocument from 'pdfkit'
import { concat } from '#crypto/bytes/bytes.js'

/** A document of pdfkit, whose only home this folder is. */
export type Document = InstanceType<typeof PDFDocument>

export type DocumentOptions = {
  readonly title: string
  readonly language: string
  readonly at: Date
  readonly fonts: ReadonlyMap<string, Uint8Array>
}

/**
 * An A4 document of the kind PDF/A-3a (ISO 19005-3): tagged, fonts embedded as subsets, an output
 * intent, files attached under it.
 */
export function createDocument({ title, language, at, fonts }: DocumentOptions): Document {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    displayTitle: true,
    lang: language,
    bufferPages: true,
    // None by itself: fonts are those that are registered here.
    font: '',
    info: {
      Title: title,
      Creator: 'Rogatory',
      Producer: 'Rogatory',
      CreationDate: at,
      ModDate: at,
    },
  })
  for (const [name, octets] of fonts) doc.registerFont(name, octets)
  return doc
}

/** Ends a document, and gives its octets. */
export async function octetsOf(doc: Document): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    doc.on('end', resolve)
    doc.on('error', reject)
  })
  doc.end()
  await ended
  return concat(...chunks)
}
