import { spokenFingerprint } from '#crypto/directory/spoken-fingerprint.js'
import { type WaitingEnrolment, waitingEnrolments } from '../../core/decide-enrolment.js'
import type { CommandContext } from '../command-context.js'
import { localTime } from '../local-time.js'
import { operatorOf, waitingOne } from '../operator-of.js'
import { table } from '../table.js'
import { terminalOf } from '../terminal-of.js'

export async function operatorRequests(context: CommandContext): Promise<void> {
  const { operator, relay } = await operatorOf(context)
  const waiting = (await waitingEnrolments(operator, relay, new Date())).map(described)
  terminalOf(context).result(
    { requests: waiting },
    waiting.length === 0
      ? ['Nothing waits.']
      : table(
          ['id', 'authority', 'name', 'asks with'],
          waiting.map(({ id, authority, name, kind }) => [id, authority, name, kind]),
        ),
  )
}

export async function operatorShow(context: CommandContext, id: string): Promise<void> {
  const shown = described(await waitingOne(await operatorOf(context), id))
  terminalOf(context).result(shown, [
    `application  ${shown.id}`,
    `authority    ${shown.authority}`,
    `name         ${shown.name}`,
    `asks with    a ${shown.kind}`,
    `declared     ${localTime(shown.declared)}`,
    `fingerprint  ${shown.fingerprint}`,
    'Call the authority at a number you knew before; let it read the fingerprint to you.',
  ])
}

function described({ invitation, application }: WaitingEnrolment) {
  const { authority, identity, declared } = application.payload
  return {
    id: application.digest,
    authority,
    name: invitation.payload.name,
    kind: identity.kind,
    declared,
    fingerprint: spokenFingerprint(application.digest),
  }
}
