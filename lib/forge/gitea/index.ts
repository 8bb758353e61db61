export { feedPushes } from './feed.ts'
export { pullOf } from './pull.ts'
export { reviewsOf } from './reviews.ts'
export { type Timeline, timelineOf } from './timeline.ts'
