import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { Validator } from '@seriousme/openapi-schema-validator'
import { endpoints } from '#server/contract/endpoints.js'
import { refusalCodes } from '#server/contract/problems.js'
import { describeApi } from '#server/http/describe-api.js'

type Operation = {
  readonly operationId: string
  readonly security?: readonly Record<string, unknown>[]
  readonly parameters: readonly { readonly name?: string; readonly in?: string }[]
  readonly responses: Readonly<Record<string, unknown>>
}

const root = new URL('../../../', import.meta.url)
const read = (name: string): unknown =>
  JSON.parse(readFileSync(fileURLToPath(new URL(name, root)), 'utf8'))

describe('the OpenAPI document', () => {
  const api = describeApi('0.0.0') as { paths: Record<string, Record<string, Operation>> }
  const operations = Object.values(api.paths).flatMap((item) => Object.values(item))

  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator()
    const { valid, errors } = await validator.validate(structuredClone(api))
    expect(errors).to.equal(undefined)
    expect(valid).to.equal(true)
    expect(validator.version).to.equal('3.1')
  })

  it('is what docs/openapi.json holds', () => {
    const { version } = read('package.json') as { version: string }
    expect(read('docs/openapi.json')).to.deep.equal(describeApi(version))
  })

  it('has an operation for every endpoint of the contract, and for uploads', () => {
    const names = operations.map(({ operationId }) => operationId)
    expect(new Set(names).size).to.equal(names.length)
    const uploads = ['createUpload', 'readUpload', 'continueUpload', 'deleteUpload']
    expect(names.toSorted()).to.deep.equal([...Object.keys(endpoints), ...uploads].toSorted())
  })

  it('names every parameter of a path', () => {
    for (const [path, item] of Object.entries(api.paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      for (const { parameters, operationId } of Object.values(item)) {
        const named = parameters.filter((one) => one.in === 'path').map(({ name }) => name)
        expect(named.toSorted(), operationId).to.deep.equal(inPath.toSorted())
      }
    }
  })

  it('asks for token and proof where an officer calls, and nowhere else', () => {
    for (const { operationId, security } of operations) {
      const each = (endpoints as Record<string, { access: string }>)[operationId]
      const isOfficer = each?.access === 'officer' || operationId.endsWith('Upload')
      const wanted = isOfficer ? [{ dpopToken: [], dpopProof: [] }] : undefined
      expect(security, operationId).to.deep.equal(wanted)
    }
  })

  it('tells that a rejection is signed, and a problem is not', () => {
    const submit = operations.find(({ operationId }) => operationId === 'submitPackage')
    const rejected = submit?.responses['422'] as { content: object }
    expect(Object.keys(rejected.content)).to.deep.equal([
      'application/json',
      'application/problem+json',
    ])
  })

  it('tells every code of a problem', () => {
    const text = JSON.stringify(api)
    expect(refusalCodes.filter((code) => !text.includes(`"${code}"`))).to.deep.equal([])
  })
})
