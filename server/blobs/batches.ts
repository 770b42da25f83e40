/**
 * Gathers small chunks, so that one write call carries many. When the source fails, what had arrived
 * comes out first.
 */
export async function* batches(
  source: AsyncIterable<Uint8Array>,
  minimumBytes: number,
): AsyncGenerator<readonly Uint8Array[]> {
  let batch: Uint8Array[] = []
  let size = 0
  let failure: { readonly error: unknown } | undefined
  try {
    for await (const chunk of source) {
      batch.push(chunk)
      size += chunk.length
      if (size < minimumBytes) continue
      yield batch
      batch = []
      size = 0
    }
  } catch (error) {
    failure = { error }
  }
  if (size > 0) yield batch
  if (failure !== undefined) throw failure.error
}
