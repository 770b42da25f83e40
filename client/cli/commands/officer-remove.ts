import { z } from 'zod'
import { Revocation } from '#crypto/directory/revocation.js'
import { removeOfficer } from '../../core/officers/remove-officer.js'
import { authorityFolder } from '../authority-folder.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

const Options = z.object({
  reason: Revocation.shape.reason,
  overlapMinutes: z.number(),
})

export async function officerRemove(context: CommandContext, who: string): Promise<void> {
  const { reason, overlapMinutes } = Options.parse(context.options)
  const session = await officerSession(context)
  const keys = await authorityFolder(context)
  const overlapMs = overlapMinutes * 60_000
  await removeOfficer(session, keys, { who, reason, overlapMs })
  terminalOf(context).result({ officer: who, reason, overlapMinutes }, [
    `removed  ${who}: no access from now on, and no new package opens with the keys they knew`,
    'What they have read and copied before stays readable to them. Packages sealed to the old key',
    `still go through for ${overlapMinutes} minutes; the relay gives them to your officers only.`,
  ])
}
