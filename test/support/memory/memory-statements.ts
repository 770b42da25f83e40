import type {
  DirectoryAudit,
  DirectoryStore,
  EvidenceStore,
  ReceiptStore,
  StoredDirectoryStatement,
  StoredEvidence,
  StoredReceipt,
  StoredStatement,
} from '#server/domain/ports.js'
import type {
  StoredHandoffAct,
  StoredHandoffEvidence,
} from '#server/domain/translation/handoff-store.js'

/** What `statements` holds, in the order of its inserts. */
export type MemoryStatements = {
  readonly evidence: StoredEvidence[]
  readonly receipts: StoredReceipt[]
  readonly directory: StoredDirectoryStatement[]
  readonly acceptances: (StoredStatement & { readonly subject: string })[]
  /** Hand-offs, what was done about them, and certified statements; and the evidence of it. */
  readonly handoffs: (StoredHandoffAct | StoredHandoffEvidence)[]
}

export const memoryStatements = (): MemoryStatements => ({
  evidence: [],
  receipts: [],
  directory: [],
  acceptances: [],
  handoffs: [],
})

const unsequenced = { index: null }
/** A turn of the event loop, so that racing callers really interleave. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

export function memoryEvidenceStore({ evidence }: MemoryStatements): EvidenceStore {
  const chainOf = (header: string) =>
    evidence.filter((one) => one.header === header).sort((a, b) => a.sequence - b.sequence)
  return {
    async keep(added) {
      await turn()
      const same = evidence.filter((one) => one.header === added.header)
      const before = same.find((one) => one.step === added.step)
      if (before !== undefined) return before
      if (same.some((one) => one.sequence === added.sequence)) return 'taken'
      const kept = { ...added, ...unsequenced }
      evidence.push(kept)
      return kept
    },
    async findStep(header, step) {
      await turn()
      return chainOf(header).find((one) => one.step === step)
    },
    async chain(header) {
      await turn()
      return chainOf(header)
    },
    async chains(headers) {
      await turn()
      const found = headers.map((header) => [header, chainOf(header)] as const)
      return new Map(found.filter(([, chain]) => chain.length > 0))
    },
    async findByDigest(digest) {
      await turn()
      return evidence.find((one) => one.digest === digest)
    },
    async sequencedAfter(authority, after, limit) {
      await turn()
      const mine = evidence.filter(
        (one) => one.parties.includes(authority) && one.index !== null && one.index > after,
      )
      return mine.sort((a, b) => (a.index ?? 0) - (b.index ?? 0)).slice(0, limit)
    },
    async unsequenced(authority, limit) {
      await turn()
      const mine = evidence.filter((one) => one.parties.includes(authority) && one.index === null)
      return mine.sort((a, b) => a.keptAt.getTime() - b.keptAt.getTime()).slice(0, limit)
    },
  }
}

export function memoryReceiptStore({ receipts }: MemoryStatements): ReceiptStore {
  return {
    async keep(added) {
      await turn()
      const before = receipts.find(
        (one) => one.header === added.header && one.recipient === added.recipient,
      )
      if (before !== undefined) return before
      const kept = { ...added, ...unsequenced }
      receipts.push(kept)
      return kept
    },
    async forPackage(header) {
      await turn()
      return receipts.filter((one) => one.header === header)
    },
  }
}

export function memoryDirectoryStore({
  directory,
  acceptances,
}: MemoryStatements): DirectoryAudit & DirectoryStore {
  const versionOf = ({ key }: StoredDirectoryStatement) => Number(key.split('/')[1])
  const historyOf = (authority: string, typ: string) => {
    const mine = directory.filter((one) => one.authority === authority && one.typ === typ)
    return typ === 'rogatory-entry' ? mine.sort((a, b) => versionOf(a) - versionOf(b)) : mine
  }
  return {
    async keep(added) {
      await turn()
      const before = directory.find(
        ({ typ, authority, key }) =>
          typ === added.typ && authority === added.authority && key === added.key,
      )
      if (before !== undefined) return before
      const kept = { ...added, ...unsequenced }
      directory.push(kept)
      return kept
    },
    async history(authority, typ) {
      await turn()
      return historyOf(authority, typ)
    },
    async currentEntries(after, limit) {
      await turn()
      const ids = [...new Set(directory.map(({ authority }) => authority))].sort()
      return ids
        .filter((id) => after === undefined || id > after)
        .flatMap((id) => historyOf(id, 'rogatory-entry').slice(-1))
        .slice(0, limit)
    },
    async newest({ authority, typ, since, until }, after, limit) {
      await turn()
      // Of one width, so that text orders as numbers do.
      const place = ({ keptAt, digest }: Pick<StoredStatement, 'digest' | 'keptAt'>) =>
        `${String(keptAt.getTime()).padStart(15, '0')} ${digest}`
      return directory
        .filter((one) => authority === undefined || one.authority === authority)
        .filter((one) => typ === undefined || one.typ === typ)
        .filter(({ keptAt }) => since === undefined || keptAt >= since)
        .filter(({ keptAt }) => until === undefined || keptAt < until)
        .filter((one) => after === undefined || place(one) < place(after))
        .sort((a, b) => (place(a) < place(b) ? 1 : -1))
        .slice(0, limit)
    },
    async findByDigest(digest) {
      await turn()
      return directory.find((one) => one.digest === digest)
    },
    async findCredential(kid) {
      await turn()
      return directory
        .filter(({ typ, key }) => typ === 'rogatory-officer' && key.startsWith(`officer/${kid}/`))
        .at(-1)
    },
    async keepEvidence(added) {
      await turn()
      const before = acceptances.find(({ subject }) => subject === added.subject)
      if (before !== undefined) return before
      const kept = { ...added, ...unsequenced }
      acceptances.push(kept)
      return kept
    },
    async evidenceFor(subjects) {
      await turn()
      const found = acceptances.filter(({ subject }) => subjects.includes(subject))
      return new Map(found.map((one) => [one.subject, one]))
    },
  }
}
