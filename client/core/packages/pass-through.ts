type Octets = Uint8Array
type Visit = (chunk: Octets) => Promise<unknown>

/**
 * Passes octets through a transform, showing each chunk to `before` on its way in and to `after` on
 * its way out. The next chunk is asked for when the one before has been taken in, so a source may
 * fill its buffers again; what comes out waits for `after`, so memory stays what the transform holds.
 *
 * @throws whatever failed first, after the other end has been let go.
 */
export async function passThrough(
  source: AsyncIterable<Octets>,
  transform: TransformStream<Octets, Octets>,
  { before, after }: { readonly before: Visit; readonly after: Visit },
): Promise<void> {
  let failure: { readonly cause: unknown } | undefined
  const failed = (cause: unknown): void => {
    failure ??= { cause }
  }
  const writer = transform.writable.getWriter()
  const reader = transform.readable.getReader()

  async function feed(): Promise<void> {
    try {
      for await (const chunk of source) await Promise.all([before(chunk), writer.write(chunk)])
      await writer.close()
    } catch (error) {
      failed(error)
      await writer.abort(error).catch(failed)
    }
  }

  async function drain(): Promise<void> {
    try {
      for (let read = await reader.read(); !read.done; read = await reader.read()) {
        await after(read.value)
      }
    } catch (error) {
      failed(error)
      await reader.cancel(error).catch(failed)
    }
  }

  await Promise.all([feed(), drain()])
  if (failure !== undefined) throw failure.cause
}
