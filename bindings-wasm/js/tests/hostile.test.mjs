// The hostile files that every host reads: each is read, or refused as its entry in the index says, and the library goes on.
// The stage makes them; by hand: `cargo run -p tiendo-tests --bin hostile-files -- DIR`, then TIENDO_HOSTILE=DIR.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

import * as tiendo from 'tiendo';

await tiendo.load();
const folder = process.env.TIENDO_HOSTILE;
const plan = await tiendo.loadPlan('ha-tinh-231');

// A question is an object here: what JavaScript itself cannot read, write or take is refused before.
const read = {
  plan: (bytes) => tiendo.plan(bytes).lint(),
  registry: (bytes, cell = '') => tiendo.registry(bytes).split(cell),
  calendar: (bytes) => tiendo.calendar(bytes).status('2025-06-01'),
  records: (bytes) => tiendo.records(bytes).latest('1', '2025-06-01'),
  query: (bytes) => plan.obligations(JSON.parse(bytes)),
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
      const isRefusedBefore = kind === 'query' && [SyntaxError, TypeError].includes(thrown.constructor);
      outcome = thrown instanceof tiendo.TiendoError ? thrown.code : isRefusedBefore && error ? error : String(thrown);
    }
    if (outcome !== error) wrong.push(`${name}: ${outcome ?? 'read'} where ${error ?? 'a reading'} was expected`);
  }
  assert.deepEqual(wrong, []);
  assert.equal(tiendo.parseNumber('0,7').value, '0.7');
});
