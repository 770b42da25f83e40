import { type Face, faceName, type FontFiles, type Script, SCRIPTS } from './faces.js'
import { scriptOf } from './script-of.js'

/**
 * Reads the fonts that texts need, by {@link faceName}: a Chinese font has 8 MiB, and most certificates
 * need none.
 */
export async function fontsFor(
  texts: readonly string[],
  main: Script,
  files: FontFiles,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const needed = new Set<Script>([main, 'latin'])
  for (const character of texts.join('')) needed.add(scriptOf(character, main))
  const faces: Face[] = SCRIPTS.filter((script) => needed.has(script)).flatMap((script) => [
    { script, bold: false },
    { script, bold: true },
  ])
  const read = faces.map(async (face) => [faceName(face), await files(face)] as const)
  return new Map(await Promise.all(read))
}
