import { openDatabase } from '../../keystore/indexed-db/database.js'

type What = 'contacts' | 'clock-rules'

let opened: ReturnType<typeof openDatabase> | undefined
const database = async () => (opened ??= openDatabase())

/** What an officer has brought in or set for themselves in this browser; undefined if never. */
export const broughtBy = async (identity: string, what: What): Promise<unknown> =>
  (await database()).get('brought', [identity, what])

/** Takes the place of what was there. */
export const bring = async (identity: string, what: What, value: unknown): Promise<void> =>
  (await database()).put('brought', [identity, what], value)
