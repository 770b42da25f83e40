import { quarterOf } from './quarter-of.js'

type HowFarProps = {
  /** Of a hundred. */
  readonly percent: number
  readonly say: (percent: number) => string
}

/** How far something is: shown as it goes, read out at each quarter. */
export const HowFar = ({ percent, say }: HowFarProps) => (
  <>
    <p aria-hidden>{say(percent)}</p>
    <p role="status" className="unseen">
      {say(quarterOf(percent))}
    </p>
  </>
)
