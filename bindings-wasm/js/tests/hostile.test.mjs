// The hostile files that every host reads: each is read, or refused as its entry in the index says, and the library goes on.
// The stage makes them; by hand: `cargo run -p tiendo-tests --bin hostile-files -- DIR`, then TIENDO_HOSTILE=DIR.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

import * as tiendo from 'tiendo';

import { planFiles } from './support.mjs';

await tiendo.load();
const folder = process.env.TIENDO_HOSTILE;
const plan = tiendo.planFromJson((await planFiles())['ha-tinh-231']);
const [start, end] = ['2025-06-01', '2025-07-01'];

// Calendars, records and questions are objects here: what JavaScript itself cannot read, write or take is refused before.
const read = {
  plan: (bytes) => tiendo.lint(tiendo.planFromJson(bytes)),
  registry: (bytes, cell = '') => tiendo.splitAgencies(cell, bytes.toString()),
  calendar: (bytes) => tiendo.dayStatus('2025-06-01', JSON.parse(bytes)),
  records: (bytes) => tiendo.timeliness(plan, start, end, { agencies: ['so-nv'], records: JSON.parse(bytes).records, today: end }),
  query: (bytes) => {
    const { start, end, registry, ...query } = JSON.parse(bytes);
    return tiendo.obligations(plan, start, end, { ...query, registry: registry && JSON.stringify(registry) });
  },
};

test('each hostile file is read or refused as it says', { skip: folder ? false : 'TIENDO_HOSTILE is not set' }, async () => {
  const index = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'));
  assert.ok(index.length > 50);
  const wrong = [];
  for (const { name, kind, error, cell } of index) {
    const bytes = await readFile(join(folder, `${name}.json`));
    let outcome;
    try {
      read[kind](bytes, cell);
    } catch (thrown) {
      const isRefusedBefore = ['calendar', 'records', 'query'].includes(kind) && [SyntaxError, TypeError, RangeError].includes(thrown.constructor);
      outcome = thrown instanceof tiendo.TiendoError ? thrown.code : isRefusedBefore && error ? error : String(thrown);
    }
    if (outcome !== error) wrong.push(`${name}: ${outcome ?? 'read'} where ${error ?? 'a reading'} was expected`);
  }
  assert.deepEqual(wrong, []);
  assert.equal(tiendo.parseNumber('0,7').value, '0.7');
});
