import { readFile } from 'node:fs/promises'

/**
 * Plugin for esbuild, which takes in all of zod for `import { z }`, forty languages of its messages included, and
 * for a namespace only what is used of it. Both mean the same. Vite's bundler needs no help.
 */
export const shakableZod = {
  name: 'shakable zod',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      const contents = source.replace(/^import \{ z \} from 'zod'$/m, "import * as z from 'zod'")
      return { contents, loader: 'ts' }
    })
  },
}
