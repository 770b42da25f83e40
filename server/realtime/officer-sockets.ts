type Closable = { disconnect(close: boolean): unknown }

/** So many live connections may one officer's key have to one relay process; the oldest gives way. */
const LIMIT = 8

/** Who is connected, by officer key. */
export function officerSockets<S extends Closable>() {
  const sockets = new Map<string, Set<S>>()
  return {
    add(kid: string, socket: S): void {
      const own = sockets.get(kid) ?? new Set()
      sockets.set(kid, own.add(socket))
      const [oldest] = own
      if (own.size > LIMIT) oldest?.disconnect(true)
    },
    remove(kid: string, socket: S): void {
      const own = sockets.get(kid)
      own?.delete(socket)
      if (own?.size === 0) sockets.delete(kid)
    },
    /** The connections of each key that has any. */
    all: (): readonly (readonly S[])[] => [...sockets.values()].map((own) => [...own]),
  }
}
