import { CompactSign } from 'jose/jws/compact/sign'
import { GeneralEncrypt } from 'jose/jwe/general/encrypt'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { entrySealingKey } from '#crypto/directory/entry-key.js'
import { CaseId, PackageId } from '#crypto/fields/fields.js'
import { sealPackage } from '#crypto/package/seal-package.js'
import { NOW } from '#test/support/world/moments.js'
import { sampleDraft } from '#test/support/world/sample-package.js'
import { authorityOf, world } from '#test/support/world/world.js'
import { alternate, timed } from './support/alternate.js'
import { report } from './support/report.js'
import { sizeOf } from './support/size-of.js'

/** Row 4: a request of 10 KB sealed for three recipients, against the two operations of jose in it. */
const ROUNDS = sizeOf('BENCH_REQUEST_ROUNDS', 20)
const BATCH = 20

const { root, xa, xb, xc } = await world()
const xd = await authorityOf(root, 'xd.court', 'x25519', 0)
const officer = await xc.officer('Carla Sender', ['case'])
const recipients = [xa, xb, xd]
const form = { purpose: 'p'.repeat(10 * 1024) }
const keys = await Promise.all([...recipients, xc].map(({ entry }) => entrySealingKey(entry, NOW)))

async function seal(): Promise<void> {
  const draft = sampleDraft({
    package: PackageId.parse(uuidV7(NOW)),
    case: CaseId.parse(uuidV7(NOW)),
    form,
  })
  await sealPackage({ draft, sender: xc, recipients, parts: [], key: officer.key, at: NOW })
}

/** The sender's own authority reads along, so there are four keys. */
async function joseAlone(): Promise<void> {
  const { alg, kid, privateKey } = officer.key
  const signed = await new CompactSign(toUtf8(JSON.stringify(form)))
    .setProtectedHeader({ alg, kid })
    .sign(privateKey)
  const jwe = new GeneralEncrypt(toUtf8(signed)).setProtectedHeader({ enc: 'A256GCM' })
  for (const { kid: reader, key } of keys) {
    jwe.addRecipient(key).setUnprotectedHeader({ alg: 'ECDH-ES+A256KW', kid: reader })
  }
  JSON.stringify(await jwe.encrypt())
}

const each = (work: () => Promise<void>) => async () =>
  (await timed(async () => {
    for (let i = 0; i < BATCH; i++) await work()
  })) / BATCH

const { ours, jose } = await alternate(
  { ours: each(seal), jose: each(joseAlone) },
  { rounds: ROUNDS, warmUps: 2 },
)
report([
  {
    row: 4,
    work: 'seal a request of 10 KB for three',
    unit: 'ms',
    own: ours,
    peer: { name: 'jose: CompactSign, GeneralEncrypt', samples: jose },
    reach: { atMost: 1.1 },
  },
])
