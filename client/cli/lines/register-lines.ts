import type { Register, RegisterEntry } from '../../case/register/register-entry.js'
import { oneLine } from './one-line.js'

const ENDED: readonly RegisterEntry['state'][] = ['fulfilled', 'released', 'replaced', 'void']

/** What still binds, or might. */
export const isOpen = ({ state }: RegisterEntry): boolean => !ENDED.includes(state)

/** A register for people: who owes what to whom, how that stands, and on what evidence it rests. */
export function registerLines({ entries, approvals, ignored }: Register): readonly string[] {
  return [
    ...entries.flatMap((entry) => {
      const { id, kind, what, text, number, bound, owedTo, until, state, history } = entry
      const evidence = history.at(-1)?.evidence.slice(0, 12) ?? ''
      const day = until === null ? '' : `, until ${until}`
      return [
        `${id}  ${state}${day}`,
        `    ${oneLine([kind, what, number === null ? null : `no. ${number}`].filter(Boolean).join(', '))}: owed by ${bound} to ${owedTo} · ${evidence}`,
        ...said(text),
      ]
    }),
    ...approvals.flatMap(({ of, to, by, givenTo, until, terms, evidence }) => [
      `${of} may be passed on by ${givenTo} to ${to}${until === null ? '' : ` until ${until}`}, says ${by} · ${evidence.slice(0, 12)}`,
      ...said(terms),
    ]),
    ...ignored.map(
      ({ package: pkg, entry, code }) => `✗ ${pkg} about ${oneLine(entry)} does not count: ${code}`,
    ),
  ]
}

const said = (text: string): readonly string[] => (text === '' ? [] : [`    ${oneLine(text)}`])
