import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { NamedSession } from '#server/contract/session-wire.js'
import type { AccessSession } from '../core/session/access-session.js'
import { newSession } from '../core/session/new-session.js'
import { writeDurably } from '../files/write-durably.js'

const FILE = 'session.json'

/**
 * The session of a home: commands that follow one another share it, as long as the relay lets it go on. Its name
 * opens nothing without the keys. A home that cannot be written to has one for each command.
 *
 * @param isAttended - whether somebody typed the passphrase: else the next session begins by itself.
 */
export function sessionAt(home: string, isAttended: boolean): AccessSession {
  const path = join(home, FILE)
  let ours: NamedSession | undefined
  const kept = async () => {
    const text = await readFile(path, 'utf8').catch(() => '')
    return NamedSession.safeParse(asJson(text)).data
  }
  async function keep(session: NamedSession): Promise<NamedSession> {
    ours = session
    await writeDurably(path, JSON.stringify(session)).catch(() => undefined)
    return session
  }
  return {
    goesOn: !isAttended,
    named: async () => (ours ??= (await kept()) ?? (await keep(newSession('command')))),
    async next(over) {
      const now = await kept()
      // Another command has begun it already.
      if (now !== undefined && now.id !== over.id) return (ours = now)
      return keep(newSession('command', over.client))
    },
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
