import { useQuery } from '@tanstack/react-query'
import type { ManifestPart } from '#crypto/package/manifest.js'
import { MAX_BUNDLE_BYTES } from '#crypto/proof/parse-bundle.js'
import { isDowngrade, receivedDowngrade } from '../../core/downgrade/received-downgrade.js'
import { forwardProofs } from '../../core/forwarding/forward-proofs.js'
import { receivedForward } from '../../core/forwarding/received-forward.js'
import { useSignedIn } from '../api/signed-in.js'
import { partOctets } from './part-octets.js'
import type { ShownPackage } from './use-package.js'

const isForward = ({ read: { manifest } }: ShownPackage) => manifest.template.id === 'forwarding'

/** Whether something came with the package that says where its documents come from. */
export const comesFromElsewhere = (pkg: ShownPackage): boolean =>
  isForward(pkg) || pkg.read.manifest.parts.some(isDowngrade)

/** Opens and verifies what says where the documents come from: proofs and records, a few megabytes at most. */
export function useProvenance(pkg: ShownPackage) {
  const { session } = useSignedIn()
  const { read } = pkg
  const { manifest } = read
  const octetsOf = async (part: ManifestPart) =>
    part.length > MAX_BUNDLE_BYTES ? undefined : partOctets(session, read, part)
  return useQuery({
    queryKey: ['package', manifest.package, 'provenance'],
    queryFn: async () => {
      const downgrades = []
      for (const part of manifest.parts.filter(isDowngrade)) {
        const octets = await octetsOf(part)
        if (octets) downgrades.push(await receivedDowngrade(session, read, octets))
      }
      if (!isForward(pkg)) return { downgrades, forward: undefined }
      const proofs = await forwardProofs(manifest, octetsOf)
      return { downgrades, forward: await receivedForward(session, read, proofs) }
    },
    enabled: comesFromElsewhere(pkg),
    staleTime: Infinity,
  })
}
