import { useMutation } from '@tanstack/react-query'
import type { PackageId } from '#crypto/fields/fields.js'
import { exportProof, type ProofOptions } from '../../core/proof/export-proof.js'
import { useSignedIn } from '../api/signed-in.js'
import { handOut } from '../platform/hand-out.js'

/** Checkpoints come within a second, time-stamps within a minute. */
const PATIENCE_MS = 75_000

/** Gathers and verifies a bundle, and hands it out as a file. */
export function useSavingProof(
  id: PackageId,
  name: string,
  options: Omit<ProofOptions, 'withinMs' | 'onWaiting'>,
) {
  const { session } = useSignedIn()
  const gather = () => exportProof(session, id, { ...options, withinMs: PATIENCE_MS })
  const saving = useMutation({
    mutationFn: gather,
    onSuccess: ({ octets }) => handOut(new Blob([octets]), name),
  })
  return { gather, saving }
}
