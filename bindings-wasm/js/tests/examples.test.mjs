// Every public item of index.d.ts has an example, and every example says the truth: `expression; // → value`.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import * as tiendo from 'tiendo';

import { planFiles } from './support.mjs';

await tiendo.load();
const plans = await planFiles();
const file = (id) => plans[id];
const json = file('ha-tinh-231');
const declarations = await readFile(new URL('../index.d.ts', import.meta.url), 'utf8');
const AsyncFunction = (async () => {}).constructor;

const items = declarations.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\nexport (?:declare )?(?:function|class|interface|type) (\w+)/g);
const documented = new Set();
for (const [, comment, name] of items) {
  documented.add(name);
  test(`example: ${name}`, async () => {
    const [, example] = comment.split('@example');
    assert.ok(example, 'an example');
    const lines = example.split('\n').map((line) => line.replace(/^ \* ?/, ''));
    const code = lines
      .filter((line) => !line.startsWith('import '))
      .map((line) => line.replace(/^(\s*)(.*); \/\/ → (.*)$/, '$1same($2, ($3));'))
      .join('\n');
    let compared = 0;
    const same = (found, wanted) => assert.deepEqual(found, wanted, (compared += 1));
    const scope = { ...tiendo, json, file, same };
    await new AsyncFunction(...Object.keys(scope), code)(...Object.values(scope));
    assert.ok(compared > 0, 'a value to compare');
  });
}

test('nothing is exported without a comment', () => {
  const exported = [...declarations.matchAll(/^export (?:declare )?\w+ (\w+)/gm)].map(([, name]) => name);
  assert.deepEqual([...documented], exported);
});
