import type { AssignmentNotice } from '#server/contract/assignment-wire.js'
import { isMine } from '../../core/assignments/case-holder.js'
import { caseHolders } from '../../core/assignments/case-holders.js'
import { assignedTo, holderWords } from '../lines/holder-words.js'
import { localTime } from '../options/local-time.js'
import { noticeLine } from '../lines/notice-line.js'
import { officerSession } from '../officer-session.js'
import type { CommandContext } from '../command-context.js'
import { terminalOf } from '../terminal-of.js'
import { watchEvents } from '../../core/session/watch-events.js'

export async function watch(context: CommandContext): Promise<void> {
  const terminal = terminalOf(context)
  const { after, count } = context.options
  const session = await officerSession(context)
  let left = count === undefined ? Infinity : Number(count)

  const tellAssignment = async ({ case: id }: AssignmentNotice) => {
    const holder = (await caseHolders(session, new Set([id]))).get(id)
    terminal.result({ case: id, assigned: assignedTo(holder) }, [
      `case ${id}: ${isMine(session, holder) ? 'you have it' : holderWords(holder)}`,
    ])
  }
  await new Promise<void>((resolve, reject) => {
    watchEvents(session, Number(after), {
      onConnection: (state) =>
        terminal.note(
          state === 'connected' ? 'connected; Ctrl-C ends' : 'connection lost; trying again',
        ),
      onNotice: (notice) =>
        terminal.result(notice, [`${localTime(notice.at)}  ${noticeLine(notice)}`]),
      onDraft: ({ draft, version, change }) => {
        terminal.result({ draft, version, change }, [
          `draft ${draft}  version ${version} ${change}`,
        ])
      },
      onAssignment: (notice) => {
        void tellAssignment(notice).catch(reject)
      },
      onEvent: (event) => {
        if (left <= 0) return
        const { package: pkg, code, time, recipient } = event.evidence.payload
        terminal.result({ package: pkg, code, time, recipient, digest: event.evidence.digest }, [
          `${localTime(time)}  ${code.padEnd(3)}  ${event.meaning.padEnd(34)}  ${pkg}`,
        ])
        left -= 1
        if (left <= 0) resolve()
      },
      onEnd: reject,
    }).then((subscription) => {
      process.once('SIGINT', () => {
        subscription.close()
        resolve()
      })
    }, reject)
  })
  process.exit(0)
}
