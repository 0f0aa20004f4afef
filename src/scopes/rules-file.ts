import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { z } from 'zod';
import { ScopesError } from '../errors.ts';
import { type Folder, folderOf } from './folder.ts';
import type { Rules } from './rules.ts';

const FOLDERS = 'must be a list of folders, such as [news, reports/2024]';
const HOW_TO_COPY =
  'is no id (17 to 20 digits): in Discord, switch on Developer Mode, then "Copy ID" in the menu of';

const folders = z
  .union([z.string(), z.array(z.string())], { error: FOLDERS })
  .transform((written) => [written].flat())
  .refine((all) => all.every((one) => one.trim() !== ''), { error: FOLDERS })
  .transform((all) => all.map(folderOf));

const byId = (what: string) =>
  z
    .record(z.string().regex(/^\d{17,20}$/u, { error: `${HOW_TO_COPY} the ${what}` }), folders, {
      error: `must name ids with folders, such as 123456789012345678: [news]`,
    })
    .default({})
    .transform((all) => new Map(Object.entries(all)));

const schema = z.strictObject(
  {
    default: folders,
    dms: folders.optional(),
    servers: byId('server'),
    channels: byId('channel'),
    roles: byId('role'),
  },
  { error: 'must be a list of rules that begins with default: [folder, …]' },
);

const KEYS = Object.keys(schema.shape);

/** Something wrong in the file, where (keys and places in lists), and what. */
interface Mistake {
  path: readonly PropertyKey[];
  message: string;
}

/**
 * Reads the rules.
 *
 * @param name of the file, for what is wrong with it
 * @param unknown what to say of a folder that holds no article; undefined for one that does
 * @throws ScopesError with a line for each mistake.
 */
export function parseRules(
  text: string,
  name: string,
  unknown: (folder: Folder) => string | undefined,
): Rules {
  const lines = new LineCounter();
  // Everything is a string: ids have more digits than a number holds.
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines });
  if (document.errors.length > 0) {
    throw new ScopesError(
      document.errors.map(({ message, linePos }) => {
        const [first = ''] = message.split(/ at line | \(/u);
        return `${name}, line ${linePos?.[0].line ?? 1}: ${first}.`;
      }),
    );
  }
  const root = document.contents;
  const lineOf = (path: Mistake['path']) => lines.linePos(placeOf(root, path)).line;
  const result = schema.safeParse(document.toJS() ?? {});
  const mistakes = result.success
    ? unknownFolders(result.data, unknown)
    : result.error.issues.flatMap(mistakesOf);
  if (!result.success || mistakes.length > 0) {
    throw new ScopesError(
      mistakes.map(({ path, message }) =>
        [`${name}, line ${lineOf(path)}:`, ...namesIn(path), message].join(' '),
      ),
    );
  }
  return { ...result.data, dms: result.data.dms };
}

/** The keys on the way; the place in a list is told by the line. */
function namesIn(path: Mistake['path']): string[] {
  const keys = path.filter((step) => typeof step === 'string');
  return keys.length > 0 ? [keys.join(' › ')] : [];
}

function mistakesOf(issue: z.core.$ZodIssue): Mistake[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const known = `is no rule: write one of ${KEYS.join(', ')}`;
    return issue.keys.map((key) => ({ path: [...path, key], message: known }));
  }
  if (issue.code === 'invalid_key') {
    return issue.issues.map(({ message }) => ({ path, message }));
  }
  if (path[0] === 'default' && path.length === 1 && issue.code === 'invalid_union') {
    const message = `${FOLDERS}: what is seen where no other rule says it ([] for nothing, ["*"] for everything)`;
    return [{ path, message }];
  }
  return [{ path, message: issue.message }];
}

/** @param rules as they were read */
function unknownFolders(
  rules: z.output<typeof schema>,
  unknown: (folder: Folder) => string | undefined,
): Mistake[] {
  const lists: [Mistake['path'], readonly Folder[]][] = [
    [['default'], rules.default],
    [['dms'], rules.dms ?? []],
    ...(['servers', 'channels', 'roles'] as const).flatMap((kind) =>
      Array.from(rules[kind], ([id, all]): [Mistake['path'], Folder[]] => [[kind, id], all]),
    ),
  ];
  return lists.flatMap(([path, all]) =>
    all.flatMap((folder, index): Mistake[] => {
      const message = unknown(folder);
      return message === undefined ? [] : [{ path: [...path, index], message }];
    }),
  );
}

/** Where in the text something stands, or what is nearest above it. */
function placeOf(root: Node | null, path: Mistake['path']): number {
  let node: unknown = root;
  let place = root?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (isScalar(pair?.key)) place = pair.key.range?.[0] ?? place;
      node = pair?.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (isScalar(node)) place = node.range?.[0] ?? place;
    }
  }
  return place;
}
