import { AuthorityId, CaseId, PackageId } from '#crypto/fields/fields.js'
import type { CaseEvidence, CasePackage } from '#client/case/case-view.js'

export const CASE = CaseId.parse('019ca8a0-3e80-7000-8000-000000000002')
export const xa = AuthorityId.parse('xa.moj')
export const xb = AuthorityId.parse('xb.pgo')
export const xc = AuthorityId.parse('xc.court')
export const xd = AuthorityId.parse('xd.other')

export type Sent = {
  readonly from: AuthorityId
  readonly to: readonly AuthorityId[]
  readonly template: string
  readonly form?: CasePackage['manifest']['form']
  readonly replyTo?: CasePackage
  readonly case?: CaseId
  readonly marks?: CasePackage['manifest']['marks']
  readonly notBefore?: string
}

const UNMARKED = { tlp: null, classification: null }

const hex = (number: number) => number.toString(16).padStart(64, '0')

/** A log in memory, in which packages and receipts get their places one after the other. */
export function caseWorld() {
  const packages: CasePackage[] = []
  let index = 0
  const evidence = (code: string, recipient: AuthorityId | null): CaseEvidence => ({
    code,
    recipient,
    sequence: index,
    index: index++,
    digest: hex(index),
    time: new Date(Date.UTC(2026, 2, 1) + index * 1000).toISOString(),
  })
  const add = (pkg: CasePackage, said: CaseEvidence): CasePackage => {
    const place = packages.findIndex(({ header }) => header === pkg.header)
    const grown = { ...pkg, evidence: [...(packages[place]?.evidence ?? []), said] }
    if (place < 0) packages.push(grown)
    else packages[place] = grown
    return grown
  }
  return {
    packages,
    send({
      from,
      to,
      template,
      form = {},
      replyTo,
      case: id = CASE,
      marks = UNMARKED,
      notBefore,
    }: Sent): CasePackage {
      const number = packages.length + 1
      const name = PackageId.parse(
        `019ca8a0-3e80-7000-8000-${number.toString(16).padStart(12, '0')}`,
      )
      const cause = replyTo && { package: replyTo.manifest.package, header: replyTo.header }
      const pkg: CasePackage = {
        header: hex(1_000_000 + number),
        manifest: {
          package: name,
          case: id,
          sender: from,
          form,
          inReplyTo: cause ?? null,
          recipients: to.map((authority) => ({ authority, entry: hex(0), kid: 'k' })),
          template: { id: template, version: 1 },
          marks,
        },
        urgency: 'routine',
        officer: 'Officer',
        evidence: [],
        notBefore: notBefore ?? null,
      }
      return add(pkg, evidence('A.1', null))
    },
    state: (pkg: CasePackage, code: string, recipient: AuthorityId) =>
      add(pkg, evidence(code, recipient)),
  }
}
export type CaseWorld = ReturnType<typeof caseWorld>
