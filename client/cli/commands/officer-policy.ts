import { setPolicy } from '../../core/directory/set-policy.js'
import { authorityFolder } from '../authority-folder.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

export async function officerPolicy(context: CommandContext): Promise<void> {
  const approvals = Number(context.options['approvals'])
  const session = await officerSession(context)
  const { identity } = await authorityFolder(context)
  await setPolicy(session, identity, { approvals })
  terminalOf(context).result({ approvals }, [
    approvals === 0
      ? 'What your officers send needs no approval from now on.'
      : `What an officer sends needs the approval of ${approvals} other officer(s) from now on.`,
  ])
}
