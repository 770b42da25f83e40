import type { HandoffId } from '#crypto/fields/fields.js'
import { actNote } from '../../core/translation/act-note.js'
import { openHandoff } from '../../core/translation/open-handoff.js'
import { readHandoff } from '../../core/translation/read-handoff.js'
import type { CommandContext } from '../command-context.js'
import { handoffLines, handoffSummary } from '../lines/handoff-summary.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

/** Where a hand-off stands, and to whom it was handed: what it is. */
export async function translationShow(context: CommandContext, id: HandoffId): Promise<void> {
  const session = await officerSession(context)
  const open = await readHandoff(session, id)
  const content = open.wire.envelope === null ? undefined : await openHandoff(session, open)
  const items = content?.items.map(({ part, name, length, digest, mediaType }) => ({
    item: part,
    name,
    length,
    digest,
    mediaType,
  }))
  const fields = content?.fields ?? null
  const notes = await actNote.readAll(session, open)
  const said = open.acts.flatMap(({ digest, credential }) => {
    const note = notes.get(digest)
    return note === undefined ? [] : [{ digest, by: credential.payload.name, note }]
  })
  terminalOf(context).result(
    {
      ...handoffSummary(open, session),
      purpose: content?.purpose ?? null,
      items: items ?? [],
      fields: fields && { item: fields.item, values: fields.values },
      notes: said,
    },
    [
      ...handoffLines(open, session),
      ...said.map(({ by, note }) => `note       ${by}: ${note}`),
      ...(content === undefined ? [] : [`purpose    ${content.purpose}`]),
      ...(items ?? []).map(
        ({ item, name, length }) => `item       ${item}  ${name}, ${length} octets`,
      ),
      ...(fields === null
        ? []
        : [`item       ${fields.item}  fields of the form`, JSON.stringify(fields.values)]),
    ],
  )
}
