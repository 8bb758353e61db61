/** What stops a build and is not a defect of the build itself: a headline, and what the tool behind it said. */
export class BuildError extends Error {
  readonly details: string

  constructor(headline: string, details: string) {
    super(headline)
    this.name = 'BuildError'
    this.details = details
  }
}
