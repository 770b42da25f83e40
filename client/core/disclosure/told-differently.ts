import { canonicalize } from '#crypto/canonical/canonicalize.js'
import type { Header } from '#crypto/package/header.js'
import type { Manifest } from '#crypto/package/manifest.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import type { Fact } from '#crypto/proof/fact.js'
import type { DisclosedPackage, DisclosureIndex } from './disclosure-index.js'

type Shown = {
  readonly header: Header
  /** Digest of the header. */
  readonly digest: string
  /** Where the bundle discloses it and it is the one of the header. */
  readonly manifest: Manifest | undefined
  readonly bundle: ProofBundle
  readonly facts: readonly Fact[]
}

/** Where the index says of a package something else than its bundle does, in words. */
export function toldDifferently(
  index: Pick<DisclosureIndex, 'case'>,
  told: DisclosedPackage,
  { header, digest, manifest, bundle, facts }: Shown,
): readonly string[] {
  const signed = facts.find(({ fact }) => fact === 'header-signed')
  const [submitted, signer] = [signed?.clocks.observed, signed?.data['name']]
  const parts = header.parts.map(({ part, length, commitment }, place) => ({
    position: place + 1,
    part,
    sealed: length,
    commitment,
  }))
  const listed = told.documents.map(({ position, part, sealed, commitment }) => ({
    position,
    part,
    sealed,
    commitment,
  }))
  const recipients = header.recipients.map(({ authority }) => authority)
  const digests = new Map(
    (manifest?.parts ?? bundle.disclosure?.parts ?? []).map((one) => [one.part, one.digest]),
  )
  const misplaced = told.documents.filter(
    ({ part, document }) => document !== null && digests.get(part) !== document.digest,
  )
  const isWhole = told.content === 'disclosed'
  const kept = told.documents.filter(({ document }) => document === null)
  return [
    ...unless(
      header.package === told.package && digest === told.header,
      'its proof is of another package',
    ),
    ...unless(header.case === index.case, 'it is of another case'),
    ...unless(
      signer === undefined || signer === told.signedBy,
      'the index names another officer as its signer',
    ),
    ...unless(header.sender === told.sender, 'the index names another sender'),
    ...unless(isSame(recipients, told.recipients), 'the index names other recipients'),
    ...unless(
      submitted === undefined || submitted === told.submitted,
      'the index tells another time',
    ),
    ...unless(isSame(parts, listed), 'the index lists other documents than were sent'),
    ...unless(
      isWhole === (manifest !== undefined),
      'the index says otherwise of what the proof discloses',
    ),
    ...unless(
      !isWhole || kept.length === 0,
      'it is called disclosed, and a document of it is not there',
    ),
    ...unless(
      told.content !== 'in-part' || kept.every(({ withheld }) => withheld !== null),
      'a document of it is neither there nor said to be withheld',
    ),
    ...misplaced.map(
      ({ position }) => `document ${position} is not the one that the proof discloses there`,
    ),
    ...(manifest ? said(told, manifest) : []),
  ]
}

function said(told: DisclosedPackage, { template, inReplyTo, marks }: Manifest): readonly string[] {
  const its = {
    template: `${template.id}@${template.version}`,
    answers: inReplyTo?.package ?? null,
    marks,
  }
  return unless(
    told.said !== null && told.form?.isProved === true && isSame(its, told.said),
    'the index says otherwise of its template, what it answers, or its marks',
  )
}

const unless = (holds: boolean, text: string): readonly string[] => (holds ? [] : [text])

const isSame = (a: unknown, b: unknown): boolean => canonicalize(a) === canonicalize(b)
