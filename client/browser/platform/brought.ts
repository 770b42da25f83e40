import { openDatabase } from '../../keystore/indexed-db/database.js'

type What = 'contacts' | 'clock-rules'

let opened: ReturnType<typeof openDatabase> | undefined
function database(): ReturnType<typeof openDatabase> {
  opened ??= openDatabase()
  // What did not open is tried anew when it is asked for again.
  opened.catch(() => (opened = undefined))
  return opened
}

/** What an officer has brought in or set for themselves in this browser; undefined if never. */
export const broughtBy = async (identity: string, what: What): Promise<unknown> =>
  (await database()).get('brought', [identity, what])

/** Takes the place of what was there. */
export const bring = async (identity: string, what: What, value: unknown): Promise<void> =>
  (await database()).put('brought', [identity, what], value)

/** Changes what was there, with nobody between; `next` gets undefined where nothing was. */
export const changeBrought = async (
  identity: string,
  what: What,
  next: (before: unknown) => unknown,
): Promise<void> => {
  await (await database()).change('brought', [identity, what], next)
}
