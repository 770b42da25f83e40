import type { DraftContent } from '#crypto/drafts/draft-version.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { documentOf } from '../core/drafting/document-of.js'
import { readPackage } from '../core/packages/open-package.js'
import type { Session } from '../core/session/session.js'
import { diskDocument } from '../files/disk-document.js'
import { marksOf } from './options/marks-options.js'
import { readForm } from './options/read-form.js'
import { type PackageOptions, templateOf } from './options/read-package-options.js'

const EMPTY: Omit<DraftContent, 'title'> = {
  to: [],
  template: null,
  form: {},
  documents: [],
  urgency: 'routine',
  case: null,
  inReplyTo: null,
  notBefore: null,
  expires: null,
  marks: { tlp: null, classification: null },
}

/** What the options make of a draft: they replace what they name and leave the rest. */
export async function draftContent(
  session: Session,
  options: PackageOptions,
  before?: DraftContent,
): Promise<DraftContent> {
  const { title, to, template, form, attach, urgency, inReplyTo, expires, notBefore } = options
  const from = before ?? { ...EMPTY, title: title ?? untitled(options) }
  const digester = (length: number) => session.platform.digester(length)
  return {
    ...from,
    ...(title !== undefined && { title }),
    ...(to && { to }),
    ...(template !== undefined && { template: templateOf(template) }),
    ...(form !== undefined && (await filled(form, template, from))),
    ...(attach && {
      documents: await Promise.all(
        attach.map(async (path) => documentOf(await diskDocument(path), digester)),
      ),
    }),
    ...(urgency && { urgency }),
    ...(inReplyTo && (await answerTo(session, inReplyTo))),
    ...(options.case && { case: options.case }),
    ...(expires !== undefined && { expires: new Date(expires).toISOString() }),
    ...(notBefore !== undefined && { notBefore: new Date(notBefore).toISOString() }),
    marks: marksOf(options, from.marks),
  }
}

const untitled = ({ template, to = [] }: PackageOptions): string =>
  [template?.split('@')[0] ?? 'Untitled', ...(to.length === 0 ? [] : ['to', to.join(', ')])]
    .join(' ')
    .slice(0, 200)

/** A form in a file says its template by itself, or is of the one that the draft has. */
const filled = (
  path: string,
  named: string | undefined,
  { template }: Pick<DraftContent, 'template'>,
) => readForm(path, named ?? (template === null ? undefined : `${template.id}@${template.version}`))

/** An answer stands in the case of what it answers. */
async function answerTo(session: Session, id: PackageId) {
  const { manifest, record } = await readPackage(session, id)
  return { case: manifest.case, inReplyTo: { package: id, header: record.header.digest } }
}
