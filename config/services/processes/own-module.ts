/**
 * A module of ours that runs as a child: TypeScript under tsx, JavaScript in `dist`, as its parent.
 *
 * @param path - relative to `base`, without extension.
 */
export function ownModule(path: string, base: string): URL {
  return new URL(`${path}.${base.endsWith('.ts') ? 'ts' : 'js'}`, base)
}
