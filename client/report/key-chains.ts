import type { Fact, Verdict } from '#crypto/proof/fact.js'
import type { KeyChain } from './report.js'

/**
 * From each signature that holds, over credential and entry, to a root of the trust list: by the very key, entry and
 * certificate by which it was verified. Where an authority changed its keys between submission and receipt, those of the
 * receipt are others than the header names.
 */
export const keyChains = ({ facts }: Pick<Verdict, 'facts'>): readonly KeyChain[] =>
  facts.filter(isOfSignature).map(chain)

const isOfSignature = ({ fact, standing }: Fact): boolean =>
  standing === 'proved' &&
  (fact === 'relay-identified' || fact === 'header-signed' || fact === 'receipt-signed')

function chain(act: Fact): KeyChain {
  const { data } = act
  const { name, officer, credential } = data
  return {
    act,
    authority: data['authority'] ?? data['recipient'] ?? '',
    officer:
      name !== undefined && officer !== undefined && credential !== undefined
        ? { name, id: officer, credential }
        : undefined,
    key: data['kid'],
    entry: { digest: data['entry'] ?? '', version: data['version'] ?? '' },
    certificate: {
      subject: data['subject'] ?? '',
      fingerprint: data['certificate'] ?? '',
      status: data['certificateStatus'] === 'good' ? 'good' : 'unknown',
    },
    root: { subject: data['rootSubject'] ?? '', fingerprint: data['root'] ?? '' },
  }
}
