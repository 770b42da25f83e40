import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stdout } from 'node:process'
import { Command, Option } from 'commander'
import { AuthorityId } from '#crypto/fields/fields.js'
import type { Session } from '../core/session/session.js'
import { acknowledgePackage } from '../core/packages/acknowledge-package.js'
import { composePackage } from '../core/packages/compose-package.js'
import { deliverPackage } from '../core/packages/deliver-package.js'
import { exportProof } from '../core/proof/export-proof.js'
import { openDocuments, readPackage } from '../core/packages/open-package.js'
import { packageStatus } from '../core/packages/package-status.js'
import { watchEvents } from '../core/session/watch-events.js'
import { diskDocument } from '../files/disk-document.js'
import { diskSink } from '../files/disk-sink.js'
import { letterPdf } from '../files/letter-pdf.js'
import { nodePlatform } from '../files/node-platform.js'
import { officerAt } from '../keystore/officer-at.js'
import { exampleAuthorities } from './authorities.js'
import { scanPng } from './documents.js'
import { enrolExample } from './enrol-example.js'
import { exampleForm } from './request-form.js'
import { proveOffline } from './prove-offline.js'
import { storyteller } from './storyteller.js'
import { playTranslation } from './play-translation.js'

const MIB = 1024 * 1024
const { say, timed } = storyteller(stdout)

/** The first half of `npm run demo`, against a running relay; leaves documents and bundle in `data`. */
async function exchange({ data, origin, relayId, bulk }: Exchange): Promise<void> {
  await timed('two authorities enrol: certificate, entry, officers, vault', async () => {
    for (const authority of exampleAuthorities) {
      await enrolExample(authority, { data, origin, relayId })
    }
  })
  const alma = await officerAt(join(data, 'xa'))
  const yusuf = await officerAt(join(data, 'xb'))
  const documents = await writeDocuments(join(data, 'documents'), Number(bulk))
  const notified = firstNotice(yusuf)

  say(
    'xa.moj',
    `Alma Reyes seals a request of three documents: a PDF, a scan, ${bulk} MB of binary`,
  )
  const id = await timed('sealed on her machine, each document under a key of its own', async () =>
    composePackage(alma, {
      to: [AuthorityId.parse('xb.pgo')],
      template: { id: 'mla-request', version: 2 },
      form: exampleForm,
      documents: await Promise.all(documents.map(diskDocument)),
      urgency: 'urgent',
    }),
  )
  const accepted = await timed('uploaded and submitted', () => deliverPackage(alma, id))
  const answered = performance.now()
  say('relay', `evidence A.1 (submission accepted), ${accepted.payload.time}`)
  const at = await notified
  say(
    'xb.pgo',
    `Yusuf Demir is notified over the socket (${Math.max(0, at - answered).toFixed(0)} ms later)`,
  )

  const received = join(data, 'received')
  await mkdir(received, { recursive: true })
  await timed('he opens it: downloaded, decrypted, every digest compared', async () => {
    const opened = await readPackage(yusuf, id)
    await openDocuments(yusuf, opened, (part) => diskSink(join(received, part.name)))
  })
  for (const path of documents) {
    const name = path.split('/').at(-1) ?? ''
    const [sent, got] = await Promise.all([digestOf(path), digestOf(join(received, name))])
    say('both', `${sent === got ? '✓ same' : '✗ DIFFERENT'}  ${name}  SHA-256 ${got}`)
  }
  const receipt = await timed('he acknowledges', () => acknowledgePackage(yusuf, id))
  say('relay', `evidence ${receipt.evidence.payload.code} over his signed receipt`)

  const { receipts } = await packageStatus(alma, id)
  const agrees = receipts.every(({ disagreements }) => disagreements?.length === 0)
  say('xa.moj', agrees ? '✓ the receipt is for exactly what Alma sent' : '✗ the receipt differs')

  const proof = await timed('the proof bundle is exported, time-stamped and verified', () =>
    exportProof(alma, id, { discloseManifest: true, withinMs: 90_000 }),
  )
  await writeFile(join(data, 'demo.rogatory-proof'), proof.octets)
  say('xa.moj', `demo.rogatory-proof, ${(proof.octets.length / 1024).toFixed(1)} KB`)
  process.exit(agrees ? 0 : 1)
}

/** The moment at which the recipient's socket brings the new package. */
function firstNotice(session: Session): Promise<number> {
  return new Promise((resolve, reject) => {
    void watchEvents(session, -1, {
      onEvent: ({ evidence }) => {
        if (evidence.payload.code === 'D.1') resolve(performance.now())
      },
      onEnd: reject,
    }).catch(reject)
  })
}

async function writeDocuments(folder: string, mebibytes: number): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true })
  const paths = ['request.pdf', 'court-order-scan.png', 'disk-image.bin'].map((name) =>
    join(folder, name),
  )
  const [letter = '', scan = '', bulk = ''] = paths
  await writeFile(letter, letterPdf(['Request for mutual legal assistance, file 1402/26.7 TELSB']))
  await writeFile(scan, scanPng('court order 1402'))
  const file = await open(bulk, 'w')
  for (let written = 0; written < mebibytes; written += 1) {
    await file.appendFile(randomBytes(MIB))
  }
  await file.close()
  return paths
}

async function digestOf(path: string): Promise<string> {
  const digester = nodePlatform('').digester((await stat(path)).size)
  for await (const chunk of createReadStream(path, { highWaterMark: MIB })) {
    await digester.update(chunk as Uint8Array)
  }
  return digester.digest()
}

type Place = { readonly data: string; readonly origin: string; readonly relayId: string }
/** `bulk`: size of the largest document, in mebibytes. */
type Exchange = Place & { readonly bulk: string }

const place = () => [
  new Option('--data <folder>').env('DATA_DIR').makeOptionMandatory(),
  new Option('--origin <url>').env('RELAY_ORIGIN').default(''),
  new Option('--relay-id <id>').env('RELAY_ID').default(''),
]
const demo = new Command('demo')
const first = demo
  .command('exchange')
  .addOption(new Option('--bulk <mebibytes>').env('DEMO_BULK_MIB').default('200'))
  .action(exchange)
const second = demo.command('prove').action(async ({ data }: Place) => {
  const bundle = await readFile(join(data, 'demo.rogatory-proof'))
  const trust = await readFile(join(data, 'trust.json'), 'utf8')
  const letter = join(data, 'documents', 'request.pdf')
  process.exitCode = await proveOffline({ bundle, trust, letter }, say)
})
const third = demo.command('translation').action(async ({ data, origin, relayId }: Place) => {
  for (const authority of exampleAuthorities) {
    await enrolExample(authority, { data, origin, relayId })
  }
  process.exit((await playTranslation(data, { say, timed })) ? 0 : 1)
})
for (const command of [first, second, third])
  for (const option of place()) command.addOption(option)
await demo.parseAsync()
