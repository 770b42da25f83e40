import { readFile } from 'node:fs/promises'
import { parseJson } from '#crypto/canonical/parse-json.js'
import { addOfficer, OfficerPublicKeys } from '../../core/officers/add-officer.js'
import { ClientError } from '../../core/client-error.js'
import { cannotRead } from '../../files/cannot-read.js'
import { authorityFolder } from '../authority-folder.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { readRoles } from '../options/read-roles.js'
import { terminalOf } from '../terminal-of.js'

export async function officerAdd(context: CommandContext): Promise<void> {
  const name = String(context.options['name'])
  const roles = readRoles(context)
  const keys = await readKeys(String(context.options['keys']))
  const session = await officerSession(context)
  const { credentialsKey } = await authorityFolder(context)
  await addOfficer(session, credentialsKey, { name, roles, keys })
  terminalOf(context).result({ name, roles, kid: keys.signing.kid }, [
    `added    ${name} (${roles.join(' ')})`,
    `signs    ${keys.signing.kid}`,
    `opens    ${keys.sealing.kid}`,
    'Let them read both out to you: whoever sent the file may not be who you think.',
  ])
}

async function readKeys(path: string): Promise<OfficerPublicKeys> {
  const text = await readFile(path, 'utf8').catch(cannotRead(path))
  const keys = OfficerPublicKeys.safeParse(parsed(text))
  if (keys.success) return keys.data
  throw new ClientError(
    'usage',
    `${path} holds no public keys of an officer`,
    'Ask for the file officer.public.json that “rogatory keys create” has written.',
  )
}

function parsed(text: string): unknown {
  try {
    return parseJson(text, { maxBytes: 16 * 1024, maxDepth: 4 })
  } catch {
    return undefined
  }
}
