/** The clock: term, agreed dates, interim messages, overdue. */
export { DeadlineMonitorModule } from './deadline-monitor.module.ts';
