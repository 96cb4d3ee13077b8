// The shared vectors in Node.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import * as tiendo from 'tiendo';

import { record, vectorFiles } from './support.mjs';
import { runVectors } from './vectors.mjs';

await tiendo.load();
for (const { name, json } of await vectorFiles()) {
  test(`vectors: ${name}`, async () => {
    const { passed, failures } = await runVectors(tiendo, json);
    await record('node', name, passed, failures.length);
    assert.deepEqual(failures, []);
  });
}
