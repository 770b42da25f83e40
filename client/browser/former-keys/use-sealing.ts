import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { chooseSealed } from '../../core/resealing/choose-sealed.js'
import { type NotResealed, resealMany } from '../../core/resealing/reseal-many.js'
import { useSignedIn } from '../api/signed-in.js'
import { WITHOUT_KEYS } from '../components/use-for-a-while.js'
import { KEY_NEEDS } from './use-key-needs.js'

export type SealingProgress = {
  /** How many there were when it began; none while that is asked. */
  readonly of: number
  /** Which one it is at, from 1. */
  readonly turn: number
  readonly done: number
  readonly failed: readonly NotResealed[]
  /** The document that it is at, and how far. */
  readonly name?: string
  readonly percent?: number
}

export const SEALING = ['seal-packages']

const NOTHING: SealingProgress = { of: 0, turn: 0, done: 0, failed: [] }

/**
 * Seals the packages anew that are sealed to a key. It stops between two of them, when it is told to or nobody looks any more: begun
 * again, it does the rest.
 */
export function useSealing(kid: string) {
  const { session } = useSignedIn()
  const queries = useQueryClient()
  const [progress, setProgress] = useState(NOTHING)
  const [isStopping, setStopping] = useState(false)
  const isStopped = useRef(false)
  useEffect(
    () => () => {
      isStopped.current = true
    },
    [],
  )
  const tell = (change: Partial<SealingProgress>) =>
    setProgress((before) => ({ ...before, ...change }))
  const sealing = useMutation({
    mutationKey: SEALING,
    meta: WITHOUT_KEYS,
    mutationFn: async () => {
      const chosen = await chooseSealed(session, { sealedUnder: kid })
      tell({ of: chosen.length })
      const turns = resealMany(session, chosen, {
        again: true,
        onTurn: (_, turn) => setProgress(({ of, done, failed }) => ({ of, done, failed, turn })),
        onProgress: (name, octets, total) =>
          tell({ name, percent: total === 0 ? 100 : Math.floor((100 * octets) / total) }),
      })
      for await (const one of turns) {
        setProgress((before) =>
          'error' in one
            ? { ...before, failed: [...before.failed, one] }
            : { ...before, done: before.done + 1 },
        )
        if (isStopped.current) break
      }
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['package'] })
      void queries.invalidateQueries({ queryKey: KEY_NEEDS })
    },
  })
  return {
    progress,
    sealing,
    isStopping,
    start: () => {
      isStopped.current = false
      setStopping(false)
      setProgress(NOTHING)
      sealing.mutate()
    },
    stop: () => {
      isStopped.current = true
      setStopping(true)
    },
  }
}
