// The shared vectors in Node.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import * as tiendo from 'tiendo';

import { planFiles, record, vectorFiles } from './support.mjs';
import { runVectors } from './vectors.mjs';

const plans = await planFiles();
await tiendo.load();
for (const { name, json } of await vectorFiles()) {
  test(`vectors: ${name}`, async () => {
    const { passed, failures } = runVectors(tiendo, json, plans);
    await record('node', name, passed, failures.length);
    assert.deepEqual(failures, []);
  });
}
