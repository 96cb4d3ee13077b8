// The shared vectors in Node.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import * as tiendo from 'tiendo';

import { record, vectorFiles } from './support.mjs';
import { runVectors } from './vectors.mjs';

const readPlan = (id) => readFile(new URL(import.meta.resolve(`tiendo/plans/${id}.json`)), 'utf8');

await tiendo.load();
for (const { name, json } of await vectorFiles()) {
  test(`vectors: ${name}`, async () => {
    const { passed, failures } = await runVectors(tiendo, json, readPlan);
    await record('node', name, passed, failures.length);
    assert.deepEqual(failures, []);
  });
}
