import type { Caller, ClockPage } from '../../contract/wire.js'
import { asClockRecord } from './as-clock-record.js'
import type { ClockFilter, ClockStore } from './clock-store.js'

type Ports = { readonly clocks: Pick<ClockStore, 'list'> }
export type ListClocks = ReturnType<typeof listClocks>

/** The clocks of the caller's authority, by their opaque names, with what each has told. */
export function listClocks({ clocks }: Ports) {
  return async (
    { authority }: Caller,
    query: ClockFilter & { readonly after?: string | undefined; readonly limit: number },
  ): Promise<ClockPage> => {
    const { after, limit, ...filter } = query
    const found = await clocks.list(authority, filter, after, limit + 1)
    const shown = found.slice(0, limit)
    return {
      clocks: shown.map(asClockRecord),
      next: found.length > limit ? (shown.at(-1)?.clock ?? null) : null,
    }
  }
}
