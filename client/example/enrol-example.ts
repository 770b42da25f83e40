import { randomBytes } from 'node:crypto'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DAY_MS } from '#crypto/clock/durations.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { approveEnrolment } from '../core/enrolment/decide-enrolment.js'
import { inviteAuthority } from '../core/enrolment/invite-authority.js'
import { waitingEnrolments } from '../core/enrolment/waiting-enrolments.js'
import type { Operator } from '../core/operations/operator.js'
import { beginEnrolment } from '../keystore/begin-enrolment.js'
import { completeEnrolment } from '../keystore/complete-enrolment.js'
import { enrolmentFiles, type EnrolmentPlace } from '../keystore/enrolment-folder.js'
import { operatorAt } from '../keystore/operator-at.js'
import { httpRelay } from '../transport/http-relay.js'
import type { ExampleAuthority } from './authorities.js'

export type Place = { readonly data: string; readonly origin: string; readonly relayId: string }

const now = () => new Date()

/**
 * Enrols one example authority as any other is, playing both its own part and the operator's, who does not
 * have to telephone. Each officer's home is ready to use, with a random passphrase in a file beside the
 * keystore: convenient for trying, wrong for anything else.
 *
 * Every step may be repeated, so a start that was cut off is completed by the next one.
 */
export async function enrolExample(authority: ExampleAuthority, place: Place): Promise<void> {
  const { data, origin } = place
  const relay = { id: AuthorityId.parse(place.relayId), origin }
  const own: EnrolmentPlace = {
    folder: join(data, authority.data.authority),
    homes: authority.officers.map(({ home }) => join(data, home)),
    trust: join(data, 'trust.json'),
    relay,
    passphrase: passphraseOf,
    passphraseFile: 'passphrase',
  }
  const files = enrolmentFiles(own)
  if ((await files.publication()) === undefined && (await files.identity()) === undefined) {
    const operator = await operatorAt(join(data, 'operator'), own.trust, relay)
    await applyAndApprove(authority, own, operator)
  }
  await completeEnrolment(own, httpRelay, now)
}

async function applyAndApprove(
  { data, officers }: ExampleAuthority,
  own: EnrolmentPlace,
  operator: Operator,
): Promise<void> {
  const at = now()
  const invited = {
    authority: data.authority,
    name: (data.names['en'] ?? data.authority).slice(0, 64),
  }
  const invitation =
    (await enrolmentFiles(own).begun())?.invitation ??
    (await inviteAuthority(operator, invited, at, new Date(at.getTime() + DAY_MS)))
  const plan = {
    invitation,
    data,
    officers: officers.map(({ name, roles }) => ({ name, roles })),
    suite: 'x25519' as const,
  }
  const relay = httpRelay(operator.relay.origin, undefined, now)
  const { application, fingerprint } = await beginEnrolment(plan, own, () => relay, at)
  const { waiting } = await waitingEnrolments(operator, relay, now())
  const one = waiting.find((each) => each.application.digest === application)
  // Else it was approved before this start.
  if (one !== undefined) await approveEnrolment(operator, one, fingerprint, relay, now())
}

/** The passphrase of one example folder: made once, random, and no secret to whoever sees the folder. */
async function passphraseOf(folder: string): Promise<string> {
  const file = join(folder, 'passphrase')
  if (!(await stat(file).catch(() => undefined))) {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(file, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600 })
  }
  return (await readFile(file, 'utf8')).trim()
}
