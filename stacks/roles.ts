/** Who may do what in a system's project. The provider's own people are not among them. */
export const projectRoles = [
  ['operators', 'member'],
  ['auditors', 'reader'],
] as const

/** What both groups of a unit may do in its domain: find their projects. */
export const domainRole = 'reader'
