import { digestOf } from '#crypto/bytes/sha256.js'
import type { Absence } from '#crypto/evidence/absence.js'
import { issueAbsence } from '#crypto/evidence/issue-absence.js'
import { Evidence } from '#crypto/evidence/evidence.js'
import { Header } from '#crypto/package/header.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { after, NOW } from './moments.js'
import { sampleLog, sampleToken } from './sample-log.js'
import { world } from './world.js'

/** When the relay of the sample looks, and when the checkpoint it speaks of was stamped. */
export const LOOKED = after(NOW, 7200)
export const ABSENCE_STAMPED = after(NOW, 7100)

type Options = {
  /** Whatever a relay should not say. */
  readonly lie?: Partial<Absence>
  /** Strangers' leaves behind the story, in the tree that is spoken of: 3 are those of the bundle. */
  readonly more?: number
  /** The story as the relay had it then; that of the bundle unless told. */
  readonly before?: Pick<ProofBundle, 'evidence' | 'receipts'>
}

/** A bundle with the relay's word that no receipt of Xbland was in the log, some entries later. */
export async function withAbsence(
  bundle: ProofBundle,
  { lie = {}, more = 7, before = bundle }: Options = {},
): Promise<ProofBundle> {
  const { relay, xb } = await world()
  const { digest, payload } = await readStatement(bundle.header)
  const header = Header.parse(payload)
  const statements = [...before.evidence, ...before.receipts]
  const log = await sampleLog(statements, relay.logKey, more)
  const own = /\n(\d+)\n/.exec(bundle.log?.checkpoint ?? '')?.[1]
  const listed = await Promise.all(
    before.evidence.map(async (statement, i) => {
      const claims = Evidence.parse((await readStatement(statement)).payload)
      if (claims.about !== 'package' || claims.recipient !== xb.id) return []
      return [{ code: claims.code, digest: await digestOf(statement), index: i + 1 }]
    }),
  )
  const statement = await issueAbsence(
    {
      issuer: relay.id,
      time: LOOKED.toISOString(),
      recipient: xb.id,
      header: digest,
      package: header.package,
      sender: header.sender,
      checkpoint: log.checkpoint,
      evidence: listed.flat().filter(({ code }) => code !== 'C.3' && code !== 'C.4'),
      ...lie,
    },
    relay.evidenceKey,
  )
  const path = own === undefined || before !== bundle ? [] : await log.consistencyFrom(Number(own))
  const timestamps = [await sampleToken(log.checkpoint, ABSENCE_STAMPED)]
  return { ...bundle, version: 2, absences: [{ statement, path, timestamps }] }
}
