import { useQuery } from '@tanstack/react-query'
import {
  isTranslationRecord,
  receivedTranslation,
} from '../../core/translation/received-translation.js'
import { useSignedIn } from '../api/signed-in.js'
import { partOctets } from './part-octets.js'
import type { ShownPackage } from './use-package.js'

/** Whether something came with the package that says which of its documents are translations. */
export const comesTranslated = (pkg: ShownPackage): boolean =>
  pkg.read.manifest.parts.some(isTranslationRecord)

/** Opens and verifies what says which document is the translation of which. */
export function useTranslations(pkg: ShownPackage) {
  const { session } = useSignedIn()
  const { read } = pkg
  const { manifest } = read
  return useQuery({
    queryKey: ['package', manifest.package, 'translations'],
    queryFn: async () => {
      const found = []
      for (const part of manifest.parts.filter(isTranslationRecord)) {
        const octets = await partOctets(session, read, part)
        if (octets) found.push(await receivedTranslation(session, read, octets))
      }
      return found
    },
    enabled: comesTranslated(pkg),
    staleTime: Infinity,
  })
}
