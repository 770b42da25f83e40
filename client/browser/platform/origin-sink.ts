import { ClientError } from '../../core/client-error.js'
import type { DocumentSink } from '../../core/ports.js'

/**
 * A file of the origin's private file system, or one that a person has chosen: what is written is there
 * under its name only after `commit`, as the browser promises of such streams.
 *
 * @throws {@link ClientError} `file-unwritable`, such as when the disk is full.
 */
export async function originSink(
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<DocumentSink> {
  const handle = await folder.getFileHandle(name, { create: true }).catch(orUnwritable)
  return fileSink(handle)
}

/** The same for a file that is there. */
export async function fileSink(handle: FileSystemFileHandle): Promise<DocumentSink> {
  const stream = await handle.createWritable().catch(orUnwritable)
  return {
    write: (chunk) => stream.write(chunk as Uint8Array<ArrayBuffer>).catch(orUnwritable),
    commit: () => stream.close().catch(orUnwritable),
    discard: () => stream.abort().catch(() => undefined),
  }
}

function orUnwritable(cause: unknown): never {
  throw new ClientError(
    'file-unwritable',
    'the file cannot be written',
    'Check that there is space on the disk, then try again.',
    { cause },
  )
}
