/** The clock: term, agreed dates, interim messages, overdue. */
export { DeadlineMonitorModule } from './deadline-monitor.module.ts';
export { tik } from './tik.ts';
export type { Bewaker, Getikt } from './tik.ts';
export { berekening } from './bereken-termijn.ts';
export { metOpgegevenBerichten } from './bezorging/vraag-opnieuw.ts';
export type { Berichtstand, Gevraagd, OpgegevenBerichten } from './bezorging/vraag-opnieuw.ts';
