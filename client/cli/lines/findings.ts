import { ClientError } from '../../core/client-error.js'
import type { Examination } from '../../core/packages/examine-draft.js'
import type { Language } from '../../languages/language.js'
import type { FormFinding } from '../../templates/finding.js'
import type { Template } from '../../templates/format.js'
import { sayFinding } from '../../templates/say-finding.js'
import { sayPreFlight } from '../../templates/say-pre-flight.js'
import { readingTexts } from '../../templates/reading-texts.js'
import type { Terminal } from '../terminal.js'

/** A finding as commands print it: `path` is of the form, `recipient` and `entry` of pre-flight. */
export type SaidFinding = {
  readonly severity: 'must' | 'should' | 'note'
  readonly code: string
  readonly path?: string
  readonly recipient?: string
  readonly entry?: string
  readonly text: string
}

export const formFindings = (
  template: Template,
  findings: readonly FormFinding[],
  language: Language,
): readonly SaidFinding[] =>
  findings.map((finding) => ({
    severity: finding.severity,
    code: finding.code,
    ...(finding.path !== '' && { path: finding.path }),
    text: sayFinding(finding, template, language),
  }))

/** All of an examination, `must` first. */
export function saidFindings(
  { template, form, preFlight }: Examination,
  language: Language,
): readonly SaidFinding[] {
  const against = preFlight.map((finding) => ({
    severity: finding.severity,
    code: finding.code,
    recipient: finding.recipient,
    ...(finding.entryField !== null && { entry: finding.entryField }),
    text: sayPreFlight(finding, language),
  }))
  const all = [...formFindings(template, form, language), ...against]
  return [...all].sort((a, b) => rank[a.severity] - rank[b.severity])
}

const rank = { must: 0, should: 1, note: 2 } as const
const sign = { must: '✗', should: '!', note: '·' } as const

/** What `--despite` takes: the code, and its place where there are several. */
export const nameOf = ({ code, path }: SaidFinding): string =>
  path === undefined ? code : `${code}:${path}`

export const findingLines = (
  findings: readonly SaidFinding[],
  language: Language,
): readonly string[] =>
  findings.map((finding) => {
    const { severity, text } = finding
    return `${sign[severity]} ${readingTexts[severity][language]}: ${text}  [${nameOf(finding)}]`
  })

/** Says findings where people look: what forbids or asks to think again is not to be silenced. */
export function tellFindings(
  findings: readonly SaidFinding[],
  language: Language,
  terminal: Terminal,
): void {
  if (terminal.json) return
  for (const finding of findings) {
    const [line = ''] = findingLines([finding], language)
    if (finding.severity === 'note') terminal.note(line)
    else terminal.warn(line)
  }
}

/**
 * Stops at advice that was not answered. What is `must` composing refuses, whatever is said here.
 *
 * @param despite - Codes, with or without their place.
 */
export function requireAnswered(
  findings: readonly SaidFinding[],
  despite: readonly string[],
): void {
  const open = findings.filter(
    (finding) =>
      finding.severity === 'should' &&
      !despite.includes(finding.code) &&
      !despite.includes(nameOf(finding)),
  )
  if (open.length === 0 || findings.some(({ severity }) => severity === 'must')) return
  throw new ClientError(
    'findings-open',
    `${open.length} finding(s) ask to think again: ${open.map(nameOf).join(', ')}`,
    'Correct the draft, or send it with --despite and the codes that you accept.',
  )
}
