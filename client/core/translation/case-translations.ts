import type { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import { acceptedLanguages } from '../../templates/pre-flight/accepted-languages.js'
import type { ReadPackage } from '../packages/open-package.js'
import type { Session } from '../session/session.js'
import { type MissingTranslation, missingTranslations } from './missing-translations.js'
import { listHandoffs } from './read-handoff.js'

export type CaseTranslation = MissingTranslation & {
  readonly package: PackageId
  /** Who reads it. */
  readonly reader: AuthorityId
}

/**
 * What of a case is not in a language that its reader takes, by the entries as they stand now, and how far
 * a translation is: of what was sent, for each recipient; of what was received, for the own authority.
 *
 * @throws as `listHandoffs`
 */
export async function caseTranslations(
  session: Session,
  packages: Iterable<ReadPackage>,
): Promise<readonly CaseTranslation[]> {
  const { directory, officer } = session
  const texts: { read: ReadPackage; reader: AuthorityId; accepted: readonly string[] }[] = []
  for (const read of packages) {
    const { sender, recipients } = read.manifest
    const readers =
      sender === officer.authority
        ? recipients.map(({ authority }) => authority)
        : [officer.authority]
    for (const reader of readers) {
      const [to, by] = await Promise.all([directory.current(reader), directory.current(sender)])
      const { urgency } = read.record.header.payload
      texts.push({ read, reader, accepted: acceptedLanguages(to.payload, by.payload, urgency) })
    }
  }
  const missing = (known: Parameters<typeof missingTranslations>[2]) =>
    texts.flatMap(({ read: { manifest }, reader, accepted }) =>
      missingTranslations({ form: manifest.form, documents: manifest.parts }, accepted, known).map(
        (one) => ({ ...one, package: manifest.package, reader }),
      ),
    )
  // Hand-offs are asked for only where there is something to translate.
  if (missing([]).length === 0) return []
  // What does not verify translates nothing.
  const { handoffs } = await listHandoffs(session)
  return missing(
    handoffs.map(({ handoff, derived }) => ({ payload: handoff.payload, state: derived.state })),
  )
}
