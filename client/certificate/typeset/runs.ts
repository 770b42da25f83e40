import bidiFactory from 'bidi-js'
import type { Script } from './faces.js'
import { scriptOf } from './script-of.js'

/** A piece of a line that one font sets in one direction. */
export type Run = { readonly text: string; readonly script: Script }

const bidi = bidiFactory()
/** Controls of UAX #9: they direct, and are not set. */
const CONTROLS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu

/** What the bidirectional algorithm and the fonts make of a text, before it is broken into lines. */
export type Analysis = {
  readonly text: string
  readonly levels: Uint8Array
  readonly scripts: readonly Script[]
}

/** Analyses a text of one paragraph. */
export function analyse(text: string, direction: 'ltr' | 'rtl', main: Script): Analysis {
  const { levels } = bidi.getEmbeddingLevels(text, direction)
  const scripts: Script[] = []
  for (const character of text) {
    // White space is set in the font of what stands before it: no change of font for a gap.
    const before = scripts.at(-1) ?? main
    const script = /\s/.test(character) ? before : scriptOf(character, main)
    scripts.push(...Array<Script>(character.length).fill(script))
  }
  return { text, levels, scripts }
}

/** The runs of a line from left to right, as they are set (UAX #9 §3.4, rule L2). */
export function visualRuns({ text, levels, scripts }: Analysis, start: number, end: number): Run[] {
  const runs: { level: number; start: number; end: number; script: Script }[] = []
  for (let at = start; at < end; at++) {
    const level = levels[at] ?? 0
    const script = scripts[at] ?? 'latin'
    const last = runs.at(-1)
    if (last?.level === level && last.script === script) last.end = at + 1
    else runs.push({ level, start: at, end: at + 1, script })
  }
  const highest = Math.max(0, ...runs.map(({ level }) => level))
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < runs.length; from++) {
      let to = from
      while ((runs[to]?.level ?? 0) >= level) to += 1
      runs.splice(from, to - from, ...runs.slice(from, to).reverse())
      from = to
    }
  }
  return runs
    .map((run) => ({
      script: run.script,
      text: settable(text.slice(run.start, run.end), run.level),
    }))
    .filter((run) => run.text !== '')
}

/**
 * The font shapes and turns Arabic letters itself; what else stands in a run from right to left is
 * turned and mirrored here.
 */
function settable(text: string, level: number): string {
  const visible = text.replace(CONTROLS, '')
  if (level % 2 === 0 || /\p{Script=Arabic}/u.test(visible)) return visible
  return Array.from(visible)
    .reverse()
    .map((character) => bidi.getMirroredCharacter(character) ?? character)
    .join('')
}
