import { execFileSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryFolder } from './temporary-folder.js'

/** A real file system of 2 MiB for each test of one `describe`; mounting one needs root, without it they are skipped. */
export function smallDisk(): { readonly path: string; grow(): void } {
  const disk = { path: '' }
  // Before the folder's own hook, which could not delete a mount point.
  afterEach(() => {
    try {
      execFileSync('umount', [disk.path], { stdio: 'ignore' })
    } catch {
      // It was not mounted: the test was skipped.
    }
  })
  const folder = temporaryFolder()
  beforeEach(async function () {
    disk.path = join(folder.path, 'small-disk')
    await mkdir(disk.path)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk.path], {
        stdio: 'ignore',
      })
    } catch {
      this.skip()
    }
  })
  return {
    get path() {
      return disk.path
    },
    grow: () => execFileSync('mount', ['-o', 'remount,size=8m', disk.path]),
  }
}
