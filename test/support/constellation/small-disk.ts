import { execFileSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'

/** A file system of its own for parts of a constellation, or for its services, which can be filled. */
export type SmallDisk = ReturnType<typeof smallDisk>

/** Only root may mount one; without it `isMounted` is false, and what is kept lies with everything else. */
export function smallDisk(size: string) {
  const disk = { path: '', isMounted: false }
  const mount = (options: string) =>
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk.path], { stdio: 'ignore' })
  return {
    get isMounted() {
      return disk.isMounted
    },
    async mount(folder: string): Promise<void> {
      disk.path = folder
      await mkdir(disk.path, { recursive: true })
      try {
        mount(`size=${size}`)
        disk.isMounted = true
      } catch {
        disk.isMounted = false
      }
    },
    /** Leaves room for so many KiB more. */
    fill(kibibytes: number): void {
      for (;;) {
        const said = execFileSync('df', ['--output=used', '-k', disk.path]).toString()
        try {
          mount(`remount,size=${Number(said.split('\n')[1]) + kibibytes}k`)
          return
        } catch {
          // More lies there by now than was to have room.
        }
      }
    },
    empty: () => mount(`remount,size=${size}`),
    unmount(): void {
      if (disk.isMounted) execFileSync('umount', [disk.path])
    },
  }
}
