import { expect } from 'chai'
import { describeVariables } from '#config/describe-variables.js'
import { environment } from '#config/schema.js'

describe('the table of variables', () => {
  const rows = describeVariables()

  it('has a row for every variable, each with a meaning', () => {
    expect(rows.map(({ name }) => name)).to.deep.equal(Object.keys(environment.shape))
    for (const { name, meaning } of rows) expect(meaning, name).to.match(/\.$/)
  })

  it('tells defaults from variables that must be set', () => {
    const fallbackOf = (wanted: string) => rows.find(({ name }) => name === wanted)?.fallback
    expect(fallbackOf('RELAY_PORT')).to.equal('8080')
    expect(fallbackOf('LOG_LEVEL')).to.equal('info')
    expect(fallbackOf('TIMESTAMP_URLS')).to.equal('')
    expect(fallbackOf('MONGODB_URI')).to.equal(undefined)
  })
})
