import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Role } from '#crypto/directory/officer-credential.js'
import { OfficerCredential } from '#crypto/directory/officer-credential.js'
import { plainText } from '#crypto/fields/fields.js'
import type { Suite } from '#crypto/keys/algorithms.js'
import { AuthorityFile } from '../../core/directory/authority-file.js'
import { ClientError } from '../../core/client-error.js'
import type { Enrolment } from '../../core/enrolment/enrol-authority.js'
import { writeDurably } from '../../files/write-durably.js'
import { beginEnrolment, type EnrolmentPlan } from '../../keystore/begin-enrolment.js'
import {
  enrolmentFiles,
  type EnrolmentPlace,
  readFileAs,
  trustAtPath,
} from '../../keystore/enrolment-folder.js'
import { readPresented } from '../../keystore/read-presented.js'
import { askNewPassphrase, askPassphrase } from '../ask-passphrase.js'
import type { CommandContext } from '../command-context.js'
import { enrolmentPlace } from '../enrolment-place.js'
import { octetsIn } from '../offline-files.js'
import { reachOf } from '../reach-of.js'
import { terminalOf } from '../terminal-of.js'

export async function enrolBegin(context: CommandContext): Promise<void> {
  const { options, global } = context
  const officers = [options['officer'] ?? []].flat().map((text) => officerIn(String(text)))
  if (officers[0]?.roles.includes('admin') !== true) {
    throw new ClientError(
      'usage',
      'the first officer is no admin',
      'Somebody has to keep the vault.',
    )
  }
  const kept = enrolmentFiles(enrolmentPlace(context, 1))
  // Begun before: the passphrase is the one of then.
  const isNew = (await kept.identityKey()) === undefined && (await kept.identity()) === undefined
  const askNew: typeof askPassphrase = (file, question) =>
    askNewPassphrase(file, question, global.leakedPasswords)
  const ask = isNew ? askNew : askPassphrase
  const place = enrolmentPlace(context, officers.length, ask)
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
  await writeDurably(place.trust, await octetsIn(trust))
  const now = () => new Date()
  const reach = await reachOf(context)
  const relay = (origin: string) => reach(origin, undefined, now)
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
  const passphrase = () => place.passphrase(place.folder)
  const given =
    typeof certificate === 'string'
      ? await readPresented(certificate, typeof key === 'string' ? key : undefined, passphrase)
      : undefined
  if (given?.key === undefined) {
    const remedy = 'Give --certificate and --key, or a PKCS#12 file that holds both.'
    throw new ClientError('usage', 'a certificate needs its key', remedy)
  }
  return { presented: { chain: given.chain, key: given.key } }
}

const textIn = async (path: string) => new TextDecoder().decode(await octetsIn(path))

/** `Alma Reyes:admin,case`. */
function officerIn(text: string): Enrolment['officers'][number] {
  const [, written = '', list = ''] = /^(.+):([^:]+)$/.exec(text) ?? []
  const name = OfficerCredential.shape.name.safeParse(plainText(written))
  const roles = list.split(',').map((one) => Role.safeParse(one.trim()))
  const known = roles.flatMap((role) => (role.success ? [role.data] : []))
  if (name.success && known.length === roles.length) return { name: name.data, roles: known }
  throw new ClientError(
    'usage',
    `“${text}” names no officer with roles`,
    `Such as "Alma Reyes:admin,case"; roles are ${Role.options.join(', ')}.`,
  )
}
