import { ClientError } from '../core/client-error.js'
import { isLatin1 } from './latin-1.js'

/**
 * A one-page PDF 1.4 with a few lines of text: small, valid, made here so that nothing is shipped.
 *
 * @throws {@link ClientError} `usage` for a line that is not Latin-1: the font has no other letters.
 */
export function letterPdf(lines: readonly string[]): Uint8Array {
  const foreign = lines.find((line) => !isLatin1(line))
  if (foreign !== undefined) {
    throw new ClientError(
      'usage',
      `a letter has letters of Latin-1 only: “${foreign}”`,
      'Write that line in Latin letters, or attach a document of your own.',
    )
  }
  const escaped = lines.map((line) => line.replace(/[\\()]/g, '\\$&'))
  const content = `BT /F1 12 Tf 72 770 Td 18 TL ${escaped.map((line) => `(${line}) Tj T*`).join(' ')} ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, position) => {
    const offset = text.length
    text += `${position + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}
