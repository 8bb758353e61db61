/** Commits of the tool's own are by nobody of the machine, and signed by no key of its owner. */
export const toolIdentity: readonly string[] = [
  'user.name=tenantry',
  'user.email=tenantry@localhost',
  'commit.gpgSign=false',
].flatMap(setting => ['-c', setting])
