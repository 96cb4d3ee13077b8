// Every public item of index.d.ts has an example, and every example says the truth: `expression; // → value`.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import * as tiendo from 'tiendo';

import { planFiles } from './support.mjs';

await tiendo.load();
const json = (await planFiles())['ha-tinh-231'];
const [upper, lower] = [await tiendo.loadPlan('ha-tinh-231'), await tiendo.loadPlan('tien-dien')];
const declarations = await readFile(new URL('../index.d.ts', import.meta.url), 'utf8');
const AsyncFunction = (async () => {}).constructor;

const items = declarations.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\nexport (?:declare )?(?:function|class|interface|type) (\w+)/g);
const documented = new Set();
for (const [, comment, name] of items) {
  documented.add(name);
  test(`example: ${name}`, async () => {
    const [, example] = comment.split('@example');
    assert.ok(example, 'an example');
    const lines = example.split('\n').map((line) => line.replace(/^ (\* ?)?/, ''));
    const code = lines
      .map((line) => line.replace(/^(\s*)(.*); \/\/ → (.*)$/, '$1same($2, ($3));'))
      .join('\n');
    let compared = 0;
    const same = (found, wanted) => assert.deepEqual(found, wanted, (compared += 1));
    const scope = { ...tiendo, json, upper, lower, same };
    await new AsyncFunction(...Object.keys(scope), code)(...Object.values(scope));
    assert.ok(compared > 0, 'a value to compare');
  });
}

test('nothing is exported without a comment', () => {
  const exported = [...declarations.matchAll(/^export (?:declare )?\w+ (\w+)/gm)].map(([, name]) => name);
  assert.deepEqual([...documented], [...new Set(exported)]);
});

test("a class's example shows each of its members", () => {
  const classes = declarations.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\n(?:export interface \w+ extends \w+ \{\}\n)?export declare class (\w+) extends (\w+)[^{]*\{([^]*?)\n\}/g);
  let seen = 0;
  for (const [, comment, name, , body] of classes) {
    if (name === 'TiendoError') continue;
    for (const [, member] of body.matchAll(/^  (?:readonly )?(\w+)\??[(:]/gm)) {
      if (member !== 'toJSON') assert.ok(comment.includes(`.${member}`), `${name}.${member}`);
      seen += 1;
    }
  }
  assert.ok(seen > 40, String(seen));
});
