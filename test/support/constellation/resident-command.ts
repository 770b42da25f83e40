import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { CommandRun } from './command.js'
import type { CommandAnswer, CommandWanted } from './command-host.js'

/** Processes that wait for a command. */
const idle: ChildProcess[] = []

// They have ended, and written down what they covered, when the tests have.
after(() =>
  Promise.all(
    idle.map(async (host) => {
      const ended = once(host, 'exit')
      host.disconnect()
      await ended
    }),
  ),
)

/**
 * Runs a command in a process that has run others before: loading the command's code is a second of a
 * core, most of what a command costs. Commands at the same time have a process each.
 */
export async function residentCommand(wanted: CommandWanted): Promise<CommandRun> {
  const host = idle.pop() ?? start()
  hold(host, true)
  const answered = { isLast: true }
  try {
    return await new Promise<CommandRun>((resolve, reject) => {
      const ended = (code: number | null) => {
        reject(new Error(`the command's process ended with ${code}: ${wanted.words.join(' ')}`))
      }
      host.once('exit', ended)
      host.once('message', ({ isLast: ends, ...ran }: CommandAnswer) => {
        host.off('exit', ended)
        answered.isLast = ends
        resolve(ran)
      })
      host.send(wanted)
    })
  } finally {
    hold(host, false)
    if (host.connected && !answered.isLast) idle.push(host)
  }
}

function start(): ChildProcess {
  const host = fork(join(import.meta.dirname, 'command-host.ts'), {
    execArgv: ['--import', 'tsx', '--conditions=source'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  host.once('exit', () => {
    const at = idle.indexOf(host)
    if (at >= 0) idle.splice(at, 1)
  })
  return host
}

/** Only a command that runs keeps the tests running. */
function hold(host: ChildProcess, isHeld: boolean): void {
  if (isHeld) host.ref()
  else host.unref()
  if (isHeld) host.channel?.ref()
  else host.channel?.unref()
}
