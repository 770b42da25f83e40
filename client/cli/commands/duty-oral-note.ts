import { OralChannel, OralNote } from '../../core/duty/oral-request.js'
import { ClientError } from '../../core/client-error.js'
import { noteOralRequest } from '../../core/duty/note-oral-request.js'
import type { CommandContext } from '../command-context.js'
import { localTime } from '../options/local-time.js'
import { officerSession } from '../officer-session.js'
import { readTime } from '../options/read-time.js'
import { terminalOf } from '../terminal-of.js'

export async function dutyOralNote(context: CommandContext): Promise<void> {
  const { from, to, person, channel, asked, at, within, warn } = context.options
  if ((from === undefined) === (to === undefined)) throw usage('needs --from or --to, and not both')
  const said = OralNote.pick({ direction: true, counterpart: true, channel: true }).safeParse({
    direction: from === undefined ? 'made' : 'received',
    counterpart: from ?? to,
    channel,
  })
  if (!said.success) {
    throw usage(`needs an authority such as xb.pgo, and one of ${OralChannel.options.join(', ')}`)
  }
  const session = await officerSession(context)
  const when = at === undefined ? session.platform.now() : readTime('--at', at)
  const noted = await noteOralRequest(
    session,
    { ...said.data, person: String(person), asked: String(asked), at: when.toISOString() },
    { within: Number(within), warn: Number(warn) },
  )
  const { direction, counterpart } = said.data
  const who = direction === 'received' ? counterpart : 'your authority'
  terminalOf(context).result({ ...noted }, [
    noted.already ? `noted before  ${noted.oral}` : `noted  ${noted.oral}`,
    `${who} is to confirm it in writing by ${localTime(noted.due)}`,
    direction === 'received'
      ? `When it has come: rogatory duty oral confirm ${noted.oral.slice(0, 12)} PACKAGE`
      : `Confirm it with: rogatory send --confirms ${noted.oral.slice(0, 12)} …`,
  ])
}

const usage = (message: string) =>
  new ClientError('usage', message, 'See: rogatory duty oral note --help')
