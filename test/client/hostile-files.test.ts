import { readClockRules } from '#client/case/clocks/read-clock-rules.js'
import { ClientError } from '#client/core/client-error.js'
import { contentSample } from '#client/core/content/content-sample.js'
import { contradictedClaim } from '#client/core/content/contradicted-claim.js'
import { FORMATS } from '#client/core/content/formats.js'
import { contactsIn } from '#client/core/directory/contacts-in.js'
import { rosterFromCsv } from '#client/core/duty/roster-csv.js'
import { readInvitation } from '#client/core/enrolment/read-invitation.js'
import { readAgeingPolicy } from '#client/core/proof/ageing-policy.js'
import { readXliff } from '#client/core/translation/xliff/read-xliff.js'
import { writeXliff, type XliffSource } from '#client/core/translation/xliff/write-xliff.js'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { PartId } from '#crypto/fields/fields.js'
import { fuzzed, ofText, type Parser } from '#test/support/hostile-octets.js'
import { keptExamples } from '#test/support/protocol/kept-examples.js'
import { largeZip, storedZip } from '#test/support/stored-zip.js'

const CONTACT = {
  authority: 'xa.moj',
  state: 'XA',
  name: 'Ministry',
  functions: ['extradition'],
  instruments: [],
  languages: ['en'],
  address: null,
  email: null,
  telephone: null,
  website: null,
  channels: [],
}
const CONTACTS = `authority,state,name,functions,instruments,languages,address,email,telephone,website,channels
xa.moj,XA,"Ministry, ""XA""",extradition,UNTOC | x,en | fr,"A street, a town",a@xa.example,'+41 22 123456,https://xa.example,post
`
const ROSTER = `row,officers,email,zone,days,from,to,first,last
person,Berta,berta@xb.example,,,,,,
shift,Berta | Boris,,Asia/Amman,1 | 2,08:00,16:00,2026-03-01,
exception,Berta,,,,2026-12-24T18:00:00.000Z,2026-12-26T18:00:00.000Z,,
webhook,,https://pager.xb.example/rogatory,,,,,,
`
const RULES = JSON.stringify([
  {
    kind: 'decision',
    instrument: 'UNTOC',
    duration: { count: 30, unit: 'days' },
    warnHours: [168, 48],
    source: 'UNTOC 18 (24)',
  },
])
const POLICY = JSON.stringify({
  sunsets: [{ algorithm: 'RSA', below: 3072, lastDay: '2030-12-31', source: 'SOG-IS' }],
})
const source: XliffSource = {
  item: PartId.parse('019ca8a0-3e80-7000-8000-000000000003'),
  name: 'request.txt',
  text: 'A < B & C\n\ntwo\n',
  pair: { from: 'en', to: 'fr' },
}
const translated = writeXliff(source).replace(
  /(<source[^>]*>)([^<]*)<\/source>/g,
  (whole, _tag, text: string) => `${whole}<target>${text}</target>`,
)

const rules = (text: string) => {
  if (readClockRules(text) === undefined) throw new ClientError('usage', 'no rules', '')
}

/** Holds octets against every name and media type that there is. */
const claimed: Parser = (octets) => {
  const sample = contentSample()
  sample.take(octets)
  for (const { names } of FORMATS) {
    for (const [extension, mediaType] of Object.entries(names)) {
      contradictedClaim(sample.sample(), { name: `file.${extension}`, mediaType })
    }
  }
}
const zip = storedZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'word/a.xml': '<a/>' })

/** What somebody is given by others and opens: it is taken or refused with a code, before long. */
describe('hostile files', function () {
  this.timeout(300_000)
  const files: Readonly<Record<string, readonly [Parser, ...Uint8Array[]]>> = {
    'contacts as CSV': [ofText((text) => contactsIn('contacts.csv', text)), toUtf8(CONTACTS)],
    'contacts as JSON': [
      ofText((text) => contactsIn('contacts.json', text)),
      toUtf8(JSON.stringify([CONTACT])),
    ],
    'a roster as CSV': [ofText(rosterFromCsv), toUtf8(ROSTER)],
    'rules of clocks': [ofText(rules), toUtf8(RULES)],
    'a policy for ageing': [(octets) => readAgeingPolicy('policy.json', octets), toUtf8(POLICY)],
    'an invitation': [ofText(readInvitation), toUtf8(String(keptExamples()['invitation']))],
    'a translation as XLIFF': [ofText((xml) => readXliff(xml, source)), toUtf8(translated)],
    'documents, by their octets': [
      claimed,
      zip,
      largeZip(zip),
      toUtf8('%PDF-1.7\n'),
      toUtf8('{\\rtf1 a}'),
      Uint8Array.of(0xff, 0xfe, 0x3c, 0, 0x61, 0, 0x3e, 0),
    ],
  }
  for (const [what, [parse, ...samples]] of Object.entries(files)) {
    it(what, async () => {
      // What is changed was good before: else nothing but the door would be tried.
      for (const sample of samples) await parse(sample)
      await fuzzed(parse, samples)
    })
  }
})
