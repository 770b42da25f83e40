import { EntryFilter } from '#crypto/directory/entry-filter.js'
import { ClientError } from '../../core/client-error.js'
import type { CommandContext } from '../command-context.js'

/** What the options of a command seek in the directory. @throws ClientError `usage` */
export function entryFilter({ options }: CommandContext): EntryFilter {
  const { state, instrument, language, search } = options
  const filter = EntryFilter.safeParse({
    state: typeof state === 'string' ? state.toUpperCase() : state,
    function: options['function'],
    instrument,
    language,
    search,
  })
  if (filter.success) return filter.data
  const [option = ''] = filter.error.issues[0]?.path ?? []
  throw new ClientError(
    'usage',
    `--${String(option)} has another form than expected`,
    'See: rogatory directory list --help',
  )
}
