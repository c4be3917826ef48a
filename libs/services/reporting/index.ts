/** What is seen: the case list, the overview per wijk, the adviezen that are late. */
export { ReportingModule } from './reporting.module.ts';
export { controleerOverzichten, herbouwOverzichten } from './herbouw.ts';
export { csvMerk, csvRegel } from './te-laat/csv-regel.ts';
