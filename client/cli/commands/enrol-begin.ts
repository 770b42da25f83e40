import { copyFile, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Role } from '#crypto/directory/officer-credential.js'
import type { Suite } from '#crypto/keys/algorithms.js'
import { openIdentityKey } from '#crypto/pki/encrypted-key.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { ClientError } from '../../core/client-error.js'
import type { Enrolment } from '../../core/enrol-authority.js'
import { beginEnrolment, type EnrolmentPlan } from '../../keystore/begin-enrolment.js'
import {
  AuthorityFile,
  type EnrolmentPlace,
  readFileAs,
  trustAtPath,
} from '../../keystore/enrolment-folder.js'
import { httpRelay } from '../../transport/http-relay.js'
import type { CommandContext } from '../command-context.js'
import { enrolmentPlace } from '../enrolment-place.js'
import { octetsIn } from '../offline-files.js'
import { terminalOf } from '../terminal-of.js'

export async function enrolBegin(context: CommandContext): Promise<void> {
  const { options } = context
  const officers = [options['officer'] ?? []].flat().map((text) => officerIn(String(text)))
  if (officers[0]?.roles.includes('admin') !== true) {
    throw new ClientError(
      'usage',
      'the first officer is no admin',
      'Somebody has to keep the vault.',
    )
  }
  const place = enrolmentPlace(context, officers.length)
  const entry = String(options['entry'])
  const plan: EnrolmentPlan = {
    invitation: (await textIn(String(options['invitation']))).trim(),
    data: readFileAs(AuthorityFile, await textIn(entry), entry),
    officers,
    suite: options['suite'] as Suite,
    ...(await presented(context, place)),
  }
  const trust = String(options['trust'])
  await trustAtPath(trust)
  await mkdir(dirname(place.trust), { recursive: true, mode: 0o700 })
  await copyFile(trust, place.trust)
  const now = () => new Date()
  const relay = (origin: string) => httpRelay(origin, undefined, now)
  const { application, fingerprint } = await beginEnrolment(plan, place, relay, now())
  terminalOf(context).result({ application, fingerprint, folder: place.folder }, [
    `application  ${application}`,
    `fingerprint  ${fingerprint}`,
    'Call the operator at a number you knew before, and read the fingerprint out.',
    'Then: rogatory enrol status, and once it is approved: rogatory enrol complete',
  ])
}

async function presented(
  { options }: CommandContext,
  place: EnrolmentPlace,
): Promise<Pick<EnrolmentPlan, 'presented'>> {
  const { certificate, key } = options
  if (certificate === undefined && key === undefined) return {}
  if (typeof certificate !== 'string' || typeof key !== 'string') {
    throw new ClientError('usage', 'a certificate needs its key', 'Give --certificate and --key.')
  }
  const blocks = (await textIn(certificate)).match(
    /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g,
  )
  const chain = (blocks ?? [])
    .map((pem) => readCertificate(pem))
    .filter(({ role }) => role !== 'root')
  const passphrase = await place.passphrase(place.folder)
  return {
    presented: {
      chain: chain.map(({ x5c }) => x5c),
      key: await openIdentityKey(await textIn(key), passphrase),
    },
  }
}

const textIn = async (path: string) => new TextDecoder().decode(await octetsIn(path))

/** `Alma Reyes:admin,case`. */
function officerIn(text: string): Enrolment['officers'][number] {
  const [, name = '', list = ''] = /^(.+):([^:]+)$/.exec(text) ?? []
  const roles = list.split(',').map((one) => Role.safeParse(one.trim()))
  const known = roles.flatMap((role) => (role.success ? [role.data] : []))
  if (name.trim() !== '' && known.length === roles.length)
    return { name: name.trim(), roles: known }
  throw new ClientError(
    'usage',
    `“${text}” names no officer with roles`,
    `Such as "Alma Reyes:admin,case"; roles are ${Role.options.join(', ')}.`,
  )
}
