export { laadGemeente, OngeldigeConfiguratie } from './gemeente.ts';
export type { Configuratiefout } from './gemeente.ts';
