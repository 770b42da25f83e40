/** A script that a font of ours covers. */
export type Script = 'latin' | 'arabic' | 'chinese'
export const SCRIPTS: readonly Script[] = ['latin', 'arabic', 'chinese']

/** One font file: a script in a weight. */
export type Face = { readonly script: Script; readonly bold: boolean }

export const faceName = ({ script, bold }: Face): string => `${script}${bold ? '-bold' : ''}`

/** Where the octets of font files come from: a disk, or a bundler's assets. */
export type FontFiles = (face: Face) => Promise<Uint8Array>
