/** The octets of a file that was chosen. Rejects as the browser does, where it is there no longer. */
export const fileOctets = async (file: File): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await file.arrayBuffer())
