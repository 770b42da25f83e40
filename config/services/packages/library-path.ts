import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The value of LD_LIBRARY_PATH with which programs of an unpacked tree find their libraries. */
export function libraryPath(tree: string): string {
  return ['usr/lib', 'lib']
    .map((folder) => join(tree, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => [folder, ...multiarch(folder)])
    .join(':')
}

/** `x86_64-linux-gnu` and the folders in it: NSS, PulseAudio and others keep libraries one deeper. */
function multiarch(folder: string): string[] {
  return subfolders(folder)
    .filter((path) => path.includes('-linux-gnu'))
    .flatMap((path) => [path, ...subfolders(path)])
}

function subfolders(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
}
