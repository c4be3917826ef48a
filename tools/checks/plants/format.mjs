/** Violations for Prettier: one of each promise of `.prettierrc.json`. */
export const formatPlants = [
  { rule: 'quotes', code: `export const planted = "a";\n` },
  { rule: 'semicolons', code: `export const planted = 1\n` },
  { rule: 'indentation', code: `export const planted = {\n    a: 1,\n};\n` },
  { rule: 'width', code: `export const planted = [${"'a number of words', ".repeat(6)}];\n` },
];
