/** The doors in: channels, validation, dedupe, visits. */
export { IntakeModule } from './intake.module.ts';
