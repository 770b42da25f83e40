import { useEffect, useState } from 'react'
import { fileClaim } from '../platform/file-claim.js'

/** Names of chosen files whose content is something else than their name says; looked at once they are chosen. */
export function useContradictedFiles(files: readonly File[]): readonly string[] {
  const [found, setFound] = useState<ReadonlyMap<File, boolean>>(new Map())
  useEffect(() => {
    let isCurrent = true
    const look = async () => {
      const judged = await Promise.all(
        files.map(async (file) => [file, (await fileClaim(file)) !== undefined] as const),
      )
      if (isCurrent) setFound(new Map(judged))
    }
    void look()
    return () => {
      isCurrent = false
    }
  }, [files])
  return files.filter((file) => found.get(file) === true).map(({ name }) => name)
}
