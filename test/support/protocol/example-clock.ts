import { toUtf8 } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { canonicalize } from '#crypto/canonical/canonicalize.js'
import { nameClock } from '#crypto/clock/name-clock.js'
import { signClock } from '#crypto/clock/sign-clock.js'
import { entrySealingKey } from '#crypto/directory/entry-key.js'
import { sealEnvelope } from '#crypto/envelope/seal-envelope.js'
import { Manifest } from '#crypto/package/manifest.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { after, NOW } from '#test/support/world/moments.js'
import type { exampleNetwork } from './example-network.js'

type Network = Pick<
  Awaited<ReturnType<typeof exampleNetwork>>,
  'registrar' | 'sender' | 'recipient'
>

const DAY = 24 * 3600

/** The recipient has its relay watch the 30 days in which a decision on the request of the examples is due. */
export async function exampleClock(
  { registrar, sender, recipient }: Network,
  { manifest, started }: { readonly manifest: string; readonly started: string },
) {
  const { salt, ...content } = Manifest.parse((await readStatement(manifest)).payload)
  const about = {
    kind: 'decision',
    authority: recipient.entry.payload.authority,
    counterpart: sender.entry.payload.authority,
    package: content.package,
  }
  const detail = {
    kind: about.kind,
    counterpart: about.counterpart,
    package: about.package,
    instrument: 'UNTOC',
    count: 30,
    unit: 'days',
  }
  const clock = await nameClock(salt, about)
  const key = await entrySealingKey(recipient.entry, NOW)
  return {
    'clock-name': { ...about, salt, clock },
    'clock-detail': detail,
    clock: await signClock(
      {
        clock,
        revision: 1,
        authority: about.authority,
        case: content.case,
        evidence: await digestOf(started),
        state: 'running',
        due: after(NOW, 30 * DAY).toISOString(),
        warnings: [after(NOW, 23 * DAY).toISOString(), after(NOW, 28 * DAY).toISOString()],
        detail: await sealEnvelope(toUtf8(canonicalize(detail)), [key]),
        declared: NOW.toISOString(),
      },
      registrar.key,
    ),
  }
}
