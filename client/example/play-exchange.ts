import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import { acknowledgePackage } from '../core/packages/acknowledge-package.js'
import { composePackage } from '../core/packages/compose-package.js'
import { deliverPackage } from '../core/packages/deliver-package.js'
import { exportProof } from '../core/proof/export-proof.js'
import { openDocuments, readPackage } from '../core/packages/open-package.js'
import { diskDocument } from '../files/disk-document.js'
import { diskSink } from '../files/disk-sink.js'
import { letterPdf } from '../files/letter-pdf.js'
import { writeDurably } from '../files/write-durably.js'
import { officerAt } from '../keystore/officer-at.js'
import { scanPng } from './documents.js'
import { exampleForm } from './request-form.js'

const PlayedExchange = z.strictObject({
  package: PackageId,
  letter: z.string(),
  form: z.string(),
  bundle: z.string(),
})
export type PlayedExchange = z.infer<typeof PlayedExchange>

const BELMARA = AuthorityId.parse('xb.pgo')
const PROOF_WITHIN_MS = 75_000

/**
 * Plays one request from end to end, once: sent by Arcadia, opened and acknowledged by Belmara, the
 * proof exported. Each step looks at what is already there, so a start that was cut off is continued.
 */
export async function playExchange(data: string): Promise<PlayedExchange> {
  const folder = join(data, 'example')
  const record = join(folder, 'exchange.json')
  const played = await readFile(record, 'utf8').catch(() => undefined)
  if (played !== undefined) return PlayedExchange.parse(JSON.parse(played))

  const { letter, scan, form } = await writeDocuments(folder)
  const alma = await officerAt(join(data, 'xa'))
  const yusuf = await officerAt(join(data, 'xb'))

  const [waiting] = await alma.platform.outgoing.waiting()
  const id =
    waiting ??
    (await composePackage(alma, {
      to: [BELMARA],
      template: { id: 'mla-request', version: 2 },
      form: exampleForm,
      documents: [await diskDocument(letter), await diskDocument(scan)],
    }))
  await deliverPackage(alma, id)

  const received = await untilAvailable(() => readPackage(yusuf, id))
  const inbox = join(folder, 'received')
  await mkdir(inbox, { recursive: true })
  await openDocuments(yusuf, received, (part) =>
    diskSink(join(inbox, part.name), { replace: true }),
  )
  await acknowledgePackage(yusuf, id)

  const bundle = join(folder, 'example.rogatory-proof')
  const proof = await exportProof(alma, id, { discloseManifest: true, withinMs: PROOF_WITHIN_MS })
  await writeDurably(bundle, proof.octets)
  const exchange: PlayedExchange = { package: id, letter, form, bundle }
  await writeDurably(record, JSON.stringify(exchange))
  return exchange
}

async function writeDocuments(folder: string) {
  await mkdir(folder, { recursive: true })
  const letter = join(folder, 'request.pdf')
  const scan = join(folder, 'court-order-scan.png')
  const form = join(folder, 'mla-request.json')
  await writeFile(letter, letterPdf(LETTER))
  await writeFile(scan, scanPng('court order 1402'))
  await writeFile(form, `${JSON.stringify(exampleForm, undefined, 2)}\n`)
  return { letter, scan, form }
}

const LETTER = [
  'Ministry of Justice of Arcadia - Central Authority',
  '',
  'Request for mutual legal assistance, file 1402/26.7 TELSB',
  'under article 18 of the United Nations Convention',
  'against Transnational Organized Crime.',
  '',
  'To the Prosecutor General of Belmara, International Department.',
  'We ask for certified copies of the documents named in the form.',
  '',
  'This letter is an example. No such State, person or case exists.',
]

/** The package is there for its recipient as soon as the workers have stated D.1. */
async function untilAvailable<T>(read: () => Promise<T>): Promise<T> {
  const until = performance.now() + 30_000
  for (;;) {
    try {
      return await read()
    } catch (error) {
      const passing = error instanceof Error && 'status' in error && error.status === 404
      if (!passing || performance.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
