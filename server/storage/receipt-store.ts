import { AuthorityId } from '#crypto/fields/fields.js'
import type { ReceiptStore, StoredReceipt } from '../domain/ports.js'
import { asStatement, member } from './from-document.js'
import type { GroupCommit } from './group-commit.js'
import type { StatementDocument, Statements } from './statement-schema.js'

const kind = 'receipt'

/** The only code that knows receipts live in MongoDB. Promises: `ReceiptStore`. */
export function mongoReceiptStore(
  { collection }: Statements,
  insert: GroupCommit<StatementDocument>,
): ReceiptStore {
  return {
    async keep(receipt) {
      if ((await insert(toDocument(receipt))) === 'kept') return { ...receipt, index: null }
      const { header, recipient } = receipt
      const before = await collection.findOne({ kind, header, recipient })
      return fromDocument(member(before ?? undefined, 'receipt', receipt.digest))
    },
    async forPackage(header) {
      const found = await collection.find({ kind, header }).sort({ keptAt: 1, _id: 1 }).toArray()
      return found.map(fromDocument)
    },
  }
}

const toDocument = ({ digest, ...rest }: Omit<StoredReceipt, 'index'>): StatementDocument => ({
  _id: digest,
  kind,
  index: null,
  ...rest,
})

const fromDocument = (document: StatementDocument): StoredReceipt => ({
  ...asStatement(document),
  header: member(document.header, 'header', document._id),
  recipient: AuthorityId.parse(document.recipient),
  credential: member(document.credential, 'credential', document._id),
})
