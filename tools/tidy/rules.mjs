/** Every rule: a name, and a check that yields `{ path, line, message }` for each fault. */
import { oneIndex, taggedProject } from './rules/house.mjs';
import { names } from './rules/names.mjs';
import { dataParses, linksResolve, problemsExplained } from './rules/papers.mjs';
import {
  castAtTheDoor,
  decoratorsAtTheEdge,
  environmentOnce,
  timeAtTheEdge,
} from './rules/pure.mjs';
import { fileLength, lineLength } from './rules/size.mjs';
import { everySpecRequires, everySpecRuns } from './rules/specs.mjs';
import { noBanner, noMachine, nothingPostponed, nothingSilenced } from './rules/text.mjs';

export const rules = [
  fileLength,
  lineLength,
  names,
  oneIndex,
  taggedProject,
  timeAtTheEdge,
  decoratorsAtTheEdge,
  castAtTheDoor,
  environmentOnce,
  everySpecRuns,
  everySpecRequires,
  nothingPostponed,
  nothingSilenced,
  noBanner,
  noMachine,
  linksResolve,
  problemsExplained,
  dataParses,
];
