import { type PackageId, type PartId, plainText } from '#crypto/fields/fields.js'
import type { LoadedCase } from '../cases/load-case.js'
import { ClientError } from '../client-error.js'
import type { ReadPackage } from '../packages/open-package.js'
import type { DocumentSource } from '../ports.js'
import { Reason } from './disclosure-index.js'

/** What the officer wants, by the words that the command takes. */
export type DisclosureChoices = {
  /** A package id, `<package>/form`, the id of a part, or a file name that only one document of the case has. */
  readonly withhold: readonly { readonly what: string; readonly reason: string }[]
  /** A version that stands in for a document that is withheld. */
  readonly redacted: readonly { readonly what: string; readonly document: DocumentSource }[]
  /** Packages that are disclosed although their marks forbid it, each with the reason. */
  readonly despiteMarks: readonly { readonly what: string; readonly reason: string }[]
}

/** What of one package is withheld. */
export type PackagePlan = {
  withheld: string | null
  form: string | null
  despiteMarks: string | null
  readonly parts: Map<PartId, { readonly reason: string; redacted: DocumentSource | null }>
}

type Target =
  | { readonly kind: 'package'; readonly package: PackageId }
  | { readonly kind: 'form'; readonly package: PackageId }
  | { readonly kind: 'part'; readonly package: PackageId; readonly part: PartId }

/**
 * What is withheld of each package of a case. Whatever a word names that is not there, or is there twice, ends it: nothing
 * is disclosed because somebody mistyped a name.
 *
 * @throws {@link ClientError} `part-unknown`, `usage`
 */
export function planDisclosure(
  { packages }: Pick<LoadedCase, 'packages'>,
  choices: DisclosureChoices,
): ReadonlyMap<PackageId, PackagePlan> {
  const plans = new Map<PackageId, PackagePlan>()
  const planOf = (id: PackageId): PackagePlan => {
    const found = plans.get(id)
    if (found) return found
    const plan: PackagePlan = { withheld: null, form: null, despiteMarks: null, parts: new Map() }
    plans.set(id, plan)
    return plan
  }
  for (const id of packages.keys()) planOf(id)
  for (const { what, reason } of choices.withhold) {
    const target = targetOf(packages, what)
    const plan = planOf(target.package)
    const said = reasonIn(reason, what)
    if (target.kind === 'package') plan.withheld = said
    else if (target.kind === 'form') plan.form = said
    else plan.parts.set(target.part, { reason: said, redacted: null })
  }
  for (const { what, document } of choices.redacted) {
    const target = targetOf(packages, what)
    const kept = target.kind === 'part' ? planOf(target.package).parts.get(target.part) : undefined
    if (!kept) throw usage(`${what} has a redacted version, and is not withheld itself`)
    if (planOf(target.package).withheld !== null) {
      throw usage(`${what} has a redacted version, and its whole package is withheld`)
    }
    kept.redacted = document
  }
  for (const { what, reason } of choices.despiteMarks) {
    const target = targetOf(packages, what)
    if (target.kind !== 'package') throw usage(`${what} is no package of the case`)
    planOf(target.package).despiteMarks = reasonIn(reason, what)
  }
  return plans
}

function targetOf(packages: ReadonlyMap<PackageId, ReadPackage>, what: string): Target {
  const found: Target[] = []
  for (const [id, { manifest }] of packages) {
    if (what === id) found.push({ kind: 'package', package: id })
    if (what === `${id}/form`) found.push({ kind: 'form', package: id })
    for (const { part, name } of manifest.parts) {
      if (what === part || what === name) found.push({ kind: 'part', package: id, part })
    }
  }
  const [target, another] = found
  if (target && !another) return target
  throw new ClientError(
    'part-unknown',
    target
      ? `several documents of the case are called ${plainText(what)}`
      : `nothing in this case is called ${plainText(what)}`,
    `Name a document by its id: ${idsIn(packages)}`,
  )
}

/** What there is to name; of a large case the beginning. */
const idsIn = (packages: ReadonlyMap<PackageId, ReadPackage>): string =>
  [...packages.values()]
    .flatMap(({ manifest }) => manifest.parts.map(({ part, name }) => `${part} (${name})`))
    .slice(0, 50)
    .join(', ')

function reasonIn(words: string, what: string): string {
  const reason = Reason.safeParse(plainText(words)).data
  if (reason !== undefined) return reason
  throw usage(`the reason for ${what} is empty, or longer than 500 characters`)
}

const usage = (message: string) =>
  new ClientError('usage', message, 'See: rogatory disclosure --help')
