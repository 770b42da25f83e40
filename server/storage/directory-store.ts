import { AuthorityId } from '#crypto/fields/fields.js'
import type {
  AuditCursor,
  AuditFilter,
  DirectoryAudit,
  DirectoryStore,
  StoredDirectoryStatement,
  StoredStatement,
} from '../domain/ports.js'
import { asStatement, member } from './from-document.js'
import type { GroupCommit } from './group-commit.js'
import type { StatementDocument, Statements } from './statement-schema.js'

const kind = 'directory'

/** The only code that knows the directory lives in MongoDB. Promises: `DirectoryStore`, `DirectoryAudit`. */
export function mongoDirectoryStore(
  { model }: Statements,
  insert: GroupCommit<StatementDocument>,
): DirectoryAudit & DirectoryStore {
  return {
    async keep(statement) {
      // Whoever loses the race for a revision finds the next one free or lost to yet another: it ends.
      for (;;) {
        const revision = (await lastRevision(model, statement.authority)) + 1
        const outcome = await insert(toDocument(statement, revision))
        if (outcome === 'kept') return { ...statement, index: null }
        const before = await heldBy(model, statement)
        if (before !== undefined) return before
      }
    },
    async history(authority, typ) {
      const found = await model
        .find({ kind, typ, authority })
        .sort({ version: 1, ...OLDEST_FIRST })
        .lean()
      return found.map(fromDocument)
    },
    async currentEntries(after, limit) {
      const beyond = after === undefined ? {} : { authority: { $gt: after } }
      const found = await model.aggregate<{ newest: StatementDocument }>([
        { $match: { kind, typ: 'rogatory-entry', ...beyond } },
        { $sort: { authority: 1, version: -1 } },
        { $group: { _id: '$authority', newest: { $first: '$$ROOT' } } },
        { $sort: { _id: 1 } },
        { $limit: limit },
      ])
      return found.map(({ newest }) => fromDocument(newest))
    },
    async newest(only, after, limit) {
      const found = await model
        .find({ kind, ...auditQuery(only, after) })
        .sort({ keptAt: -1, _id: -1 })
        .limit(limit)
        .lean()
      return found.map(fromDocument)
    },
    async findByDigest(digest) {
      const found = await model.findOne({ _id: digest, kind }).lean()
      return found === null ? undefined : fromDocument(found)
    },
    async findCredential(kid) {
      const found = await model
        // Every key that begins with `officer/<kid>/`: the next character after a slash is a zero.
        .find({
          kind,
          typ: 'rogatory-officer',
          key: { $gte: `officer/${kid}/`, $lt: `officer/${kid}0` },
        })
        .sort(NEWEST_FIRST)
        .limit(1)
        .lean()
      const [newest] = found
      return newest === undefined ? undefined : fromDocument(newest)
    },
    async keepEvidence({ subject, ...evidence }) {
      const { digest, ...rest } = evidence
      const document: StatementDocument = {
        _id: digest,
        kind: 'acceptance',
        index: null,
        subject,
        ...rest,
      }
      if ((await insert(document)) === 'kept') return { ...evidence, index: null }
      const before = await model.findOne({ kind: 'acceptance', subject }).lean()
      return asStatement(member(before ?? undefined, 'subject', digest))
    },
    async evidenceFor(subjects) {
      const found = await model.find({ kind: 'acceptance', subject: { $in: [...subjects] } }).lean()
      return new Map<string, StoredStatement>(
        found.map((one) => [member(one.subject, 'subject', one._id), asStatement(one)]),
      )
    },
  }
}

/**
 * In the order in which they were kept, by any process: clocks of processes differ. Statements from
 * before there were revisions have none, which MongoDB sorts before every number.
 */
const OLDEST_FIRST = { revision: 1, keptAt: 1, _id: 1 } as const
const NEWEST_FIRST = { revision: -1, keptAt: -1, _id: -1 } as const

/** `keptAt` is bounded apart from the cursor's choice: so the index is entered at its place. */
function auditQuery({ authority, typ, since, until }: AuditFilter, after: AuditCursor | undefined) {
  const bounds = [
    ...(since === undefined ? [] : [{ keptAt: { $gte: since } }]),
    ...(until === undefined ? [] : [{ keptAt: { $lt: until } }]),
    ...(after === undefined ? [] : [{ keptAt: { $lte: after.keptAt } }, beyond(after)]),
  ]
  return {
    ...(authority === undefined ? {} : { authority }),
    ...(typ === undefined ? {} : { typ }),
    ...(bounds.length === 0 ? {} : { $and: bounds }),
  }
}

const beyond = ({ keptAt, digest }: AuditCursor) => ({
  $or: [{ keptAt: { $lt: keptAt } }, { keptAt, _id: { $lt: digest } }],
})

async function lastRevision(model: Statements['model'], authority: string): Promise<number> {
  const last = await model
    .findOne({ kind, authority, revision: { $gte: 1 } }, { _id: 0, revision: 1 })
    .sort({ revision: -1 })
    .lean()
  return last?.revision ?? 0
}

/** What holds the key of a statement that could not be inserted; nothing if only its revision is taken. */
async function heldBy(
  model: Statements['model'],
  { digest, typ, authority, key }: Omit<StoredDirectoryStatement, 'index'>,
): Promise<StoredDirectoryStatement | undefined> {
  const before =
    (await model.findOne({ kind, typ, authority, key }).lean()) ??
    (await model.findOne({ _id: digest }).lean())
  if (before === null) return undefined
  // The same octets under another name would never become free.
  if (before.key !== key) throw new TypeError(`statements: ${digest} is kept under another key`)
  return fromDocument(before)
}

function toDocument(
  { digest, ...rest }: Omit<StoredDirectoryStatement, 'index'>,
  revision: number,
): StatementDocument {
  const version = /^entry\/(\d+)$/.exec(rest.key)?.[1]
  return {
    _id: digest,
    kind,
    index: null,
    ...rest,
    revision,
    ...(version === undefined ? {} : { version: Number(version) }),
  }
}

const fromDocument = (document: StatementDocument): StoredDirectoryStatement => ({
  ...asStatement(document),
  authority: AuthorityId.parse(document.authority),
  key: member(document.key, 'key', document._id),
})
