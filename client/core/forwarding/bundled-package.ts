import { z } from 'zod'
import { CryptoError } from '#crypto/errors.js'
import { Digest } from '#crypto/fields/fields.js'
import { Header } from '#crypto/package/header.js'
import { Manifest } from '#crypto/package/manifest.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { CaseEvidence, CasePackage } from '../../case/case-view.js'
import { checkEvidence } from '../proof/check-evidence.js'
import type { Session } from '../session/session.js'

/** A package as somebody else's proof bundle shows it. */
export type BundledPackage = {
  readonly header: Header
  readonly digest: string
  readonly manifest: Manifest
  /** What a case derives from it, as from a package of one's own mailbox. */
  readonly told: CasePackage
}

/** What has to be proved of a package before it is believed. */
const PROVED = ['header-signed', 'submission-accepted', 'manifest-matches-header'] as const

/**
 * Reads header, manifest and evidence of a bundle that proves them.
 *
 * @throws CryptoError `package/chain` where it does not, `proof/malformed`; ClientError `evidence-untrusted`
 */
export async function bundledPackage(
  session: Session,
  octets: Uint8Array,
): Promise<BundledPackage> {
  const { trust, platform } = session
  const bundle = parseBundle(octets)
  const { verdict, facts } = await verifyBundle(bundle, trust, { at: platform.now() })
  const proved = facts.filter(({ standing }) => standing === 'proved')
  const isProved = PROVED.every((wanted) => proved.some(({ fact }) => fact === wanted))
  const statement = bundle.disclosure?.manifest
  if (verdict === 'contradicted' || !isProved || statement === undefined) {
    throw new CryptoError('package/chain', 'its proof bundle does not prove it')
  }
  const { payload, digest } = await readStatement(bundle.header)
  const header = Header.parse(payload)
  const manifest = Manifest.parse((await readStatement(statement)).payload)
  const officer = proved.find(({ fact }) => fact === 'header-signed')?.data['name']
  return {
    header,
    digest,
    manifest,
    told: {
      header: digest,
      manifest,
      urgency: header.urgency,
      notBefore: header.notBefore,
      officer: typeof officer === 'string' ? officer : '',
      evidence: await evidenceOf(session, bundle, header, {
        digest,
        isLogged: proved.some(({ fact }) => fact === 'checkpoint-signed'),
      }),
    },
  }
}

/**
 * The relay's word on it, each with its leaf where a known log has signed the checkpoint: any other order is that of
 * whoever made the bundle. A bundle has evidence of entries and credentials, too.
 */
async function evidenceOf(
  session: Session,
  bundle: ProofBundle,
  { package: name, sender }: Header,
  { digest: header, isLogged }: { readonly digest: string; readonly isLogged: boolean },
): Promise<readonly CaseEvidence[]> {
  const logged = isLogged ? (bundle.log?.leaves ?? []) : []
  const leaves = new Map(logged.map(({ digest, index }) => [digest, index]))
  const read = await Promise.all(bundle.evidence.map(readStatement))
  const its = read.filter(({ payload }) => About.safeParse(payload).data?.header === header)
  return Promise.all(
    its.map(async ({ statement, digest }) => {
      const item = { statement, digest, index: leaves.get(digest) ?? null }
      const { payload, index } = await checkEvidence(session, item, {
        package: name,
        header,
        sender,
      })
      const { code, recipient, time, sequence } = payload
      return { code, recipient, time, sequence, digest, index }
    }),
  )
}

const About = z.object({ about: z.literal('package'), header: Digest })
