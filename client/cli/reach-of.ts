import { resolve } from 'node:path'
import type { TlsFiles } from '../keystore/read-tls-files.js'
import { type Reach, reachWith } from '../keystore/reach-with.js'
import type { CommandContext } from './command-context.js'

/** The files of TLS that the command names. */
export const tlsFilesOf = ({ global }: CommandContext): TlsFiles => ({
  certificate: at(global.tlsCertificate),
  key: at(global.tlsKey),
  authorities: at(global.tlsAuthorities),
})
const at = (path: string | undefined) => (path === undefined ? undefined : resolve(path))

/** How a command without a home's profile reaches the relay. @throws as {@link reachWith} */
export const reachOf = (context: CommandContext): Promise<Reach> => reachWith(tlsFilesOf(context))
