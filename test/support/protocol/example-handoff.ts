import { digestOf } from '#crypto/bytes/sha256.js'
import { issueEvidence } from '#crypto/evidence/issue-evidence.js'
import { HandoffId, PackageId, PartId } from '#crypto/fields/fields.js'
import { exportPrivateJwk } from '#crypto/keys/export-private.js'
import { Header } from '#crypto/package/header.js'
import { Manifest } from '#crypto/package/manifest.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { sealedLength } from '#crypto/stream/layout.js'
import { HandoffContent } from '#crypto/translation/handoff-content.js'
import { sealHandoffContent } from '#crypto/translation/seal-content.js'
import { signHandoff, signHandoffAct, signTranslation } from '#crypto/translation/sign-handoff.js'
import { after, NOW } from '#test/support/world/moments.js'
import type { exampleNetwork } from './example-network.js'

type Network = Pick<
  Awaited<ReturnType<typeof exampleNetwork>>,
  'registrar' | 'translator' | 'relay'
>

const DAY = 24 * 3600
const id = (number: string) => `019ca8a0-3e80-7000-8000-0000000000${number}`
const TARGET = 'Veuillez signifier cette citation.\n'

/** The recipient has the document of the examples translated, and certified. */
export async function exampleHandoff(
  { registrar, translator, relay }: Network,
  pkg: { readonly header: string; readonly manifest: string },
) {
  const header = Header.parse((await readStatement(pkg.header)).payload)
  const manifest = Manifest.parse((await readStatement(pkg.manifest)).payload)
  const { authority, officer } = translator.claims
  const handoff = HandoffId.parse(id('20'))
  const pair = { from: 'en', to: 'fr' }
  const content = HandoffContent.parse({
    format: 'rogatory-handoff',
    version: 1,
    handoff,
    pair,
    purpose: 'Service of a summons',
    marks: manifest.marks,
    items: manifest.parts.map(({ part, name, mediaType, length, digest, key, mark }) => ({
      part,
      name,
      mediaType,
      length,
      digest,
      key,
      mark,
    })),
    fields: null,
    reviewer: null,
  })
  const envelope = await sealHandoffContent(content, translator.openingKey)
  const statement = await signHandoff(
    {
      handoff,
      authority,
      declared: NOW.toISOString(),
      supersedes: null,
      source: {
        sender: header.sender,
        package: header.package,
        header: await digestOf(pkg.header),
        parts: header.parts.map(({ part, length, digest }) => ({ part, length, digest })),
      },
      pair,
      turns: [
        {
          translator: { authority, officer, kid: translator.key.kid },
          envelope: await digestOf(envelope),
          acceptBy: after(NOW, DAY).toISOString(),
          due: after(NOW, 10 * DAY).toISOString(),
          reminders: [after(NOW, 8 * DAY).toISOString()],
        },
      ],
      reviewer: null,
    },
    registrar.key,
  )
  const assignment = await digestOf(statement)
  const [part] = header.parts
  const [document] = content.items
  if (part === undefined || document === undefined) throw new TypeError('the example has one part')
  const returned = await signHandoffAct(
    {
      act: 'return',
      handoff,
      assignment,
      declared: after(NOW, DAY).toISOString(),
      turn: 0,
      language: 'fr',
      machine: 'none',
      complete: true,
      package: PackageId.parse(id('21')),
      targets: [
        {
          item: part.part,
          part: PartId.parse(id('22')),
          length: sealedLength(new TextEncoder().encode(TARGET).length),
          digest: await digestOf('the ciphertext of the translation'),
        },
      ],
      envelope: await digestOf('the envelope of the return'),
    },
    translator.key,
  )
  return {
    'credential-translator': translator.credential,
    'handoff-content': content,
    'handoff-envelope': envelope,
    'handoff-key': await exportPrivateJwk(translator.openingKey),
    handoff: statement,
    'handoff-act': returned,
    translation: await signTranslation(
      {
        handoff,
        assignment,
        return: await digestOf(returned),
        accreditation: { body: 'Ministry of Justice of Xbland', number: 'T-1234' },
        pair,
        items: [
          {
            item: part.part,
            sealed: part.digest,
            source: document.digest,
            target: await digestOf(TARGET),
          },
        ],
        complete: true,
        machine: 'none',
        prevails: 'original',
        instrument: null,
        declared: after(NOW, DAY).toISOString(),
      },
      translator.key,
    ),
    'evidence-h1': await issueEvidence(
      {
        about: 'handoff',
        code: 'H.1',
        time: NOW.toISOString(),
        issuer: relay.entry.payload.authority,
        handoff,
        assignment,
        authority,
        turn: 0,
        sequence: 0,
        previous: null,
        subject: assignment,
        moment: null,
      },
      relay.evidence,
    ),
  }
}
