import type { PartId } from '#crypto/fields/fields.js'
import { INVALID, malformed, MAX_XML_LENGTH } from './parse-xml.js'

/** A text that is to be translated, by the item of the hand-off that it is. */
export type XliffSource = {
  readonly item: PartId
  readonly name: string
  readonly text: string
  readonly pair: { readonly from: string; readonly to: string }
}

export const XLIFF_NAMESPACE = 'urn:oasis:names:tc:xliff:document:2.0'

/** The units of a text: its lines that say something, with their places. */
export function unitsOf(text: string): readonly { readonly id: string; readonly source: string }[] {
  return text
    .split('\n')
    .flatMap((source, i) => (source.trim() === '' ? [] : { id: `u${i + 1}`, source }))
}

/**
 * Writes a text as XLIFF 2.1 (OASIS) for a translator's tool: one unit a line, by the number of the line.
 *
 * @throws ClientError `xliff-malformed` for a text that XML cannot hold, or has nothing to translate.
 */
export function writeXliff({ item, name, text, pair }: XliffSource): string {
  const plain = text.replace(/\r\n?/g, '\n')
  if (INVALID.test(plain)) throw malformed('the source has characters that XML cannot hold')
  const units = unitsOf(plain)
  if (units.length === 0) throw malformed('the source has no text')
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="${XLIFF_NAMESPACE}" version="2.1" srcLang="${pair.from}" trgLang="${pair.to}">`,
    `  <file id="${item}" original="${escaped(name)}">`,
    ...units.map(
      ({ id, source }) =>
        `    <unit id="${id}"><segment id="s1"><source xml:space="preserve">${escaped(source)}</source></segment></unit>`,
    ),
    '  </file>',
    '</xliff>',
    '',
  ]
  const xml = lines.join('\n')
  if (xml.length > MAX_XML_LENGTH) throw malformed('the source is longer than 16 MiB')
  return xml
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}
const escaped = (text: string) => text.replace(/[&<>"]/g, (one) => ESCAPES[one] ?? one)
