import { type PackageEventCode, packageEvents } from '#crypto/evidence/event.js'
import { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import type { EvidenceStore, StoredEvidence } from '../domain/ports.js'
import { asStatement, member } from './from-document.js'
import type { GroupCommit } from './group-commit.js'
import type { StatementDocument, Statements } from './statement-schema.js'

const kind = 'evidence'

/** The only code that knows evidence about packages lives in MongoDB. Promises: `EvidenceStore`. */
export function mongoEvidenceStore(
  { collection, model }: Statements,
  insert: GroupCommit<StatementDocument>,
): EvidenceStore {
  return {
    async keep(evidence) {
      if ((await insert(toDocument(evidence))) === 'kept') return { ...evidence, index: null }
      const { header, step } = evidence
      const before = await collection.findOne({ kind, header, step })
      return before === null ? 'taken' : fromDocument(before)
    },
    async findStep(header, step) {
      const found = await collection.findOne({ kind, header, step })
      return found === null ? undefined : fromDocument(found)
    },
    async chain(header) {
      const found = await collection.find({ kind, header }).sort({ sequence: 1 }).toArray()
      return found.map(fromDocument)
    },
    async chains(headers) {
      const found = await model
        .find({ kind, header: { $in: [...headers] } })
        .sort({ header: 1, sequence: 1 })
        .lean()
      const chains = new Map<string, StoredEvidence[]>()
      for (const one of found.map(fromDocument)) {
        const chain = chains.get(one.header)
        if (chain === undefined) chains.set(one.header, [one])
        else chain.push(one)
      }
      return chains
    },
    async findByDigest(digest) {
      const found = await collection.findOne({ _id: digest, kind })
      return found === null ? undefined : fromDocument(found)
    },
    async sequencedAfter(authority, after, limit) {
      const found = await model
        .find({ kind, parties: authority, index: { $gte: after + 1 } })
        .sort({ index: 1 })
        .limit(limit)
        .lean()
      return found.map(fromDocument)
    },
    async unsequenced(authority, limit) {
      const found = await model
        .find({ kind, parties: authority, index: null })
        .sort({ keptAt: 1 })
        .limit(limit)
        .lean()
      return found.map(fromDocument)
    },
  }
}

const toDocument = ({ digest, ...rest }: Omit<StoredEvidence, 'index'>): StatementDocument => ({
  _id: digest,
  kind,
  index: null,
  ...rest,
  parties: [...rest.parties],
})

function fromDocument(document: StatementDocument): StoredEvidence {
  const of = <T>(value: T | undefined, name: string) => member(value, name, document._id)
  const recipient = of(document.recipient, 'recipient')
  return {
    ...asStatement(document),
    package: PackageId.parse(document.package),
    header: of(document.header, 'header'),
    sequence: of(document.sequence, 'sequence'),
    step: of(document.step, 'step'),
    code: of(codeOf(document.code), 'code'),
    recipient: recipient === null ? null : AuthorityId.parse(recipient),
    parties: of(document.parties, 'parties').map((party) => AuthorityId.parse(party)),
    time: of(document.time, 'time'),
  }
}

const codeOf = (code: string | undefined): PackageEventCode | undefined =>
  code !== undefined && Object.hasOwn(packageEvents, code) ? (code as PackageEventCode) : undefined
