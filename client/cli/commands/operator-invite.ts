import { DAY_MS } from '#crypto/clock/durations.js'
import { inviteAuthority } from '../../core/enrolment/invite-authority.js'
import type { CommandContext } from '../command-context.js'
import { authorityIn, operatorOf } from '../options/operator-of.js'
import { terminalOf } from '../terminal-of.js'

export async function operatorInvite(context: CommandContext): Promise<void> {
  const { options } = context
  const { operator } = await operatorOf(context)
  const authority = authorityIn(options['authority'])
  const now = new Date()
  const validTo = new Date(now.getTime() + Number(options['days']) * DAY_MS)
  const invited = { authority, name: String(options['name']) }
  const invitation = await inviteAuthority(operator, invited, now, validTo)
  const terminal = terminalOf(context)
  terminal.note(
    `Good once, until ${validTo.toISOString()}, for whoever has it: hand it over safely.`,
  )
  terminal.result({ invitation, authority, validTo: validTo.toISOString() }, [invitation])
}
