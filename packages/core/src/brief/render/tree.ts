/** Reaching into briefs by path, for code that follows the layout instead of naming every field. */

export type Tree = Record<string, unknown>;

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path, `undefined` where it leads nowhere. */
export function at(tree: Tree, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (isTree(value) ? value[key] : undefined), tree);
}

/** Sets the value at a path and makes the objects on the way. */
export function put(tree: Tree, path: readonly string[], value: unknown): void {
  let place = tree;
  for (const key of path.slice(0, -1)) place = (place[key] ??= {}) as Tree;
  const last = path.at(-1);
  if (last !== undefined) place[last] = value;
}

/** Removes the value at a path, with the objects that are empty because of it. */
export function prune(tree: Tree, path: readonly string[]): void {
  for (let length = path.length; length > 0; length--) {
    const place = at(tree, path.slice(0, length - 1));
    if (!isTree(place)) return;
    delete place[path[length - 1] ?? ''];
    if (Object.keys(place).length > 0) return;
  }
}

/** The items of a list of objects; empty for anything else. */
export function items(value: unknown): Tree[] {
  return Array.isArray(value) ? value.filter(isTree) : [];
}
