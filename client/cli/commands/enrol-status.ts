import { digestOf } from '#crypto/bytes/sha256.js'
import { spokenFingerprint } from '#crypto/directory/spoken-fingerprint.js'
import { enrolmentOutcome } from '../../core/enrolment/enrolment-outcome.js'
import { readInvitation } from '../../core/enrolment/read-invitation.js'
import { begunIn } from '../../keystore/complete-enrolment.js'
import { trustAtPath } from '../../keystore/enrolment-folder.js'
import type { CommandContext } from '../command-context.js'
import { enrolmentPlace } from '../enrolment-place.js'
import { EXIT } from '../exit-codes.js'
import { reachOf } from '../reach-of.js'
import { terminalOf } from '../terminal-of.js'

export async function enrolStatus(context: CommandContext): Promise<void> {
  const place = enrolmentPlace(context, 1)
  const { invitation, application } = await begunIn(place)
  const { relay } = await readInvitation(invitation)
  const now = () => new Date()
  const http = (await reachOf(context))(relay.origin, undefined, now)
  const outcome = await enrolmentOutcome(application, await trustAtPath(place.trust), http, now())
  const digest = await digestOf(application)
  const fingerprint = spokenFingerprint(digest)
  const { state } = outcome
  const reason = outcome.state === 'refused' ? outcome.reason : null
  process.exitCode = { approved: EXIT.done, waiting: EXIT.incomplete, refused: EXIT.refused }[state]
  terminalOf(context).result({ application: digest, fingerprint, state, reason }, [
    `application  ${digest}`,
    `fingerprint  ${fingerprint}`,
    `state        ${state}${reason === null ? '' : `: ${reason}`}`,
  ])
}
