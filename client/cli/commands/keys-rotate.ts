import { join } from 'node:path'
import { z } from 'zod'
import { DAY_MS } from '#crypto/clock/durations.js'
import { importOpeningKey } from '#crypto/keys/import-private.js'
import { createCertificateRequest } from '#crypto/pki/create-certificate-request.js'
import { createOfficerKeys } from '../../core/officers/create-officer-keys.js'
import { WARNINGS_DAYS } from '../../core/officers/key-expiry.js'
import { rotateKeys } from '../../core/officers/rotate-keys.js'
import { writeDurably } from '../../files/write-durably.js'
import { authorityFolder } from '../authority-folder.js'
import type { CommandContext } from '../command-context.js'
import { installPresented } from '../install-presented.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

const YEAR_DAYS = 365
const [EARLIEST] = WARNINGS_DAYS

/** `keys rotate` and `keys renew`: the latter also extends the entry, as far as the certificate goes. */
export async function keysRotate(context: CommandContext, name: 'rotate' | 'renew'): Promise<void> {
  const { overlapDays } = z.object({ overlapDays: z.number() }).parse(context.options)
  const session = await officerSession(context)
  const folder = await installPresented(
    context,
    session,
    await authorityFolder(context),
    context.options['certificate'],
  )
  const { authority } = session.officer
  const entry = await session.directory.current(authority)
  const crv = entry.payload.keys.find(({ purpose }) => purpose === 'envelopes')?.jwk.crv
  const suite = crv === 'P-256' ? 'p256' : crv === 'P-384' ? 'p384' : 'x25519'
  const next = await folder.next(async () => (await createOfficerKeys(authority, suite)).content)

  const now = session.platform.now().getTime()
  const certificate = folder.pkcs12.certificate
  const ends = Math.min(now + YEAR_DAYS * DAY_MS, certificate.notAfter.getTime())
  const officers = await rotateKeys(session, {
    next,
    identity: folder.identity,
    overlapMs: overlapDays * DAY_MS,
    ...(name === 'renew' && { validTo: new Date(ends) }),
  })
  await folder.adoptNext()

  const isDue = certificate.notAfter.getTime() - now < EARLIEST * DAY_MS
  const request =
    name === 'renew' && isDue
      ? join(String(context.options['authorityKeys']), 'identity.csr.pem')
      : undefined
  if (request !== undefined) {
    const subject = {
      party: authority,
      name: (entry.payload.names['en'] ?? authority).slice(0, 64),
      state: entry.payload.state,
    }
    await writeDurably(request, await createCertificateRequest(subject, folder.pkcs12.key))
  }
  const { kid } = await importOpeningKey(next.sealingKey)
  terminalOf(context).result({ envelopes: kid, officers, overlapDays, request: request ?? null }, [
    `opens    ${kid} from now on; the keys before ${overlapDays === 0 ? 'have ended' : `serve on for ${overlapDays} days`}`,
    `renewed  credentials of ${officers.join(', ') || 'nobody'}`,
    ...(overlapDays === 0
      ? [
          '         Whom you do not know among them a thief may have vouched for: rogatory officer remove NAME',
        ]
      : []),
    ...(request === undefined
      ? []
      : [
          `request  ${request}: the certificate ends ${certificate.notAfter.toISOString().slice(0, 10)};`,
          '         give it to whoever certifies your authority.',
        ]),
  ])
}
