/** What is said of a received document that the scanner of this machine has found malicious. */
export const maliciousLine = ({ name }: { readonly name: string }): string =>
  `✗ “${name}” was found malicious by the scanner of this machine, and not handed out`
