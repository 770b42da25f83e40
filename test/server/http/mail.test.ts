import { expect } from 'chai'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { verifyEvidence } from '#crypto/evidence/verify-evidence.js'
import { endpoints } from '#server/contract/endpoints.js'
import { callerOf } from '#test/support/fake-relay.js'
import { type HttpRelay, httpRelay } from '#test/support/http-relay.js'
import {
  sampleReceipt,
  type SampleSubmission,
  sampleSubmission,
} from '#test/support/sample-submission.js'
import { after, NOW } from '#test/support/world/moments.js'

describe('mail over HTTP', () => {
  let http: HttpRelay
  let sample: SampleSubmission
  const drafter = () => http.as(http.relay.drafter)
  const registrar = () => http.as(http.relay.registrar)
  const consigned = async () => {
    await http.relay.submit(callerOf(http.relay.drafter), sample.submission)
    await http.relay.consign({ header: sample.header })
  }

  beforeEach(async () => {
    http = await httpRelay()
    sample = await sampleSubmission(http.relay)
  })
  afterEach(() => http.close())

  it('answers a submission 201 with A.1, the same again 200 with the same', async () => {
    const officer = drafter()
    const first = await officer.post('/v1/packages', sample.submission)
    expect(first.status).to.equal(201)
    const { evidence } = endpoints.submitPackage.reply.parse(await first.json())
    const { payload } = await verifyEvidence(evidence.statement, http.relay.relay.entry)
    expect(payload).to.include({ code: 'A.1', header: sample.header })
    http.relay.setClock(after(NOW, 1))
    const again = await officer.post('/v1/packages', sample.submission)
    expect(again.status).to.equal(200)
    expect(await again.json()).to.deep.equal({ evidence })
  })

  it('answers what is refused for good 422 with a signed A.2', async () => {
    const unapproved = await sampleSubmission(http.relay, { approvers: [] })
    const response = await drafter().post('/v1/packages', unapproved.submission)
    expect(response.status).to.equal(422)
    expect(response.headers.get('content-type')).to.include('application/json')
    const { evidence } = endpoints.submitPackage.reply.parse(await response.json())
    const { payload } = await verifyEvidence(evidence.statement, http.relay.relay.entry)
    expect(payload).to.include({ code: 'A.2' })
  })

  it('refuses the approval of an officer whose credential has ended by then, and takes it a moment before', async () => {
    const { xa } = http.relay
    const late = await xa.officer('Lea Late', ['legal'])
    const claims = { ...late.claims, validTo: after(NOW, 60).toISOString() }
    const credential = await signCredential(claims, xa.credentialsKey)
    await http.relay.publishCredential({ credential })
    const approved = await sampleSubmission(http.relay, { approvers: [{ ...late, credential }] })
    http.relay.setClock(after(NOW, 61))
    const response = await drafter().post('/v1/packages', approved.submission)
    expect(response.status).to.equal(422)
    expect(response.headers.get('content-type')).to.include('application/problem+json')
    expect(await response.json()).to.include({ code: 'statement-invalid' })
    // No signed refusal: a later approval of the same header is good still.
    expect(await http.relay.packages.find(approved.draft.package)).to.equal(undefined)
    http.relay.setClock(after(NOW, 59))
    expect((await drafter().post('/v1/packages', approved.submission)).status).to.equal(201)
  })

  it('answers a submission without its parts with a problem that uploading cures', async () => {
    const early = await sampleSubmission(http.relay, { withoutParts: true })
    const response = await drafter().post('/v1/packages', early.submission)
    expect(response.status).to.equal(409)
    expect(response.headers.get('content-type')).to.include('application/problem+json')
    expect(await response.json()).to.include({
      type: 'urn:rogatory:problem:part-missing',
      code: 'part-missing',
      status: 409,
    })
  })

  it('refuses a submission in another authority’s name', async () => {
    const response = await registrar().post('/v1/packages', sample.submission)
    expect(response.status).to.equal(422)
    expect(await response.json()).to.include({ code: 'statement-invalid' })
  })

  it('lists and shows the package to sender and recipient', async () => {
    await consigned()
    const sent = await drafter().send('/v1/packages?box=sent')
    expect(endpoints.listPackages.reply.parse(await sent.json()).packages).to.have.length(1)
    const inbox = await registrar().send('/v1/packages?box=inbox&limit=1')
    expect(endpoints.listPackages.reply.parse(await inbox.json()).packages).to.have.length(1)
    const shown = await registrar().send(`/v1/packages/${sample.draft.package}`)
    const record = endpoints.readPackage.reply.parse(await shown.json())
    expect(record.header).to.equal(sample.submission.header)
    expect(shown.headers.get('cache-control')).to.equal('no-store')
  })

  it('shows nothing to a third authority, nor that there is something', async () => {
    await consigned()
    const stranger = await http.relay.xc.officer('Cleo Curious', ['case', 'registrar'])
    await http.relay.publishCredential({ credential: stranger.credential })
    const curious = http.as(stranger)
    const unknown = '01890000-0000-7000-8000-000000000000'
    for (const suffix of ['', '/envelope', `/parts/${sample.parts[0]?.manifest.part ?? ''}`]) {
      const [real, invented] = await Promise.all(
        [sample.draft.package, unknown].map(async (id) => {
          const response = await curious.send(`/v1/packages/${id}${suffix}`)
          const body = (await response.json()) as Record<string, string>
          return {
            status: response.status,
            ...body,
            request: '',
            detail: body['detail']?.replace(id, 'ID'),
          }
        }),
      )
      expect(real).to.deep.equal(invented)
      expect(real).to.include({ status: 404, code: 'package-unknown' })
    }
  })

  it('takes a receipt and answers with C.3; another one is a conflict', async () => {
    await consigned()
    const path = `/v1/packages/${sample.draft.package}/receipts`
    const receipt = await sampleReceipt(http.relay, sample)
    const first = await registrar().post(path, receipt)
    expect(first.status).to.equal(200)
    const { evidence } = endpoints.acknowledgePackage.reply.parse(await first.json())
    const { payload } = await verifyEvidence(evidence.statement, http.relay.relay.entry)
    expect(payload).to.include({ code: 'C.3' })
    const other = await sampleReceipt(http.relay, sample, { outcome: 'rejected', reason: 'no' })
    const second = await registrar().post(path, other)
    expect(second.status).to.equal(409)
    expect(await second.json()).to.include({ code: 'receipt-conflict' })
  })

  it('gives what a proof is made from, with a path in the log for each statement', async () => {
    await consigned()
    await http.sequence()
    const response = await drafter().send(`/v1/packages/${sample.draft.package}/proof`)
    const material = endpoints.readProof.reply.parse(await response.json())
    expect(material.record.evidence.map(({ digest }) => digest)).to.satisfy((all: string[]) =>
      all.every((digest) => material.leaves.some((leaf) => leaf.digest === digest)),
    )
    expect(material).to.deep.include({ pending: [], stampPending: true })
  })

  it('feeds the authority its events, in the log’s order once they have one', async () => {
    await consigned()
    const fresh = await drafter().send('/v1/events')
    const before = endpoints.readFeed.reply.parse(await fresh.json())
    expect(before.events.map(({ code }) => code)).to.deep.equal(['A.1', 'D.1'])
    expect(before).to.include({ position: -1, more: false })
    await http.sequence()
    const later = await drafter().send('/v1/events?after=-1&limit=1')
    const page = endpoints.readFeed.reply.parse(await later.json())
    expect(page.more).to.equal(true)
    expect(page.position).to.equal(page.events[0]?.evidence.index)
  })

  it('stores and returns the vault, versions in order', async () => {
    const admin = await http.relay.xa.officer('Adam Admin', ['admin'])
    await http.relay.publishCredential({ credential: admin.credential })
    expect((await drafter().send('/v1/vault')).status).to.equal(404)
    const put = (version: number, vault: string) =>
      http.as(admin).post('/v1/vault', { version, vault }, 'PUT')
    expect((await put(1, '{"opaque":true}')).status).to.equal(200)
    expect((await put(1, '{"other":true}')).status).to.equal(409)
    expect((await put(2, 'x'.repeat(1024 * 1024))).status).to.equal(200)
    const read = await drafter().send('/v1/vault')
    expect(endpoints.readVault.reply.parse(await read.json()).version).to.equal(2)
    const forbidden = await drafter().post('/v1/vault', { version: 3, vault: '{}' }, 'PUT')
    expect(forbidden.status).to.equal(403)
    expect(await forbidden.json()).to.include({ code: 'not-permitted' })
  })
})
