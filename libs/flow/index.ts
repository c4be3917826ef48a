/** The verbs: what the services do with a log and a bus, whatever engine is behind them. */
export { handle } from './handle.ts';
export { react } from './react.ts';
export type { Pace, Reaction } from './react.ts';
export { project } from './project.ts';
export type { Reread, View } from './project.ts';
export { relay } from './relay.ts';
