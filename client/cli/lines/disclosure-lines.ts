import type { CheckedDisclosure } from '../../core/disclosure/check-disclosure.js'
import type { DisclosedPackage, DisclosureIndex } from '../../core/disclosure/disclosure-index.js'
import { localTime } from '../options/local-time.js'
import { oneLine } from './one-line.js'

const CONTENT = {
  disclosed: 'disclosed',
  'in-part': 'disclosed in part',
  withheld: 'withheld',
  deleted: 'deleted at the relay',
} as const

const ABSENT = {
  shut: 'the authority rejected it or let it expire',
  'not-held': 'it is answered here, and is not in the authority’s mailbox',
} as const

/** What a pack that was made holds, and what it leaves out. */
export const madeLines = (index: DisclosureIndex, out: string): readonly string[] => [
  `wrote ${out}: ${index.packages.length} package(s), ${index.files.length + 2} files`,
  ...index.packages.flatMap(packageLines),
  ...index.absent.map(({ package: id, why }) => `– absent   ${id}: ${ABSENT[why]}`),
  '',
  'What is withheld, why, and what stands in for it is your word: the pack is not signed.',
  `Check it as the court will: rogatory verify ${out}`,
]

function packageLines(told: DisclosedPackage): readonly string[] {
  const { package: id, submitted, sender, recipients, said, content, withheld, form } = told
  const parties = `${sender} → ${recipients.join(', ')}`
  return [
    `${localTime(submitted)}  ${parties}  ${oneLine(said?.template ?? '–')}  ${id}: ${CONTENT[content]}`,
    ...(withheld === null ? [] : [`  withheld as a whole: ${oneLine(withheld)}`]),
    ...(form?.withheld ? [`  form withheld: ${oneLine(form.withheld)}`] : []),
    ...told.documents.flatMap(({ position, withheld: reason, commitment, redacted }) =>
      reason === null
        ? []
        : [
            `  document ${position} withheld (commitment ${commitment}): ${oneLine(reason)}`,
            ...(redacted ? [`    in its stead: ${oneLine(redacted.path)}`] : []),
          ],
    ),
    ...(told.despiteMarks === null
      ? []
      : [`  disclosed despite its marks: ${oneLine(told.despiteMarks)}`]),
  ]
}

const VERDICT = {
  proved: 'WHOLE: every file is there, and every bundle proves all its facts.',
  incomplete: 'INCOMPLETE: nothing is contradicted, but not everything is proved or named.',
  contradicted: 'CONTRADICTED: do not rely on this pack.',
} as const

/** What a check of a pack found, package by package. */
export const checkedLines = ({
  index,
  packages,
  findings,
  verdict,
}: CheckedDisclosure): readonly string[] => [
  `case ${index.case}, by ${oneLine(index.officer)} of ${index.authority} (not signed)`,
  ...index.packages.flatMap((told, place) => {
    const found = packages[place]
    const unproved = (found?.facts ?? []).filter(({ standing }) => standing !== 'proved')
    return [
      '',
      ...packageLines(told),
      `  proof    ${found?.verdict ?? 'unreadable'}`,
      ...unproved.map(({ fact, standing, text }) => `  ${standing}  ${fact}  ${oneLine(text)}`),
      ...(found?.proved ?? []).map((path) => `  ✓ proved  ${oneLine(path, 500)}`),
      ...(told.form?.path && !told.form.isProved
        ? [`  ? claimed ${told.form.path}: the word of whoever made the pack (disclosed in part)`]
        : []),
    ]
  }),
  ...index.absent.map(({ package: id, why }) => `– absent   ${id}: ${ABSENT[why]}`),
  '',
  ...findings.map(({ code, about, text }) => `✗ ${code}  ${oneLine(about, 500)}: ${oneLine(text)}`),
  VERDICT[verdict],
]
