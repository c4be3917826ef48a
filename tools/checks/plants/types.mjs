/** Violations for the compiler: one for each option that tsconfig.base.json promises. */
export const typePlants = [
  { rule: 'TS2322', code: `export const planted: string = 1;` },
  { rule: 'TS7006', code: `export const planted = (x) => typeof x;` },
  { rule: 'TS18047', code: `export const planted = (x: string | null) => x.length;` },
  {
    rule: 'TS18048',
    code: `export const planted = (x: string[]) => {\n  const [y] = x;\n  return y.length;\n};`,
  },
  { rule: 'TS2375', code: `export const planted: { a?: string } = { a: undefined };` },
  { rule: 'TS7030', code: `export function planted(x: boolean) {\n  if (x) return 1;\n}` },
  { rule: 'TS6133', code: `const planted = 1;\nexport {};` },
  { rule: 'TS1484', code: `import { Facts } from './errors.ts';\nexport type Planted = Facts;` },
  { rule: 'TS4114', code: `export class Planted extends Error {\n  name = 'Planted';\n}` },
];
