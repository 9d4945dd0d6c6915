// What a brief must be, as far as this backend cares: it keeps the rest as it came.

const UUID_V7 = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
const TEXT = 4000;
const LINE = 200;
const ITEMS = 20;

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every field that does not fit, as `{ path, message }` with a JSON Pointer; none for a brief that can be kept. */
export function wrongFields(brief) {
  const errors = [];
  const wrong = (path, message) => errors.push({ path, message });
  if (!isObject(brief)) return [{ path: '', message: 'must be an object' }];

  const text = (value, path, limit = TEXT) => {
    if (value === undefined) return;
    if (typeof value !== 'string') wrong(path, 'must be text');
    else if (value.length > limit) wrong(path, `must be at most ${limit} characters`);
  };
  if (typeof brief.id !== 'string' || !UUID_V7.test(brief.id)) wrong('/id', 'must be a UUID, version 7');
  if (brief.schemaVersion !== 1) wrong('/schemaVersion', 'must be 1');
  if (!['nl', 'en'].includes(brief.language)) wrong('/language', 'must be nl or en');
  if (typeof brief.request !== 'string' || !brief.request.trim()) wrong('/request', 'must have words in it');
  else text(brief.request, '/request');

  const { need } = brief;
  if (need === undefined) return errors;
  if (!isObject(need)) return [...errors, { path: '/need', message: 'must be an object' }];
  if (need.who !== undefined) {
    if (!Array.isArray(need.who) || need.who.length > ITEMS)
      wrong('/need/who', `must be at most ${ITEMS} texts`);
    else need.who.forEach((name, index) => text(name ?? null, `/need/who/${index}`, LINE));
  }
  for (const slot of ['problem', 'outcome']) {
    if (need[slot] === undefined) continue;
    if (isObject(need[slot])) text(need[slot].statement ?? null, `/need/${slot}/statement`);
    else wrong(`/need/${slot}`, 'must be an object');
  }
  return errors;
}
