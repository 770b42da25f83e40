import { useQuery } from '@tanstack/react-query'
import { CryptoError } from '#crypto/errors.js'
import { ClientError } from '../../core/client-error.js'
import type { Session } from '../../core/session/session.js'
import { listHandoffs, type OpenHandoff } from '../../core/translation/read-handoff.js'
import { isTranslationRecord } from '../../core/translation/received-translation.js'
import { readRecord } from '../../core/translation/translation-record.js'
import { useSignedIn } from '../api/signed-in.js'
import { partOctets } from './part-octets.js'
import type { ShownPackage } from './use-package.js'

/** The certified translations of a package that can be proved: those that came with it, and those made for us. */
export function useTranslationRecords(pkg: ShownPackage) {
  const { session } = useSignedIn()
  const { manifest } = pkg.read
  return useQuery({
    queryKey: ['package', manifest.package, 'translation-records'],
    queryFn: async (): Promise<readonly OpenHandoff[]> => {
      const { handoffs } = await listHandoffs(session)
      const ours = handoffs.filter(
        ({ handoff }) => handoff.payload.source.package === manifest.package,
      )
      const all = [...(await recordsIn(session, pkg)), ...ours].filter(({ acts }) =>
        acts.some(({ typ }) => typ === 'rogatory-translation'),
      )
      return [...new Map(all.map((one) => [one.handoff.digest, one])).values()]
    },
  })
}

/** A record that is not genuine is told of beside the translations; here it keeps no other from being proved. */
async function recordsIn(session: Session, { read }: ShownPackage): Promise<OpenHandoff[]> {
  const found: OpenHandoff[] = []
  for (const part of read.manifest.parts.filter(isTranslationRecord)) {
    const octets = await partOctets(session, read, part)
    if (octets === undefined) continue
    try {
      found.push(await readRecord(session, octets))
    } catch (error) {
      if (!(error instanceof CryptoError) && !(error instanceof ClientError)) throw error
    }
  }
  return found
}
