import { STATEMENT_TYPES, type StatementType } from '#crypto/statement/types.js'
import type { StoredStatement } from '../domain/ports.js'
import type { StatementDocument } from './statement-schema.js'

/** What every kept statement is, whatever its kind. */
export const asStatement = (document: StatementDocument): StoredStatement => ({
  digest: document._id,
  typ: statementType(document.typ),
  statement: document.statement,
  keptAt: document.keptAt,
  index: document.index,
})

function statementType(text: string): StatementType {
  const typ = STATEMENT_TYPES.find((one) => one === text)
  if (typ === undefined) throw corrupt('typ', text)
  return typ
}

/** A member that this kind always has; its absence is a fault of the data, never a default. */
export function member<T>(value: T | undefined, name: string, id: string): T {
  if (value === undefined) throw corrupt(name, id)
  return value
}

const corrupt = (name: string, what: string) =>
  new TypeError(`statements: ${what} has no valid ${name}`)
