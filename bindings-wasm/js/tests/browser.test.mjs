// The packed package in Chromium under a strict Content-Security-Policy: every shared vector; and what `load` says
// where the policy forbids WebAssembly.
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

import { project, record, serve, vectorFiles, visit } from './support.mjs';

const policy = (scripts) => ({
  'content-security-policy': `default-src 'none'; script-src ${scripts}; style-src 'self'; connect-src 'self'`,
});

async function site(t, script) {
  const { folder } = await project(t);
  const pages = join(folder, 'pages');
  await mkdir(pages);
  await writeFile(join(pages, 'index.html'), '<!doctype html><script type="module" src="/page.js"></script>');
  await writeFile(join(pages, 'page.js'), script);
  return { '/': pages, '/tiendo/': join(folder, 'node_modules/tiendo'), '/tests/': import.meta.dirname };
}

test('the shared vectors in a browser', { skip: process.env.TIENDO_CASES ? false : 'TIENDO_CASES is not set' }, async (t) => {
  const files = await vectorFiles();
  const folders = await site(t, `
    import * as tiendo from '/tiendo/index.js';
    import { runVectors } from '/tests/vectors.mjs';
    await tiendo.load();
    const result = [];
    for (const file of await (await fetch('/vectors.json')).json()) result.push(await runVectors(tiendo, file));
    globalThis.result = result;`);
  await writeFile(join(folders['/'], 'vectors.json'), JSON.stringify(files.map((file) => file.json)));
  const origin = await serve(t, folders, policy("'self' 'wasm-unsafe-eval'"));
  const { result, complaints } = await visit(t, `${origin}/index.html`);
  for (const [at, { name }] of files.entries()) {
    await record('browser', name, result[at].passed, result[at].failures.length);
  }
  assert.deepEqual(result.flatMap(({ failures }) => failures), []);
  assert.deepEqual(complaints, []);
});

test('the inline entry fetches nothing', async (t) => {
  const folders = await site(t, `
    import { load, parseNumber } from '/tiendo/inline.js';
    await load();
    globalThis.result = parseNumber('0,7').value;`);
  const headers = { 'content-security-policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'" };
  const { result } = await visit(t, `${await serve(t, folders, headers)}/index.html`);
  assert.equal(result, '0.7');
});

test('without wasm-unsafe-eval load says what the policy must allow', async (t) => {
  const folders = await site(t, `
    import { load } from '/tiendo/index.js';
    globalThis.result = await load().catch((error) => [error.constructor.name, error.cause.constructor.name, error.message]);`);
  const { result } = await visit(t, `${await serve(t, folders, policy("'self'"))}/index.html`);
  const [kind, cause, message] = result;
  assert.deepEqual([kind, cause], ['Error', 'CompileError']);
  assert.match(message, /^tiendo could not load its WebAssembly: .*script-src 'wasm-unsafe-eval'$/);
});
