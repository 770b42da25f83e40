import type { DraftId } from '#crypto/fields/fields.js'
import { inspectPrepared, type PreparedPackage } from '../../core/drafting/inspect-prepared.js'
import { type OpenDraft, readDraft, readDraftVersion } from '../../core/drafting/read-draft.js'
import { writeDurably } from '../../files/write-durably.js'
import type { CommandContext } from '../command-context.js'
import { approvalLines, documentLines } from '../lines/draft-lines.js'
import { localTime } from '../options/local-time.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

export async function draftShow(context: CommandContext, id: DraftId): Promise<void> {
  const { version, out } = context.options
  const session = await officerSession(context)
  const earlier =
    version === undefined ? undefined : await readDraftVersion(session, id, Number(version))
  // What is earlier can be read even where the version in force cannot.
  const read = earlier === undefined ? await readDraft(session, id) : undefined
  const shown = earlier ?? read?.head
  if (shown === undefined) throw new TypeError('a draft has a version in force')
  const pkg = shown.prepared === null ? undefined : await inspectPrepared(session, shown)
  if (typeof out === 'string') {
    await writeDurably(out, `${JSON.stringify(shown.content.form, undefined, 2)}\n`)
  }
  const { asides = [], unreadable = [] } = read ?? {}
  terminalOf(context).result(
    {
      draft: id,
      version: shown.version,
      basis: shown.basis,
      aside: shown.aside,
      act: shown.act,
      by: shown.officer.name,
      declared: shown.declared,
      note: shown.note,
      content: shown.content,
      prepared: pkg === undefined ? null : preparedOf(pkg),
      asides: asides.map((one) => ({
        version: one.version,
        by: one.officer.name,
        basis: one.basis,
      })),
      unreadable,
      versions: read?.versions ?? [],
    },
    [
      ...linesOf(shown),
      ...(pkg === undefined ? [] : approvalLines(pkg)),
      ...asides.map(asideLine),
      ...unreadable.map(
        ({ version: one, problem }) =>
          `! version ${one} is kept aside and does not open (${problem}); give it up with: rogatory draft edit ${id} --resolve theirs`,
      ),
    ],
  )
}

const preparedOf = ({ opened, approvals, needed, valid }: PreparedPackage) => ({
  package: opened.header.payload.package,
  header: opened.header.digest,
  by: opened.credential.payload.name,
  approvals: approvals.map(({ officer, problem }) => ({
    officer: officer?.name ?? null,
    problem: problem ?? null,
  })),
  needed,
  valid,
})

function linesOf({ content, version, officer, declared, act, draft, note }: OpenDraft): string[] {
  const { title, to, template, form, documents, urgency, marks, inReplyTo } = content
  return [
    `draft     ${draft}, version ${version}`,
    `title     ${title}`,
    `last      ${act} by ${officer.name}, ${localTime(declared)}`,
    ...(note === null ? [] : [`note      ${note}`]),
    `to        ${to.join(', ') || 'nobody yet'}`,
    `template  ${template === null ? 'none yet' : `${template.id}@${template.version}`}`,
    `urgency   ${urgency}`,
    ...(marks.tlp === null ? [] : [`marked    ${marks.tlp}`]),
    ...(content.case === null ? [] : [`case      ${content.case}`]),
    ...(inReplyTo === null ? [] : [`answers   ${inReplyTo.package}`]),
    ...(content.notBefore === null ? [] : [`not until ${content.notBefore}`]),
    ...(content.expires === null ? [] : [`expires   ${content.expires}`]),
    '',
    ...JSON.stringify(form, undefined, 2).split('\n'),
    ...documentLines(documents),
  ]
}

const asideLine = ({ version, officer, draft }: OpenDraft) =>
  `! version ${version} by ${officer.name} is kept aside; settle it with: rogatory draft edit ${draft} --resolve`
