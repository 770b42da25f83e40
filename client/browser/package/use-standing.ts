import { useQuery } from '@tanstack/react-query'
import { packageStanding } from '../../core/packages/package-standing.js'
import { useSignedIn } from '../api/signed-in.js'
import type { ShownPackage } from './use-package.js'

/** Whether a package counts in its case; undefined until that is known. */
export function useStanding({ read }: ShownPackage) {
  const { session } = useSignedIn()
  return useQuery({
    queryKey: ['package', read.manifest.package, 'standing'],
    queryFn: () => packageStanding(session, read),
  })
}
