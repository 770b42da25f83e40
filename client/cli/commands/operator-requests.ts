import { spokenFingerprint } from '#crypto/directory/spoken-fingerprint.js'
import {
  type WaitingEnrolment,
  waitingEnrolments,
} from '../../core/enrolment/waiting-enrolments.js'
import type { CommandContext } from '../command-context.js'
import { localTime } from '../options/local-time.js'
import { operatorOf, verifiedOne } from '../options/operator-of.js'
import { table } from '../lines/table.js'
import { terminalOf } from '../terminal-of.js'

export async function operatorRequests(context: CommandContext): Promise<void> {
  const { operator, relay } = await operatorOf(context)
  const { waiting, doubtful } = await waitingEnrolments(operator, relay, new Date())
  const requests = waiting.map(described)
  terminalOf(context).result({ requests, doubtful }, [
    ...(requests.length === 0 && doubtful.length === 0 ? ['Nothing waits.'] : []),
    ...(requests.length === 0
      ? []
      : table(
          ['id', 'authority', 'name', 'asks with'],
          requests.map(({ id, authority, name, kind }) => [id, authority, name, kind]),
        )),
    ...doubtful.map(
      ({ digest, authority, code, message }) =>
        `✗ ${digest}  ${authority ?? '?'}: does not verify (${code}): ${message}`,
    ),
  ])
}

export async function operatorShow(context: CommandContext, id: string): Promise<void> {
  const shown = described(await verifiedOne(await operatorOf(context), id))
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
