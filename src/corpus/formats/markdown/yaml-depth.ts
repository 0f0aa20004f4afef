/**
 * How deep YAML nests at most, told by its indentation, its brackets, and the marks `-`, `?` and
 * `:` that follow each other. Text in quotes is taken for YAML too, so it may be less.
 */
export function yamlDepth(yaml: string): number {
  const indents: number[] = [];
  let brackets = 0;
  let deepest = 0;
  for (const line of yaml.split(/[\r\n]+/)) {
    const indent = line.search(/\S/);
    if (indent === -1) continue;
    while ((indents.at(-1) ?? -1) >= indent) indents.pop();
    indents.push(indent);
    const runs = line.match(/(?:[-?:][ \t]+)+/g) ?? [];
    const marks = runs.map((run) => run.replace(/\s/g, '').length).reduce(larger, 0);
    deepest = Math.max(deepest, indents.length + marks + brackets);
    for (const [mark] of line.matchAll(/[[\]{}]/g)) {
      brackets = Math.max(0, brackets + (mark === '[' || mark === '{' ? 1 : -1));
      deepest = Math.max(deepest, indents.length + marks + brackets);
    }
  }
  return deepest;
}

function larger(a: number, b: number): number {
  return Math.max(a, b);
}
