import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { ClientError } from '../../core/client-error.js'
import { cannotRead } from '../../files/cannot-read.js'
import { readyScripts } from '../../simulator/ready-scripts.js'
import { Script } from '../../simulator/script.js'
import { simulate as play } from '../../simulator/simulate.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

/** Is a counterpart for training and tests; never let it answer for an authority that has real cases. */
export async function simulate(context: CommandContext): Promise<void> {
  const { options } = context
  const terminal = terminalOf(context)
  const script = await scriptOf(String(options['script']))
  const session = await officerSession(context)
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  process.once('SIGTERM', () => stop.abort())
  let left = options['count'] === undefined ? Infinity : Number(options['count'])
  terminal.note(`${script.name}: ${script.about} Ctrl-C ends.`)
  await play(
    session,
    {
      script,
      after: Number(options['after']),
      onConnection: (state) => terminal.note(state),
      tell: (played) => {
        const { did, template = '', package: pkg = '', request } = played
        terminal.result(played, [`${did.padEnd(12)} ${template.padEnd(24)} ${pkg}  for ${request}`])
        if (did !== 'held') left -= 1
        if (left <= 0) stop.abort()
      },
    },
    stop.signal,
  )
  process.exit(0)
}

async function scriptOf(name: string): Promise<Script> {
  const ready = Object.hasOwn(readyScripts, name) ? readyScripts[name] : undefined
  if (ready !== undefined) return ready
  const remedy = `Name a file, or one of ${Object.keys(readyScripts).join(', ')}.`
  const text = await readFile(name, 'utf8').catch(cannotRead(name, remedy))
  const script = Script.safeParse(parsed(text))
  if (script.success) return script.data
  const [issue] = script.error.issues
  throw new ClientError(
    'usage',
    `${name} is no script: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
    'See docs/templates.md for the form of a script.',
  )
}

/** YAML is JSON's superset, so one reader serves both. */
function parsed(text: string): unknown {
  try {
    return text.length > 1024 * 1024 ? undefined : parse(text, { schema: 'core', maxAliasCount: 0 })
  } catch {
    return undefined
  }
}
