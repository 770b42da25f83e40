import { ClientError } from '../client-error.js'
import { measure } from '../packages/measure.js'
import type { DocumentSource } from '../ports.js'
import type { Session } from '../session/session.js'
import type { PackFile } from './disclosure-index.js'
import type { PackFolder } from './pack-folder.js'

type Replaced = { readonly part: string; readonly original: string | undefined }

/** Copies the redacted version of a document into the pack. @throws ClientError `usage` if it is the original. */
export async function keepRedacted(
  { platform }: Session,
  document: DocumentSource,
  at: string,
  folder: PackFolder,
  { part, original }: Replaced,
): Promise<PackFile> {
  const { sink, path } = await folder.redacted(at, part, document.name)
  const measured = measure(platform.digester(document.length))
  try {
    for await (const chunk of document.read()) {
      await measured.take(chunk)
      // A sink takes octets over.
      await sink.write(chunk.slice())
    }
    const { length, digest } = await measured.result()
    if (digest === original) {
      throw new ClientError(
        'usage',
        `${document.name} is the very document that is withheld`,
        'Name the redacted version of it.',
      )
    }
    await sink.commit()
    return { path, length, digest }
  } catch (error) {
    await sink.discard()
    throw error
  } finally {
    measured.close()
  }
}
