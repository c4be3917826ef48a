/** Who has a case: first owner, themes, answer, outcome, settlement, closing. */
export { RoutingModule } from './routing.module.ts';
