import { createRequire } from 'node:module'
import { z } from 'zod'
import type { CommandContext } from '../command-context.js'
import { terminalOf } from '../terminal-of.js'

const Package = z.object({ version: z.string() })

/** `rogatory version`: which version of this command it is, as its package says. */
export function version(context: CommandContext): Promise<void> {
  const own = Package.parse(createRequire(import.meta.url)('rogatory/package.json')).version
  terminalOf(context).result({ version: own }, [own])
  return Promise.resolve()
}
