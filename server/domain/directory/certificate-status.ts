import { toBase64 } from '#crypto/bytes/bytes.js'
import { anchorsOf, type TrustList } from '#crypto/directory/trust-list.js'
import { CryptoError } from '#crypto/errors.js'
import type { CertificateSyntax } from '#crypto/pki/certificate-syntax.js'
import { certificateOf } from '#crypto/pki/certificate.js'
import { ocspAnswers } from '#crypto/pki/ocsp-answers.js'
import { ocspRequest } from '#crypto/pki/ocsp-request.js'
import { verifyTimeless } from '#crypto/pki/verify-chain.js'
import type { Clock } from '../ports.js'
import type { RelayIdentity } from '../relay-identity.js'

/** What a responder said of one certificate, verified; kept until it says something newer. */
export type StoredStatus = {
  /** SHA-256 of the certificate's DER, lower-case hex. */
  readonly certificate: string
  /** OCSP response, standard base64 of DER. */
  readonly response: string
  readonly thisUpdate: Date
  readonly nextUpdate: Date
}

export interface StatusStore {
  find(certificates: readonly string[]): Promise<readonly StoredStatus[]>
  /** Keeps it, unless what is kept is newer. */
  keep(status: StoredStatus): Promise<void>
}

export interface OcspResponder {
  /** The octets of an answer to a DER request; undefined for one that is silent, whatever the cause. */
  ask(url: string, request: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined>
}

type Ports = {
  readonly statuses: StatusStore
  readonly responder: OcspResponder
  readonly relay: Pick<RelayIdentity, 'trust'>
  readonly clock: Clock
}

export interface CertificateStatus {
  /**
   * The relay's trust list with what responders say of the certificates of a chain. Asks them where the trust
   * list demands a status below the chain's root, and what is kept has come to its `nextUpdate`.
   */
  trustFor(chain: readonly string[]): Promise<TrustList>
  /** What is kept about a chain: nobody is asked. */
  kept(chain: readonly string[]): Promise<readonly string[]>
  /** Asks again ahead of time, once half of an answer's life is over. @returns how many answers are new. */
  refresh(chain: readonly string[]): Promise<number>
}

/**
 * The status of certificates by OCSP (RFC 6960). A responder that is silent changes nothing: the last answer
 * counts until its `nextUpdate`. Only verified answers are kept, so that no stranger fills or empties anything.
 */
export function certificateStatus({
  statuses,
  responder,
  relay: { trust },
  clock,
}: Ports): CertificateStatus {
  /** Each certificate below a root with a demanded status, and who issued it. */
  async function linksOf(chain: readonly string[]) {
    if ((trust.statusRoots ?? []).length === 0) return []
    try {
      const { path, root } = await verifyTimeless(chain, anchorsOf(trust), { role: 'authority' })
      if (!trust.statusRoots?.includes(root.fingerprint)) return []
      return path.slice(0, -1).map((certificate, i) => {
        const { fingerprint } = certificateOf(certificate)
        return { certificate, issuer: path[i + 1] ?? certificate, fingerprint }
      })
    } catch (error) {
      // What does not verify is refused by whoever asked, with the reason.
      if (error instanceof CryptoError) return []
      throw error
    }
  }
  type Link = Awaited<ReturnType<typeof linksOf>>[number]

  async function ask({ certificate, issuer, fingerprint }: Link) {
    const request = await ocspRequest(certificate, issuer)
    for (const url of certificate.extensions.ocspResponders) {
      const octets = await responder.ask(url, request)
      const status = octets && (await read(octets, certificate, issuer, fingerprint))
      if (!status) continue
      await statuses.keep(status)
      return status
    }
    return undefined
  }

  async function known(chain: readonly string[], isDue: (status: StoredStatus) => boolean) {
    const links = await linksOf(chain)
    const kept = await statuses.find(links.map(({ fingerprint }) => fingerprint))
    const fresh = await Promise.all(
      links
        .filter(({ fingerprint }) => {
          const before = kept.find(({ certificate }) => certificate === fingerprint)
          return before === undefined || isDue(before)
        })
        .map(ask),
    )
    return { kept, fresh: fresh.filter((status) => status !== undefined) }
  }

  return {
    async trustFor(chain) {
      const now = clock.now()
      const { kept, fresh } = await known(chain, ({ nextUpdate }) => nextUpdate < now)
      const said = [...kept, ...fresh].map(({ response }) => response)
      if (said.length === 0) return trust
      return { ...trust, ocspResponses: [...(trust.ocspResponses ?? []), ...said] }
    },
    async kept(chain) {
      const { kept } = await known(chain, () => false)
      return kept.map(({ response }) => response)
    },
    async refresh(chain) {
      const now = clock.now().getTime()
      const isDue = ({ thisUpdate, nextUpdate }: StoredStatus) =>
        now > (thisUpdate.getTime() + nextUpdate.getTime()) / 2
      return (await known(chain, isDue)).fresh.length
    },
  }
}

/** A response that speaks of that certificate and that its issuer authorised; nothing for any other. */
async function read(
  octets: Uint8Array,
  certificate: CertificateSyntax,
  issuer: CertificateSyntax,
  fingerprint: string,
): Promise<StoredStatus | undefined> {
  const response = toBase64(octets)
  try {
    const [answer] = await ocspAnswers(certificate, issuer, [response])
    if (answer === undefined || answer.status === 'unknown') return undefined
    const { thisUpdate, nextUpdate } = answer
    return { certificate: fingerprint, response, thisUpdate, nextUpdate }
  } catch (error) {
    if (error instanceof CryptoError) return undefined
    throw error
  }
}
