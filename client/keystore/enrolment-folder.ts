import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { parseJson } from '#crypto/canonical/parse-json.js'
import { Role } from '#crypto/directory/officer-credential.js'
import { readTrustList, type TrustList } from '#crypto/directory/trust-list.js'
import { AuthorityFile } from '../core/directory/authority-file.js'
import { ClientError } from '../core/client-error.js'
import { cannotRead } from '../files/cannot-read.js'
import { writeDurably } from '../files/write-durably.js'
import type { Profile } from './profile.js'

/** `enrolment.json`: what an enrolment that has begun is completed from. Holds no secret but the invitation. */
export const BegunEnrolment = z.strictObject({
  invitation: z.string(),
  application: z.string(),
  data: AuthorityFile,
  officers: z.array(z.strictObject({ name: z.string(), roles: z.array(Role) })).min(1),
  suite: z.enum(['x25519', 'p256', 'p384']),
})
export type BegunEnrolment = z.infer<typeof BegunEnrolment>

/** Where an authority keeps what is not one officer's, and where each officer's home is. */
export type EnrolmentPlace = {
  readonly folder: string
  /** In the order of the officers; the first is an administrator's. */
  readonly homes: readonly string[]
  readonly trust: string
  /** Where the relay is now, if not where the invitation says. */
  readonly relay?: Profile['relay']
  /** The passphrase for what lies in one of these folders. */
  readonly passphrase: (folder: string) => Promise<string>
  /** Named in the profiles; relative to each home. For systems without people. */
  readonly passphraseFile?: string
}

/** A folder that only its owner reads. */
export const privateFolder = (path: string) => mkdir(path, { recursive: true, mode: 0o700 })

/** The files of an enrolment, each written whole. */
export function enrolmentFiles({ folder }: Pick<EnrolmentPlace, 'folder'>) {
  const at = (name: string) => join(folder, name)
  const textAt = (name: string) => readFile(at(name), 'utf8').catch(() => undefined)
  return {
    begun: async (): Promise<BegunEnrolment | undefined> => {
      const text = await textAt('enrolment.json')
      return text === undefined ? undefined : readFileAs(BegunEnrolment, text, 'enrolment.json')
    },
    keepBegun: (begun: BegunEnrolment) =>
      writeDurably(at('enrolment.json'), `${JSON.stringify(begun)}\n`),
    identityKey: () => textAt('identity-key.pem'),
    keepIdentityKey: (pem: string) => writeDurably(at('identity-key.pem'), pem),
    identity: () => readFile(at('identity.p12')).catch(() => undefined),
    keepIdentity: (p12: Uint8Array) => writeDurably(at('identity.p12'), p12),
    /** The key is in the PKCS#12 file, and need not lie around twice. */
    forgetIdentityKey: () => rm(at('identity-key.pem'), { force: true }),
    publication: () => textAt('publication.json'),
    keepPublication: (text: string) => writeDurably(at('publication.json'), text),
  }
}

/** @throws {@link ClientError} `usage` naming the member that is not as it should be. */
export function readFileAs<T>(schema: z.ZodType<T>, text: string, name: string): T {
  let value: unknown
  try {
    value = parseJson(text, { maxBytes: 1024 * 1024, maxDepth: 12 })
  } catch {
    throw new ClientError('usage', `${name} is not JSON`, 'Correct the file and try again.')
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue === undefined ? '' : ` ${issue.path.join('.')}: ${issue.message}`
  throw new ClientError('usage', `${name} is not as it should be:${where}`, 'Correct it.')
}

/** @throws {@link ClientError} `file-unreadable` */
export async function trustAtPath(path: string): Promise<TrustList> {
  const text = await readFile(path, 'utf8').catch(cannotRead(path, 'Name it with --trust.'))
  return readTrustList(text)
}
