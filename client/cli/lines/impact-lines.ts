import type { KeyAct } from '../../core/officers/key-impact.js'
import { localTime } from '../options/local-time.js'

/** What a key signed, by whether it still proves something once the key is revoked as of that moment. */
export function impactLines(acts: readonly KeyAct[], since: Date): readonly string[] {
  const lines = (provable: boolean) => acts.filter((act) => act.provable === provable).map(line)
  return [
    `stays provable, observed before ${localTime(since.toISOString())}:`,
    ...orNone(lines(true)),
    'proves nothing any more:',
    ...orNone(lines(false)),
  ]
}

const line = ({ package: id, act, observed }: KeyAct) =>
  `  ${localTime(observed)}  ${act.padEnd(8)}  ${id}`

const orNone = (lines: readonly string[]) => (lines.length === 0 ? ['  –'] : lines)
