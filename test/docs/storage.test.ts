import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import mongoose, { type Schema } from 'mongoose'
import { connectStorage, type Storage } from '#server/storage/connect-storage.js'
import { testMongodbUri } from '#test/support/test-services.js'

const page = readFileSync(fileURLToPath(new URL('../../docs/storage.md', import.meta.url)), 'utf8')

type Section = { readonly members: readonly string[]; readonly text: string }

/** Each collection's section: what stands before its table, and the members in the table. */
function sections(): ReadonlyMap<string, Section> {
  const [, mongo = ''] = /^## MongoDB$([^]*?)^## /m.exec(page) ?? []
  const parts = mongo.split(/^### /m).slice(1)
  return new Map(
    parts.map((text) => [
      /^`(\w+)`/.exec(text)?.[1] ?? text,
      { text, members: [...text.matchAll(/^\| `(\w+)` /gm)].map(([, member = '']) => member) },
    ]),
  )
}

/** The names by which the page writes an index: its keys with spaces between. */
const indexesOf = (schema: Schema) =>
  schema.indexes().map(([keys, { name, unique }]) => ({
    keys: Object.keys(keys as object).join(' '),
    name: typeof name === 'string' ? name : undefined,
    unique: unique === true,
  }))

describe('docs/storage.md', () => {
  let storage: Storage
  let schemas: ReadonlyMap<string, Schema>

  before(async () => {
    storage = await connectStorage(testMongodbUri())
    schemas = new Map(
      mongoose.connections
        .flatMap((connection) => Object.values(connection.models))
        .map((model) => [model.collection.name, model.schema as unknown as Schema]),
    )
  })
  after(() => storage.close())

  it('lists every collection and no other', () => {
    expect([...sections().keys()].toSorted()).to.deep.equal([...schemas.keys()].toSorted())
  })

  it('lists every member and no other', () => {
    for (const [name, { members }] of sections()) {
      const paths = Object.keys(schemas.get(name)?.paths ?? {})
      // Where the schema names no _id, MongoDB's own stands, which nobody reads.
      const listed = paths.filter((path) => path !== '_id' || members.includes('_id'))
      expect(members.toSorted(), name).to.deep.equal(listed.toSorted())
    }
  })

  it('lists every index and no other', () => {
    for (const [name, { text }] of sections()) {
      const schema = schemas.get(name)
      const sentence =
        /Index(?:es)?:\s+((?:`[^`]*`|[^.`])*?)(?:; all partial[^.]*)?\./.exec(text)?.[1] ?? ''
      const unwrapped = sentence.replace(/\s+/g, ' ')
      const wanted = (schema ? indexesOf(schema) : []).map(({ keys, name: named, unique }) =>
        named === undefined
          ? `\`${keys}\`${unique ? ' (unique)' : ''}`
          : `\`${named}\` (\`${keys}\`${unique ? ', unique' : ''})`,
      )
      const separated = unwrapped === '' ? [] : unwrapped.split(/; |, (?=`)/)
      expect(separated.map((one) => one.trim()).toSorted(), name).to.deep.equal(wanted.toSorted())
    }
  })
})
