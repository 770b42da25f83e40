import type { Clocks, Fact } from '#crypto/proof/fact.js'
import { fill } from '../languages/fill.js'
import { leftToRight } from '../languages/left-to-right.js'
import { sentenceOf } from '../languages/sentence-of.js'
import type { Texts } from '../languages/texts.js'
import type { KeyChain, Report } from '../report/report.js'
import { utcTimeIsolated } from '../report/utc-time.js'
import type { Block, Table } from './block.js'

/** The attached file, and what the reader is told of the document's own signature. */
export type Attachment = { readonly name: string }

/** What an expert reads: every fact, the chain of keys, the log, digests, how to verify. */
export function annex(report: Report, { name }: Attachment, texts: Texts): readonly Block[] {
  const { certificate: words, labels } = texts
  const { bundle, verdict } = report
  const documents = verdict.facts.filter(({ fact }) => fact === 'document-matches')
  const section = (text: string, ...blocks: readonly Block[]): readonly Block[] => [
    { kind: 'heading', level: 2, text },
    ...blocks,
  ]
  return [
    { kind: 'new-page' },
    { kind: 'heading', level: 1, text: words.annex },
    ...section(words.annexFacts, facts(verdict.facts, texts)),
    ...section(
      words.annexKeys,
      { kind: 'paragraph', text: words.annexKeysMeaning },
      ...report.chains.map((chain) => keyChain(chain, texts)),
    ),
    ...section(
      words.annexLog,
      { kind: 'paragraph', text: words.annexLogMeaning },
      log(report, texts),
    ),
    ...(documents.length === 0
      ? []
      : section(words.annexDocuments, {
          kind: 'table',
          columns: [30, 50, 20],
          head: [labels.file, labels.digest, labels.standing],
          rows: documents.map(({ data, standing }) => [
            data['name'] ?? '',
            data['digest'] ?? '',
            texts.standings[standing].label,
          ]),
        })),
    ...section(
      words.annexStatements,
      { kind: 'paragraph', text: words.annexStatementsMeaning },
      {
        kind: 'table',
        columns: [32, 68],
        head: [labels.kind, labels.digest],
        rows: report.statements.map(({ type, digest }) => [texts.statements[type], digest]),
      },
    ),
    ...section(
      words.annexTrust,
      { kind: 'paragraph', text: words.annexTrustMeaning },
      {
        kind: 'table',
        columns: [32, 68],
        head: [labels.root, labels.digest],
        rows: report.roots.map(({ subject, fingerprint }) => [leftToRight(subject), fingerprint]),
      },
    ),
    ...section(
      words.attachment,
      { kind: 'paragraph', text: words.attachmentMeaning },
      {
        kind: 'table',
        columns: [28, 72],
        rows: [
          [labels.file, leftToRight(name)],
          [labels.length, fill(labels.octets, { count: String(bundle.octets) })],
          [labels.digest, bundle.digest],
        ],
      },
    ),
    ...section(words.howToVerify, {
      kind: 'list',
      items: [words.verifyOne, words.verifyTwo, words.verifyThree, words.verifyFour].map((text) =>
        fill(text, { file: name }),
      ),
    }),
  ]
}

function facts(all: readonly Fact[], texts: Texts): Table {
  const { labels, standings } = texts
  return {
    kind: 'table',
    columns: [21, 11, 68],
    head: [labels.fact, labels.standing, labels.statement],
    rows: all.map((fact) => [
      texts.facts[fact.fact].title,
      standings[fact.standing].label,
      [
        sentenceOf(fact, texts),
        ...clockLines(fact.clocks, texts),
        ...(fact.data['reasons'] === undefined
          ? []
          : [`${labels.reason}: ${fact.data['reasons']}`]),
        ...(fact.statement === undefined ? [] : [`${labels.digest}: ${fact.statement}`]),
      ].join('\n'),
    ]),
  }
}

const CLOCKS = ['declared', 'observed', 'attested', 'witnessed'] as const

const clockLines = (read: Clocks, { clocks }: Texts): readonly string[] =>
  CLOCKS.flatMap((clock) => {
    const time = read[clock]
    return time === undefined ? [] : [`${clocks[clock].label}: ${utcTimeIsolated(time)}`]
  })

function keyChain(
  { act, authority, officer, key, entry, certificate, root }: KeyChain,
  texts: Texts,
) {
  const { labels, certificateStatus } = texts
  return {
    kind: 'table',
    columns: [28, 72],
    rows: [
      [labels.event, texts.facts[act.fact].title],
      ...(officer ? [[labels.officer, `${officer.name}\n${leftToRight(officer.id)}`]] : []),
      ...(key === undefined ? [] : [[labels.key, leftToRight(key)]]),
      ...(officer ? [[labels.credential, officer.credential]] : []),
      [labels.entry, `${leftToRight(`${authority}, ${entry.version}`)}\n${entry.digest}`],
      [
        labels.certificate,
        `${leftToRight(certificate.subject)}\n${certificate.fingerprint}\n${certificateStatus[certificate.status]}`,
      ],
      [labels.root, `${leftToRight(root.subject)}\n${root.fingerprint}`],
    ],
  } satisfies Table
}

function log({ log: its }: Report, { certificate, labels, facts: said }: Texts): Block {
  if (!its) return { kind: 'paragraph', text: said['checkpoint-signed'].unproved ?? labels.none }
  const { stamp } = its
  return {
    kind: 'table',
    columns: [28, 72],
    rows: [
      [labels.log, leftToRight(its.origin)],
      [labels.logSize, its.size],
      [labels.checkpoint, its.checkpoint],
      [
        labels.timestamp,
        stamp
          ? [
              `${utcTimeIsolated(stamp.at)} (UTC)`,
              leftToRight(stamp.authority),
              ...(stamp.isOperators ? [certificate.operatorStamp] : []),
            ].join('\n')
          : labels.none,
      ],
      ...(stamp ? [[labels.serial, stamp.serial]] : []),
    ],
  }
}
