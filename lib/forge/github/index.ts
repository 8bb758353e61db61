export { activityPushes } from './activity.ts'
export { pullOf } from './pull.ts'
export { reviewsOf } from './reviews.ts'
export { timelineOf } from './timeline.ts'
