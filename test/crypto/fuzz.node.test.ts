import fc from 'fast-check'
import { validateForm } from '#client/templates/validate-form.js'
import { templates } from '#client/templates/catalogue.js'
import { fromBase64, fromBase64Url, toBase64, toUtf8 } from '#crypto/bytes/bytes.js'
import { parseJson } from '#crypto/canonical/parse-json.js'
import { Application } from '#crypto/directory/application.js'
import { ClockRequest } from '#crypto/clock/clock-request.js'
import { Decision } from '#crypto/directory/decision.js'
import { DirectoryEntry } from '#crypto/directory/entry.js'
import { Inquiry } from '#crypto/directory/inquiry.js'
import { Invitation } from '#crypto/directory/invitation.js'
import { OfficerCredential } from '#crypto/directory/officer-credential.js'
import { Revocation, Suspension } from '#crypto/directory/revocation.js'
import { Downgrade } from '#crypto/downgrade/downgrade.js'
import { DowngradeRecord, MAX_DOWNGRADE_BYTES } from '#crypto/downgrade/downgrade-record.js'
import { DraftVersion } from '#crypto/drafts/draft-version.js'
import { DutyAct } from '#crypto/duty/duty-act.js'
import { DutyRoster } from '#crypto/duty/duty-roster.js'
import { Absence } from '#crypto/evidence/absence.js'
import { Evidence } from '#crypto/evidence/evidence.js'
import { Receipt } from '#crypto/evidence/receipt.js'
import { Approval } from '#crypto/package/approval.js'
import { Header } from '#crypto/package/header.js'
import { Manifest } from '#crypto/package/manifest.js'
import { CertifiedTranslation } from '#crypto/translation/certified-translation.js'
import { HandoffAct } from '#crypto/translation/handoff-act.js'
import { Handoff } from '#crypto/translation/handoff.js'
import { readTrustList } from '#crypto/directory/trust-list.js'
import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { readBoundKeystore } from '#crypto/keystore/read-bound-keystore.js'
import { readPublicJwk } from '#crypto/keys/read-jwk.js'
import { readEnvelope } from '#crypto/envelope/read-envelope.js'
import { CryptoError } from '#crypto/errors.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { readCertificateRequest } from '#crypto/pki/certificate-request.js'
import { readDer } from '#crypto/pki/der/read-der.js'
import { explicit, TAG } from '#crypto/pki/der/tag.js'
import { der, octetString, oid, sequence } from '#crypto/pki/der/write-der.js'
import { readOcspResponse } from '#crypto/pki/ocsp-response.js'
import { OID } from '#crypto/pki/oid.js'
import { readRevocationList } from '#crypto/pki/revocation-list.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { serialiseBundle } from '#crypto/proof/serialise-bundle.js'
import { LegalHold } from '#crypto/retention/legal-hold.js'
import { RetentionSchedule } from '#crypto/retention/retention-schedule.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { readTimestampRequest } from '#crypto/timestamp/timestamp-request.js'
import { readTimestampResponse } from '#crypto/timestamp/timestamp-response.js'
import { readSignedToken } from '#crypto/timestamp/signed-token.js'
import { parseCheckpoint } from '#crypto/transparency/checkpoint.js'
import { verifyCosignature } from '#crypto/transparency/cosignature.js'
import { parseNote } from '#crypto/transparency/note.js'
import { parseVerifierKey } from '#crypto/transparency/note-key.js'
import { parseTile, parseTilePath } from '#crypto/transparency/tiles.js'
import { parseWitnessRequest } from '#crypto/transparency/witness-request.js'
import { Refusal } from '#server/domain/errors.js'
import { announcedUpload } from '#server/http/uploads/announced-upload.js'
import { readRange } from '#server/http/range.js'
import { fuzzed, ofText, type Parser, SEED } from '#test/support/hostile-octets.js'
import { keptExamples } from '#test/support/protocol/kept-examples.js'
import { sampleForm } from '#test/support/templates/sample-form.js'
import { sampleBundle } from '#test/support/world/sample-bundle.js'

const payloads = {
  'entry-sender': DirectoryEntry,
  'credential-drafter': OfficerCredential,
  revocation: Revocation,
  suspension: Suspension,
  invitation: Invitation,
  application: Application,
  inquiry: Inquiry,
  decision: Decision,
  header: Header,
  manifest: Manifest,
  approval: Approval,
  'evidence-c3': Evidence,
  'evidence-h1': Evidence,
  receipt: Receipt,
  absence: Absence,
  clock: ClockRequest,
  handoff: Handoff,
  translation: CertifiedTranslation,
  roster: DutyRoster,
  'duty-act': DutyAct,
  draft: DraftVersion,
  'handoff-act': HandoffAct,
  'handoff-accepted': HandoffAct,
  downgrade: Downgrade,
  'retention-schedule': RetentionSchedule,
  'legal-hold': LegalHold,
}

const examples = keptExamples()
const example = (name: string): Uint8Array => {
  const kept = examples[name]
  return toUtf8(typeof kept === 'string' ? kept : JSON.stringify(kept))
}
const text = (name: string): string => String(examples[name])
const derOf = (name: string): Uint8Array => fromBase64(text(name))

const readRecord = (json: string) =>
  DowngradeRecord.safeParse(parseJson(json, { maxBytes: MAX_DOWNGRADE_BYTES, maxDepth: 12 }))

/** Whatever comes is either taken or refused with a code, before long. */
describe('hostile octets at every parser', function () {
  this.timeout(300_000)

  function fuzz(name: string, parse: Parser, samples: () => readonly Uint8Array[]): void {
    it(name, () => fuzzed(parse, samples()))
  }

  const names = Object.keys(examples)
  const spelt = (name: string) => /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(String(examples[name]))
  const statements = names.filter(spelt)

  fuzz('statements, spelt otherwise', ofText(readStatement), () => statements.map(example))
  // What a schema makes of members that are other than promised, without a signature in the way.
  for (const [name, schema] of Object.entries(payloads)) {
    const [, payload = ''] = String(examples[name]).split('.')
    const read = (json: string) =>
      schema.safeParse(parseJson(json, { maxBytes: 2 ** 20, maxDepth: 32 }))
    fuzz(`the payload of a statement: ${name}`, ofText(read), () => [fromBase64Url(payload)])
  }
  fuzz(
    'JSON',
    ofText((json) => parseJson(json, { maxBytes: 100_000, maxDepth: 16 })),
    () => [
      example('bundle'),
      example('envelope'),
      toUtf8('{"a":[1,-0.5e3,"\\u00e9\\n",true,false,null,{}]}'),
    ],
  )
  fuzz('envelopes', ofText(readEnvelope), () => [example('envelope'), example('vault')])
  fuzz(
    'keys',
    ofText((json) => readPublicJwk(parsed(json))),
    () => [
      example('vault-key'),
      toUtf8(JSON.stringify((examples['thumbprint'] as { jwk: object }).jwk)),
    ],
  )
  fuzz('trust lists', ofText(readTrustList), () => [example('trust')])
  fuzz('notes', ofText(parseNote), () => [example('checkpoint')])
  fuzz('checkpoints', ofText(parseCheckpoint), () => [
    toUtf8(String(examples['checkpoint']).replace(/\n\n.*$/s, '\n')),
  ])
  fuzz('verifier keys', ofText(parseVerifierKey), () => [
    example('log-key'),
    example('witness-key'),
  ])
  fuzz('requests to witnesses', ofText(parseWitnessRequest), () => [
    toUtf8(`old 3\n${toBase64(new Uint8Array(32))}\n\n${String(examples['checkpoint'])}`),
  ])
  fuzz(
    'tiles',
    (octets) => parseTile(octets, Math.floor(octets.length / 32)),
    () => [new Uint8Array(4 * 32)],
  )
  fuzz(
    'cosignatures',
    ofText(async (note) => verifyCosignature(note, await parseVerifierKey(text('witness-key')))),
    () => [example('checkpoint')],
  )
  fuzz('paths of tiles', ofText(parseTilePath), () => [toUtf8('0/x001/234.p/17')])
  fuzz(
    'DER',
    (octets) => readDer(octets, 65_536),
    () => [derOf('timestamp-token')],
  )
  fuzz('certificates, as DER', readCertificate, certificates)
  fuzz('certificates, as text', ofText(readCertificate), () => [
    toUtf8(toBase64(certificates()[0] ?? new Uint8Array())),
    toUtf8(String((JSON.parse(String(examples['trust'])) as { roots: string[] }).roots[0])),
  ])
  fuzz('requests for certificates', ofText(readCertificateRequest), () => [
    toUtf8(String((JSON.parse(String(examples['trust'])) as { roots: string[] }).roots[0])),
  ])
  fuzz('revocation lists', ofText(readRevocationList), () => [example('revocation-list')])
  fuzz('revocation lists, as DER', readRevocationList, () => [revocationList()])
  fuzz('OCSP responses', readOcspResponse, () => [
    // The frame of a response around what is signed alike.
    sequence(
      der(TAG.enumerated, Uint8Array.of(0)),
      der(explicit(0), sequence(oid(OID.ocspBasic), octetString(revocationList()))),
    ),
  ])
  fuzz('requests for time-stamps', readTimestampRequest, () => [derOf('timestamp-request')])
  fuzz('answers of time-stamping authorities', readTimestampResponse, () => [
    sequence(sequence(der(TAG.integer, Uint8Array.of(0))), derOf('timestamp-token')),
  ])
  fuzz('time-stamps', readSignedToken, () => [derOf('timestamp-token')])
  fuzz(
    'ranges',
    ofText((range) => readRange(range, 1000)),
    () => [toUtf8('bytes=0-499')],
  )

  it('proof bundles', async () => fuzzed(parseBundle, [serialiseBundle(await sampleBundle())]))

  it('keystores, where nothing is derived from what a stranger made costly', () => {
    const costly = String(examples['keystore'])
      .replace('"memoryKiB": 65536', '"memoryKiB": 4194304')
      .replace('"passes": 3', '"passes": 1000000')
    return fuzzed(
      ofText((file) => openKeystore(file, 'wrong')),
      [toUtf8(costly)],
      20,
    )
  })

  fuzz('records of downgrades', ofText(readRecord), () => [example('downgrade-record')])
  fuzz('bound keystores, unopened', ofText(readBoundKeystore), () => [example('bound-keystore')])

  it('forms, of every template, of whatever shape', () => {
    const at = new Date('2026-11-28T12:00:00Z')
    const value = fc.anything({ maxDepth: 4, withNullPrototype: true, withDate: false })
    for (const template of templates) {
      const form = sampleForm(template)
      const members = Object.keys(form)
      const one = fc.record({ member: fc.constantFrom(...members, '__proto__', 'x'), value })
      fc.assert(
        fc.property(fc.array(one, { maxLength: 4 }), value, (changes, whole) => {
          const changed = {
            ...form,
            ...Object.fromEntries(changes.map((c) => [c.member, c.value])),
          }
          validateForm(template, changed, { at })
          validateForm(template, whole, { at })
        }),
        { seed: SEED, numRuns: 20 },
      )
    }
  })

  it('announcements of uploads', () => {
    const metadata = fc.dictionary(fc.string(), fc.option(fc.string()), { maxKeys: 5 })
    const caller = { authority: 'xa.moj' } as never
    fc.assert(
      fc.property(metadata, fc.option(fc.string()), (given, length) => {
        try {
          announcedUpload(caller, given, length)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
      }),
      { seed: SEED },
    )
  })

  function certificates(): Uint8Array[] {
    const { roots } = JSON.parse(String(examples['trust'])) as { roots: string[] }
    return roots.map((pem) => fromBase64(pem.replace(/-----[^-]+-----|\s/g, '')))
  }
  const revocationList = () =>
    fromBase64(String(examples['revocation-list']).replace(/-----[^-]+-----|\s/g, ''))
})

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new CryptoError('keys/malformed', 'no JSON')
  }
}
