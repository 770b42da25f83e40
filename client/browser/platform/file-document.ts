import { ClientError } from '../../core/client-error.js'
import type { DocumentSource } from '../../core/ports.js'

/** As browsers name types, a file may have none; these are asked for often. */
const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  txt: 'text/plain',
  xml: 'application/xml',
  json: 'application/json',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  zip: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** The media type of a file: the browser's word where it fits the form, else by its ending. */
export function mediaTypeOf({ name, type }: Pick<File, 'name' | 'type'>): string {
  if (/^[a-z0-9!#$&^_.+-]{1,63}\/[a-z0-9!#$&^_.+-]{1,63}$/.test(type)) return type
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return TYPES[ending] ?? 'application/octet-stream'
}

/** A file that a person has chosen, as a document to send. It is read when it is sealed, and not before. */
export function fileDocument(file: File): DocumentSource {
  return {
    name: file.name.normalize('NFC'),
    mediaType: mediaTypeOf(file),
    length: file.size,
    async *read() {
      try {
        for await (const chunk of file.stream()) yield chunk
      } catch (cause) {
        throw new ClientError(
          'file-unreadable',
          'a chosen file cannot be read any more',
          'Choose it again: it may have been changed, moved or removed.',
          { cause },
        )
      }
    },
  }
}
