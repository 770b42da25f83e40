import { expect } from 'chai'
import fc from 'fast-check'
import { MAX_XML_LENGTH, parseXml } from '#client/core/translation/xliff/parse-xml.js'
import { readXliff } from '#client/core/translation/xliff/read-xliff.js'
import { writeXliff, type XliffSource } from '#client/core/translation/xliff/write-xliff.js'
import { PartId } from '#crypto/fields/fields.js'
import { codeOf } from '#test/support/code-of.js'

const source: XliffSource = {
  item: PartId.parse('019ca8a0-3e80-7000-8000-000000000003'),
  name: 'طلب & "request".txt',
  text: 'طلب تبليغ\n\nA < B & C\n  two  spaces \n',
  pair: { from: 'ar', to: 'fr' },
}
/** What a tool makes of it: a target beside every source. */
const translate = (xml: string, target = (text: string) => `fr: ${text.trim()}`) =>
  xml.replace(
    /(<source[^>]*>)([^<]*)<\/source>/g,
    (whole, _tag, text: string) => `${whole}<target>${target(text)}</target>`,
  )

describe('XLIFF 2.1 for translators’ tools', () => {
  const xml = writeXliff(source)
  const code = (text: string, of = source) => codeOf(() => readXliff(text, of))

  it('goes out with one unit a line, and comes back line by line', () => {
    expect(readXliff(translate(xml), source)).to.equal(
      'fr: طلب تبليغ\n\nfr: A < B & C\nfr: two  spaces\n',
    )
  })

  it('gives back any text that XML can hold, translated into itself', () => {
    const line = fc.string({ unit: 'binary' }).filter((text) => text.trim() !== '')
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
        const whole = { ...source, text: lines.join('\n').replace(/\r\n?/g, '\n') }
        // What XML cannot hold is refused, never changed.
        let written: string
        try {
          written = writeXliff(whole)
        } catch (error) {
          expect((error as { code?: string }).code).to.equal('xliff-malformed')
          return
        }
        expect(
          readXliff(
            translate(written, (text) => text),
            whole,
          ),
        ).to.equal(whole.text)
      }),
    )
  })

  it('may come back with other segments, notes, comments and modules of a tool', () => {
    const divided = translate(xml)
      .replace(
        /<segment id="s1"><source[^>]*>طلب تبليغ<\/source><target>[^<]*<\/target><\/segment>/,
        '<notes><note>?</note></notes><mda:metadata xmlns:mda="urn:m"><x/></mda:metadata>' +
          '<segment id="a" state="final"><source>طلب</source><target>demande</target></segment>' +
          '<ignorable><source> </source></ignorable><!-- tool -->' +
          '<segment id="b"><source>تبليغ</source><target>de notification</target></segment>',
      )
      .replace('<?xml version="1.0" encoding="UTF-8"?>', '\uFEFF<?xml version="1.0"?>')
    expect(readXliff(divided, source).split('\n')[0]).to.equal('demande de notification')
  })

  for (const [what, change, expected] of [
    ['another language', ['trgLang="fr"', 'trgLang="en"'], 'translation-language'],
    ['another file', ['000000000003', '000000000004'], 'xliff-misaligned'],
    ['XLIFF 1.2', ['version="2.1"', 'version="1.2"'], 'xliff-malformed'],
    ['a source that was changed', ['A &lt; B', 'A &gt; B'], 'xliff-misaligned'],
    ['a unit in another place', ['id="u3"', 'id="u4"'], 'xliff-misaligned'],
    [
      'an empty target',
      ['<target>fr: طلب تبليغ</target>', '<target> </target>'],
      'translation-empty',
    ],
    ['no target', ['<target>fr: طلب تبليغ</target>', ''], 'translation-empty'],
    ['a target of two lines', ['<target>fr: ط', '<target>fr:&#10;ط'], 'xliff-misaligned'],
    ['inline codes', ['<target>fr: ط', '<target><ph id="1"/>fr: ط'], 'xliff-malformed'],
    ['two targets', ['<target>fr: ط', '<target>x</target><target>fr: ط'], 'xliff-malformed'],
    ['a unit too many', ['</file>', '<unit id="u9"/></file>'], 'xliff-misaligned'],
  ] as const) {
    it(`is refused with ${what}`, async () => {
      const [from, to] = change
      const back = translate(xml)
      expect(back).to.include(from)
      expect(await code(back.replace(from, to))).to.equal(expected)
    })
  }

  describe('by a hostile hand', () => {
    const bomb = ['<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>', '<xliff>&b;</xliff>'].join(
      '',
    )
    for (const [what, text] of [
      ['a bomb of entities', bomb],
      ['an external entity', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'],
      ['an external document type', '<!DOCTYPE x SYSTEM "http://evil.example/x.dtd"><x/>'],
      ['an entity of nobody', '<x>&e;</x>'],
      ['a reference that does not end', '<x>&amp</x>'],
      ['CDATA', '<x><![CDATA[y]]></x>'],
      ['an instruction', '<x><?php evil() ?></x>'],
      ['a control character by number', '<x>&#0;</x>'],
      ['a surrogate by number', '<x>&#xD800;</x>'],
      ['a character beyond Unicode', '<x>&#x110000;</x>'],
      ['an attribute twice', '<x a="1" a="2"/>'],
      ['a < in an attribute', '<x a="<"/>'],
      ['an attribute without quotes', '<x a=1/>'],
      ['too many attributes', `<x ${Array.from({ length: 65 }, (_, i) => `a${i}=""`).join(' ')}/>`],
      ['elements that cross', '<x><y></x></y>'],
      ['an end without a beginning', '</x>'],
      ['a comment that does not end', '<x><!-- '],
      ['an element that does not end', '<x><y/>'],
      ['two roots', '<x/><y/>'],
      ['text beside the root', '<x/>y'],
      ['nothing', ''],
      ['too many levels', '<x>'.repeat(40) + '</x>'.repeat(40)],
      ['a million levels', '<x>'.repeat(1_000_000)],
      ['a huge document', ' '.repeat(MAX_XML_LENGTH + 1)],
    ] as const) {
      it(`is refused: ${what}`, async () => {
        expect(await codeOf(() => parseXml(text))).to.equal('xliff-malformed')
      })
    }

    it('is read once: what a reference stands for is no markup and no reference', () => {
      expect(parseXml('<x>&#38;lt;&lt;y/&gt;</x>').children).to.deep.equal(['&lt;<y/>'])
    })

    it('never ends otherwise than with an element or that refusal, whatever it is', () => {
      const token = fc.constantFrom(
        '<',
        '>',
        '</',
        '/>',
        '<!--',
        '-->',
        '&',
        ';',
        '="',
        '"',
        'x',
        ' ',
      )
      fc.assert(
        fc.property(fc.array(token, { maxLength: 40 }), (tokens) => {
          try {
            expect(parseXml(tokens.join('')).name).to.be.a('string')
          } catch (error) {
            expect((error as { code?: string }).code).to.equal('xliff-malformed')
          }
        }),
        { numRuns: 2000 },
      )
    })
  })
})
