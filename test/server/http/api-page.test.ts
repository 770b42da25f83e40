import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { endpoints } from '#server/contract/endpoints.js'
import { apiPage } from '#server/http/api-page.js'
import { describeApi } from '#server/http/describe-api.js'
import { type HttpRelay, httpRelay } from '#test/support/http-relay.js'

describe('the description of the API over HTTP', () => {
  let http: HttpRelay
  before(async () => {
    http = await httpRelay()
  })
  after(() => http.close())

  it('is this contract, for machines', async () => {
    const response = await fetch(`${http.url}/openapi.json`)
    expect(response.headers.get('content-type')).to.equal('application/json; charset=utf-8')
    const api = (await response.json()) as { info: { version: string } }
    expect(api).to.deep.equal(JSON.parse(JSON.stringify(describeApi(api.info.version))))
    expect(api.info.version).to.match(/^\d+\.\d+\.\d+$/)
  })

  it('is a page for people that names every operation, runs nothing and loads nothing', async () => {
    const response = await fetch(`${http.url}/api`)
    const html = await response.text()
    for (const name of Object.keys(endpoints)) expect(html).to.include(`id="${name}"`)
    expect(html).to.not.match(/<script|<link|<img|<iframe|@import|url\(|\bon[a-z]+=/)
    expect(html.match(/(?:src|href)="[^"]*"/g)).to.deep.equal(['href="/openapi.json"'])
    const policy = response.headers.get('content-security-policy') ?? ''
    const style = /<style>([^]*)<\/style>/.exec(html)?.[1] ?? ''
    const digest = createHash('sha256').update(style).digest('base64')
    expect(policy).to.include("default-src 'none'").and.include(`style-src 'sha256-${digest}'`)
  })

  it('writes what the contract says as text, whatever it is', () => {
    const operation = { operationId: 'x', summary: '<b>"&', responses: { 200: '<script>' } }
    const html = apiPage({
      info: { title: '<i>', version: '1' },
      paths: { '/<x>': { get: operation } },
    })
    expect(html).to.not.include('<b>').and.not.include('<i>').and.not.include('<script>')
    expect(html).to.include('&lt;b&gt;&quot;&amp;')
  })
})
