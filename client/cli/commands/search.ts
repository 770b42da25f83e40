import { join } from 'node:path'
import { listDrafts } from '../../core/drafting/list-drafts.js'
import { findInIndex, type Found } from '../../core/search/find-in-index.js'
import { textsOfContent } from '../../core/search/index-entry.js'
import { searchFolded } from '../../core/search/search-folded.js'
import { updateIndex } from '../../core/search/update-index.js'
import { diskSearchStore } from '../../files/disk-search-store.js'
import type { CommandContext } from '../command-context.js'
import { localTime } from '../options/local-time.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

/** Searches what this home could decrypt. What is looked for goes nowhere. */
export async function search(context: CommandContext, words: readonly string[]): Promise<void> {
  const text = words.join(' ')
  const { rebuild, limit } = context.options
  const terminal = terminalOf(context)
  const session = await officerSession(context)
  const store = diskSearchStore(join(context.global.home, 'search'))
  const { entries } = await updateIndex(session, store, {
    rebuild: rebuild === true,
    onProgress: (opened) => {
      if (opened % 25 === 0) terminal.note(`${opened} packages opened`)
    },
  })
  const all = findInIndex(entries, text)
  const found = all.slice(0, Number(limit))
  const drafts = await draftsWith(session, text)
  terminal.result(
    { found, drafts, more: all.length - found.length },
    found.length + drafts.length === 0
      ? ['Nothing found in what your authority has sent and received.']
      : [
          ...found.flatMap(lines),
          ...drafts.map(({ draft, title }) => `draft ${draft}  ${title}`),
          ...(all.length > found.length ? [`and ${all.length - found.length} more`] : []),
        ],
  )
}

async function draftsWith(session: Parameters<typeof listDrafts>[0], text: string) {
  const words = searchFolded(text)
    .split(/\s+/)
    .filter((word) => word !== '')
  const drafts = await listDrafts(session)
  return drafts.flatMap(({ draft, head }) => {
    if (head === undefined || words.length === 0) return []
    const hay = searchFolded([draft, ...textsOfContent(head.content)].join('\n'))
    return words.every((word) => hay.includes(word)) ? { draft, title: head.content.title } : []
  })
}

const lines = ({ package: id, box, sender, recipients, submitted, template, matches }: Found) => [
  `${id}  ${box === 'inbox' ? `from ${sender}` : `to ${recipients.join(', ')}`}  ${localTime(submitted)}  ${template ?? 'not opened'}`,
  ...matches.map(({ at, text }) => `    ${at}: ${text.replace(/\s+/g, ' ').slice(0, 120)}`),
]
