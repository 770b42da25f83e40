import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatTrustList, readTrustList } from '#crypto/directory/trust-list.js'
import { MAX_BUNDLE_BYTES } from '#crypto/proof/parse-bundle.js'
import { readAgeingPolicy } from '../../core/proof/ageing-policy.js'
import { ClientError } from '../../core/client-error.js'
import { type AgeingList, listAgeing } from '../../core/proof/list-ageing.js'
import { useAccess } from '../api/signed-in.js'
import { fileOctets } from '../components/file-octets.js'
import { fileNames } from './file-names.js'

export type Chosen = {
  readonly bundles: readonly File[]
  /** The trust list of whoever is signed in, or a file. */
  readonly trust: File | string | undefined
  readonly policy: File | undefined
  /** Days, as they are typed. */
  readonly within: string
}

/** What came of it: the list, and the files by the names that it has them under. */
type Judged = {
  readonly list: AgeingList
  readonly files: ReadonlyMap<string, File>
  readonly within: number
}

export type Work = { readonly done: number; readonly of: number }

const WITHIN_DAYS = '180'

/** Judges files of bundles, one after the other: an archive need not fit into memory. */
export function useAgeing() {
  const { signedIn } = useAccess()
  const [own] = useState(() => signedIn && formatTrustList(signedIn.session.trust))
  const [work, setWork] = useState<Work | undefined>()
  const [chosen, setChosen] = useState<Chosen>({
    bundles: [],
    trust: own,
    policy: undefined,
    within: WITHIN_DAYS,
  })
  const judging = useMutation({
    mutationFn: (asked: Chosen) => judge(asked, setWork),
    onSettled: () => setWork(undefined),
  })
  const choose = (changed: Partial<Chosen>) => {
    const next = { ...chosen, ...changed }
    setChosen({ ...next, trust: next.trust ?? own })
    judging.reset()
  }
  return { judging, chosen, choose, work }
}

async function judge(
  { bundles, trust, policy, within: days }: Chosen,
  onWork: (work: Work) => void,
): Promise<Judged> {
  const files = fileNames(bundles)
  const within = Number(days)
  const text = typeof trust === 'string' ? trust : await trust?.text()
  let done = 0
  const list = await listAgeing(
    [...files].map(([name, file]) => ({
      file: name,
      octets: async () => {
        onWork({ done: ++done, of: files.size })
        return octetsIn(file)
      },
    })),
    {
      trust: readTrustList(text ?? ''),
      within,
      now: () => new Date(),
      ...(policy && { policy: readAgeingPolicy(policy.name, await fileOctets(policy)) }),
    },
  )
  return { list, files, within }
}

/** @throws {@link ClientError} `file-unreadable`, also for what is too large to be a bundle. */
export async function octetsIn(file: File): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size <= MAX_BUNDLE_BYTES) {
    const octets = await fileOctets(file).catch(() => undefined)
    if (octets !== undefined) return octets
  }
  throw new ClientError(
    'file-unreadable',
    `cannot read ${file.name} as a bundle`,
    'Choose it anew.',
  )
}
