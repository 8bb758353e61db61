export { feedPushes } from './feed.ts'
export { type PullFacts, pullOf } from './pull.ts'
export { reviewsOf } from './reviews.ts'
export { type Timeline, timelineOf } from './timeline.ts'
