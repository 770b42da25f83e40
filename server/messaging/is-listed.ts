/** Whether a host that a stranger has chosen is one that the operator allows: without a list, any is. */
export const isListed = (hosts: readonly string[], hostname: string): boolean =>
  hosts.length === 0 || hosts.includes(hostname)
