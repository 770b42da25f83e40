const BUNDLE = '.rogatory-proof'

type Named = Pick<File, 'name' | 'webkitRelativePath'>

/**
 * Files of bundles by what tells them apart: where they lie in the folder that was chosen, else their name. What is
 * no bundle by its name is left out, and what was chosen twice under one name is there once.
 */
export const fileNames = <F extends Named>(files: readonly F[]): ReadonlyMap<string, F> =>
  new Map(
    files
      .filter(({ name }) => name.endsWith(BUNDLE))
      .map((file) => [file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, file]),
  )
