import mongoose from 'mongoose'

/** What a selection of servers failed of, as the cause of its error: the driver hides it in a description of them all. */
export function withCause(error: unknown): unknown {
  if (!(error instanceof mongoose.Error.MongooseServerSelectionError)) return error
  const { reason } = error as {
    readonly reason?: { readonly servers?: ReadonlyMap<string, { readonly error: Error | null }> }
  }
  const [cause] = [...(reason?.servers?.values() ?? [])].flatMap((server) => server.error ?? [])
  return Object.assign(error, { cause })
}
