import { type ReactNode, useEffect, useRef } from 'react'

type DoneProps = {
  readonly children: ReactNode
  /** What a test finds it by, as `data-noted`. */
  readonly [data: `data-${string}`]: string | number | boolean
}

/** What was done, where its form stood: it takes the focus, which would else be lost with the form's button. */
export function Done({ children, ...data }: DoneProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} className="done-good" role="status" tabIndex={-1} {...data}>
      {children}
    </div>
  )
}
