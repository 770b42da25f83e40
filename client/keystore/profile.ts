import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { parseJson } from '#crypto/canonical/parse-json.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { ClientError } from '../core/client-error.js'

const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost']

/** Nothing behind the port; without encryption only to this very machine. */
const Origin = z.url({ protocol: /^https?$/ }).refine((text) => {
  // Asked of what is no address, too.
  if (!URL.canParse(text)) return false
  const { origin, protocol, hostname } = new URL(text)
  return text === origin && (protocol === 'https:' || LOOPBACK.includes(hostname))
}, 'an origin such as https://relay.example')

/**
 * `profile.json` of an officer's home: which relay, and where keystore and trust list lie (paths are
 * relative to the home). `passphraseFile` is for unattended systems and examples; people are asked. `tls` names
 * PEM files: what the relay is shown, and the authorities that are trusted instead of Node's.
 */
export const Profile = z.strictObject({
  relay: z.strictObject({ origin: Origin, id: AuthorityId }),
  keystore: z.string(),
  trust: z.string(),
  passphraseFile: z.string().optional(),
  tls: z
    .strictObject({
      certificate: z.string().optional(),
      key: z.string().optional(),
      authorities: z.string().optional(),
    })
    .optional(),
})
export type Profile = z.infer<typeof Profile>

/** @throws {@link ClientError} `usage` when the home holds no readable profile. */
export async function readProfile(home: string): Promise<Profile> {
  const path = join(home, 'profile.json')
  const remedy = 'Name the officer’s home with --home or ROGATORY_HOME.'
  const text = await readFile(path, 'utf8').catch(() => {
    throw new ClientError('usage', `no profile at ${path}`, remedy)
  })
  const profile = Profile.safeParse(parsed(text))
  if (profile.success) return profile.data
  const [issue] = profile.error.issues
  const where = issue === undefined || issue.path.length === 0 ? '' : ` (${issue.path.join('.')})`
  throw new ClientError('usage', `${path} is not a profile${where}`, remedy)
}

function parsed(text: string): unknown {
  try {
    return parseJson(text, { maxBytes: 64 * 1024, maxDepth: 8 })
  } catch {
    return undefined
  }
}
