export { type Ground, type Spell, type Timeline, type TimelineEvent, timelineOf } from './timeline.ts'
