import { parseCheckpoint } from '#crypto/transparency/checkpoint.js'
import { parseNote } from '#crypto/transparency/note.js'
import { logMemoryAt } from '../../keystore/officer-at.js'
import { EXIT } from '../exit-codes.js'
import type { CommandContext } from '../command-context.js'
import { localTime } from '../options/local-time.js'
import { terminalOf } from '../terminal-of.js'

/** What this home remembers of logs, and every breach it has seen. Needs no relay and no passphrase. */
export async function witnessStatus(context: CommandContext): Promise<void> {
  const memory = logMemoryAt(context.global.home)
  const [remembered, breaches] = await Promise.all([memory.all(), memory.breaches()])
  const logs = [...remembered.values()].map((note) => {
    const { origin, size } = parseCheckpoint(parseNote(note).text)
    return { origin, size }
  })
  if (breaches.length > 0) process.exitCode = EXIT.contradicted
  terminalOf(context).result({ logs, breaches }, [
    ...(logs.length === 0 ? ['Nothing is remembered of any log yet.'] : []),
    ...logs.map(({ origin, size }) => `✓ ${origin}  ${size} entries remembered`),
    ...breaches.flatMap(({ breach, origin, seen, remembered: before, shown }) => [
      '',
      `✗ ALARM: ${origin} ${breach}, seen ${localTime(seen)}. What the log signed before:`,
      ...indented(before),
      shown === null ? 'and now: nothing' : 'and what it signed or showed then:',
      ...(shown === null ? [] : indented(shown)),
    ]),
  ])
}

const indented = (note: string) =>
  note
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`)
