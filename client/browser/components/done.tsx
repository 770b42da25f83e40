import { type ReactNode, useEffect, useRef } from 'react'

type DoneProps = {
  readonly children: ReactNode
  /** Where what came of it is not what was wanted. */
  readonly isBad?: boolean
  /** What a test finds it by, as `data-noted`. */
  readonly [data: `data-${string}`]: string | number | boolean | undefined
}

/** What was done, where its form stood: it takes the focus, which would else be lost with the form's button. */
export function Done({ children, isBad = false, ...data }: DoneProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div
      ref={box}
      className={isBad ? 'done-bad' : 'done-good'}
      role="status"
      tabIndex={-1}
      {...data}
    >
      {children}
    </div>
  )
}
