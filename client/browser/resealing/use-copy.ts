import { useQuery } from '@tanstack/react-query'
import { entrySealingKey } from '#crypto/directory/entry-key.js'
import { PackageId } from '#crypto/fields/fields.js'
import { type ResealedCopy, resealedCopy } from '../../core/resealing/resealed-copy.js'
import { useSignedIn } from '../api/signed-in.js'

export type CopyStanding = {
  /** Undefined where it lies as it was sent. */
  readonly copy: ResealedCopy | undefined
  /** Whether that is sealed to the key which the own authority has now. */
  readonly isPresent: boolean
}

/** How the own authority's copy of a package is sealed, as the relay has it. */
export function useCopy(id: string) {
  const { session } = useSignedIn()
  const { directory, officer, platform } = session
  return useQuery({
    queryKey: ['package', id, 'copy'],
    queryFn: async (): Promise<CopyStanding> => {
      const copy = await resealedCopy(session, PackageId.parse(id))
      const entry = await directory.current(officer.authority)
      const { kid } = await entrySealingKey(entry, platform.now())
      return { copy, isPresent: copy?.payload.kid === kid }
    },
  })
}
