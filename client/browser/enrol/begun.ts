import { z } from 'zod'
import { Role } from '#crypto/directory/officer-credential.js'
import { AuthorityFile } from '../../core/directory/authority-file.js'
import { EnrolmentPublication } from '../../core/enrolment/enrol-authority.js'
import type { Database } from '../../keystore/indexed-db/database.js'

/** Files of an enrolment as they are saved, each sealed under the passphrase that was chosen at its beginning. */
const Prepared = z.strictObject({
  operational: z.string(),
  officer: z.string(),
  identity: z.instanceof(Uint8Array<ArrayBuffer>),
  publication: EnrolmentPublication,
})

/** An enrolment that was begun in this browser, kept before anything of it is sent. */
export const Begun = z.strictObject({
  invitation: z.string(),
  application: z.string(),
  data: AuthorityFile,
  officer: z.strictObject({ name: z.string(), roles: z.array(Role) }),
  /** The trust list, as the file has it. */
  trust: z.string(),
  /** PKCS#8, sealed. */
  identityKey: z.string(),
  /** Undefined until the certificate is there. */
  prepared: Prepared.optional(),
})
export type Begun = z.infer<typeof Begun>

const KEY = 'begun'

/** One at a time: a browser belongs to one authority. */
export const enrolments = (database: Database) => ({
  async read(): Promise<Begun | undefined> {
    const kept = await database.get('enrolments', KEY)
    return kept === undefined ? undefined : Begun.parse(kept)
  },
  keep: (begun: Begun) => database.put('enrolments', KEY, begun),
  forget: () => database.remove('enrolments', KEY),
})
