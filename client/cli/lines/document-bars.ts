import type { Progress, Terminal } from '../terminal.js'

/** One bar after another, as work moves from document to document. */
export function documentBars(terminal: Terminal, verb: string) {
  let name: string | undefined
  let bar: Progress | undefined
  return {
    at: (document: string, octets: number, total: number): void => {
      if (document !== name) {
        bar?.done()
        name = document
        bar = terminal.progress(`${verb} ${document}`, total)
      }
      bar?.at(octets)
    },
    done: (): void => bar?.done(),
  }
}
