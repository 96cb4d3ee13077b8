// Every function and every member of every handle, called with random values from a fixed seed: only errors of the package's
// kinds come out, and the library goes on.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import * as tiendo from 'tiendo';

import { planFiles } from './support.mjs';

await tiendo.load();

// xorshift32.
let state = 20251127;
const random = (below) => {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % below;
};
const one = (items) => items[random(items.length)];

const bare = ({ id, title, issuer, level, milestones, regime }) =>
  ({ schemaVersion: 1, id, title, issuer, level, milestones, regime, indicators: [], tasks: [] });
const file = bare(JSON.parse((await planFiles())['ha-tinh-231']));
const plan = tiendo.plan(file);
const query = { start: '2025-06-01', end: '2025-07-01', agencies: ['so-nv', 'Sở Tài chính'] };
const owed = plan.obligations(query);
const submission = { id: 's1', date: '2025-06-20', recorded: '2025-06-20', source: 'x', rule: 'monthly', period: '2025-06', agency: 'so-nv' };
const judged = owed.timeliness([submission], [], '2025-06-22');
const target = tiendo.parseTarget('≥ 50%');
const deadline = tiendo.parseDeadline('6/2025');
const file_ = { schemaVersion: 1, synthetic: true, records: [{ type: 'submission', ...submission }] };
const freed = tiendo.registry();
freed.free();
const handles = [plan, owed, judged, tiendo.registry(), tiendo.calendar(), tiendo.records(file_)];

const codes = tiendo.codeLists().flatMap(({ codes }) => codes.map(({ code }) => code));
const leaves = [
  undefined, null, true, false, NaN, Infinity, -1, 0, 1, 0.5, 2 ** 31, 2 ** 53, 10n, '', '\0', '\ud800', 'a\udc00b', '__proto__', '{', '{}', '[]', 'null',
  '-'.repeat(20_000), '≥ 50%', '6/2025', 'Sở Y tế', '2025-06', '2025-Q2', '2025-06-01', '9999-12-31', '2025-06-01T00:00:00Z', 'so-nv', 'vi', 'monthly',
  Symbol('x'), () => 1, new Date(NaN), new Map(), /x/, new Proxy({}, {}), Object.create(null), Object.freeze([]), [, 1], new Uint8Array(4), new String('x'),
  new ArrayBuffer(8), { toJSON: () => undefined }, { toJSON: () => 5 }, JSON.parse('{ "__proto__": { "x": 1 } }'), freed,
];
const whole = [file, file_, query, submission, target, deadline, owed.at(0), judged.at(0), file.regime.rules[0], tiendo.registry().split('Sở Y tế'),
  tiendo.calendar().toJSON(), { plan, query: {} }, { value: '1' }, { tasks: 1 }, ...handles];

function value(depth = 0) {
  const kind = random(depth > 3 ? 2 : 6);
  if (kind < 2) return one(leaves);
  if (kind === 2) return one(codes);
  if (kind === 3) return one(whole);
  if (kind === 4) return Array.from({ length: random(4) }, () => value(depth + 1));
  // An object of the library's own with something else in a field or two.
  const base = one(whole);
  const changed = handles.includes(base) ? {} : { ...base };
  const fields = [...Object.keys(changed), 'limits', 'calendar', 'registry', 'x'];
  for (let times = random(3); times >= 0; times -= 1) changed[one(fields)] = value(depth + 1);
  return changed;
}

const members = (handle) => {
  const found = new Set();
  for (let at = Object.getPrototypeOf(handle); at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    for (const name of Reflect.ownKeys(at)) if (!['constructor', 'free', Symbol.dispose, 'dispose'].includes(name)) found.add(name);
  }
  return [...found];
};
const calls = Object.entries(tiendo)
  .filter(([name, item]) => typeof item === 'function' && !/^[A-Z]/.test(name) && name !== 'load')
  .map(([name, item]) => [name, (...given) => item(...given)]);
for (const handle of handles) {
  for (const name of members(handle)) {
    calls.push([`${handle.constructor.name}.${String(name)}`, (...given) => {
      const member = handle[name];
      return typeof member === 'function' ? member.call(random(50) ? handle : value(), ...given) : member;
    }]);
  }
}

test('20,000 calls with anything at all', async () => {
  assert.ok(calls.length > 80, String(calls.length));
  const expected = JSON.stringify(plan.obligations(query));
  let refused = 0;
  for (let turn = 0; turn < 20_000; turn += 1) {
    const [name, call] = calls[turn % calls.length];
    const given = Array.from({ length: random(5) }, () => value());
    try {
      const result = await call(...given);
      if (typeof result?.next === 'function') result.next();
    } catch (error) {
      refused += 1;
      const isKnown = error instanceof TypeError || (error instanceof tiendo.TiendoError && error.vi.endsWith('.'));
      assert.ok(isKnown, `${name}, call ${turn}: ${error?.stack}`);
    }
  }
  assert.ok(refused > 2_000 && refused < 19_000, String(refused));
  assert.equal(JSON.stringify(plan.obligations(query)), expected);
  assert.equal(tiendo.parseNumber('0,7').value, '0.7');
});
