import { ClientError } from '../../core/client-error.js'
import { claimedMediaType } from '../../core/content/claimed-media-type.js'
import type { DocumentSource } from '../../core/ports.js'

/** The media type of a file: by its extension, which is the same everywhere; else the browser's word where it fits the form. */
export function mediaTypeOf({ name, type }: Pick<File, 'name' | 'type'>): string {
  const isWellFormed = /^[a-z0-9!#$&^_.+-]{1,63}\/[a-z0-9!#$&^_.+-]{1,63}$/.test(type)
  return claimedMediaType(name) ?? (isWellFormed ? type : 'application/octet-stream')
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
