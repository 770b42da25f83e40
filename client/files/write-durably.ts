import { diskSink } from './disk-sink.js'

/**
 * Writes a small file of ours, replacing what is there unless told otherwise: after a crash it holds the
 * old content or the new, never a mixture.
 *
 * @throws ClientError `file-unwritable`; `file-exists` with `replace` false
 */
export async function writeDurably(
  path: string,
  content: string | Uint8Array,
  { replace = true }: { readonly replace?: boolean } = {},
): Promise<void> {
  const sink = await diskSink(path, { replace })
  try {
    // A copy: a sink takes octets over.
    await sink.write(
      typeof content === 'string' ? new TextEncoder().encode(content) : content.slice(),
    )
    await sink.commit()
  } catch (error) {
    await sink.discard()
    throw error
  }
}
