import { type Connection, type mongo, Schema } from 'mongoose'

/**
 * `statements`: one document for each signed thing that becomes a leaf of the log (docs/adr/0002).
 * Inserted once; only `index` is set later, by the sequencer.
 */
export type StatementDocument = {
  /** Digest of the statement, hex. */
  _id: string
  /** Which store keeps it. */
  kind: 'evidence' | 'receipt' | 'directory' | 'acceptance' | 'handoffAct' | 'handoffEvidence'
  typ: string
  statement: string
  keptAt: Date
  /** Leaf index, null until sequenced. */
  index: number | null
  /** Digest of the header that evidence or receipt is about. */
  header?: string
  package?: string
  sequence?: number
  step?: string
  code?: string
  recipient?: string | null
  parties?: string[]
  time?: string
  /** The officer credential that a receipt came with. */
  credential?: string
  authority?: string
  /** Unique per authority and typ: `entry/3`, `officer/<kid>/<digest>`. */
  key?: string
  /** Of an entry, from its key: orders versions by number. */
  version?: number
  /** Of a directory statement: its place among all of its authority, from 1, whatever any clock says. */
  revision?: number
  /** Id of the hand-off that an act or its evidence is about. */
  handoff?: string
  /** Digest of the directory statement that an acceptance (evidence X.*) is about. */
  subject?: string
}

const once = { immutable: true } as const

const schema = new Schema<StatementDocument>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true, ...once },
    typ: { type: String, required: true, ...once },
    statement: { type: String, required: true, ...once },
    keptAt: { type: Date, required: true, ...once },
    index: { type: Number, default: null },
    header: { type: String, ...once },
    package: { type: String, ...once },
    sequence: { type: Number, ...once },
    step: { type: String, ...once },
    code: { type: String, ...once },
    recipient: { type: String, ...once },
    parties: { type: [String], default: undefined, ...once },
    time: { type: String, ...once },
    credential: { type: String, ...once },
    authority: { type: String, ...once },
    key: { type: String, ...once },
    version: { type: Number, ...once },
    revision: { type: Number, ...once },
    subject: { type: String, ...once },
    handoff: { type: String, ...once },
  },
  { collection: 'statements', strict: 'throw', versionKey: false, autoIndex: false },
)
  // One act, one place in the chain; one step, once.
  .index(
    { header: 1, sequence: 1 },
    { unique: true, partialFilterExpression: { kind: 'evidence' }, name: 'evidence_sequence' },
  )
  .index(
    { header: 1, step: 1 },
    { unique: true, partialFilterExpression: { kind: 'evidence' }, name: 'evidence_step' },
  )
  // The first receipt of a recipient counts.
  .index(
    { header: 1, recipient: 1 },
    { unique: true, partialFilterExpression: { kind: 'receipt' }, name: 'receipt_recipient' },
  )
  .index(
    { typ: 1, authority: 1, key: 1 },
    { unique: true, partialFilterExpression: { kind: 'directory' }, name: 'directory_key' },
  )
  // Credentials are asked for by officer key, whatever the authority.
  .index(
    { typ: 1, key: 1 },
    { partialFilterExpression: { kind: 'directory' }, name: 'directory_any' },
  )
  // Given away once: of two statements kept at once, one comes first for every process.
  .index(
    { authority: 1, revision: 1 },
    {
      unique: true,
      partialFilterExpression: { kind: 'directory', revision: { $gte: 1 } },
      name: 'directory_revision',
    },
  )
  // The operator's audit: what else is asked for is judged by the index alone, without the statements.
  .index(
    { keptAt: -1, _id: -1, authority: 1, typ: 1 },
    { partialFilterExpression: { kind: 'directory' }, name: 'directory_audit' },
  )
  .index(
    { subject: 1 },
    { unique: true, partialFilterExpression: { kind: 'acceptance' }, name: 'acceptance_subject' },
  )
  .index(
    { handoff: 1, sequence: 1 },
    {
      unique: true,
      partialFilterExpression: { kind: 'handoffEvidence' },
      name: 'handoff_sequence',
    },
  )
  .index(
    { handoff: 1, step: 1 },
    {
      unique: true,
      partialFilterExpression: { kind: 'handoffEvidence' },
      name: 'handoff_step',
    },
  )
  .index(
    { handoff: 1, keptAt: 1 },
    { partialFilterExpression: { kind: 'handoffAct' }, name: 'handoff_acts' },
  )
  // The feed: sequenced in the log's order, then what has no index yet.
  .index(
    { parties: 1, index: 1 },
    {
      partialFilterExpression: { kind: 'evidence', index: { $gte: 0 } },
      name: 'feed_sequenced',
    },
  )
  .index(
    { parties: 1, keptAt: 1 },
    { partialFilterExpression: { kind: 'evidence', index: null }, name: 'feed_unsequenced' },
  )
  // The sequencer's work: as long as what is not sequenced, whatever the collection holds.
  .index({ keptAt: 1 }, { partialFilterExpression: { index: null }, name: 'unsequenced' })

export type Statements = {
  readonly model: ReturnType<typeof modelOf>
  readonly collection: mongo.Collection<StatementDocument>
}

export function statementsOf(connection: Connection): Statements {
  const model = modelOf(connection)
  // What is hot goes to the driver's own collection: a typed document, or filter, needs no casting.
  return { model, collection: model.collection as unknown as Statements['collection'] }
}

const modelOf = (connection: Connection) => connection.model('Statement', schema)
