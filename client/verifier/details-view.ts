import { fill } from '../languages/fill.js'
import type { Texts } from '../languages/texts.js'
import type { KeyChain, Report } from '../report/report.js'
import { clockCell } from './clock-view.js'
import { element } from './element.js'
import { rows, section, table } from './table-view.js'

/** For an expert: chains of keys, log, digests. Folded on the screen, unfolded on paper. */
export function detailsView(report: Report, texts: Texts): HTMLElement {
  const { certificate: words, labels, page } = texts
  const { bundle } = report
  return element(
    'details',
    {},
    element('summary', {}, page.keys),
    section(
      words.annexKeys,
      element('p', {}, words.annexKeysMeaning),
      ...report.chains.map((chain) => keyChain(chain, texts)),
    ),
    section(words.annexLog, element('p', {}, words.annexLogMeaning), log(report, texts)),
    section(
      words.annexStatements,
      element('p', {}, words.annexStatementsMeaning),
      table(
        words.annexStatements,
        [labels.kind, labels.digest],
        report.statements.map(({ type, digest }) => [texts.statements[type], code(digest)]),
      ),
    ),
    section(
      words.annexTrust,
      element('p', {}, words.annexTrustMeaning),
      table(
        words.annexTrust,
        [labels.root, labels.digest],
        report.roots.map(({ subject, fingerprint }) => [subject, code(fingerprint)]),
      ),
    ),
    section(
      page.chooseBundle,
      rows(page.chooseBundle, [
        [labels.length, fill(labels.octets, { count: String(bundle.octets) })],
        [labels.digest, code(bundle.digest)],
      ]),
    ),
  )
}

const code = (text: string) => element('code', { dir: 'ltr' }, text)

function keyChain(
  { act, authority, officer, key, entry, certificate, root }: KeyChain,
  texts: Texts,
) {
  const { labels, certificateStatus } = texts
  const named = (name: string, digest: string, more?: string) =>
    element('div', {}, element('bdi', {}, name), element('br'), code(digest), more && `; ${more}`)
  return rows(texts.facts[act.fact].title, [
    [labels.event, texts.facts[act.fact].title],
    ...(officer ? [[labels.officer, officer.name] as const] : []),
    ...(key === undefined ? [] : [[labels.key, code(key)] as const]),
    ...(officer ? [[labels.credential, code(officer.credential)] as const] : []),
    [labels.entry, named(`${authority}, ${entry.version}`, entry.digest)],
    [
      labels.certificate,
      named(certificate.subject, certificate.fingerprint, certificateStatus[certificate.status]),
    ],
    [labels.root, named(root.subject, root.fingerprint)],
  ])
}

function log({ log: its }: Report, { labels, facts, certificate }: Texts): HTMLElement {
  if (!its) return element('p', {}, facts['checkpoint-signed'].unproved ?? labels.none)
  const { stamp } = its
  return rows(certificate.annexLog, [
    [labels.log, its.origin],
    [labels.logSize, its.size],
    [labels.checkpoint, code(its.checkpoint)],
    [labels.timestamp, clockCell(stamp?.at, labels.none)],
    ...(stamp
      ? ([
          [
            labels.authority,
            stamp.isOperators
              ? `${stamp.authority} (${certificate.operatorStamp})`
              : stamp.authority,
          ],
          [labels.serial, code(stamp.serial)],
        ] as const)
      : []),
  ])
}
