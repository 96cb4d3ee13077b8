// The packed package as its users have it: in Node, through esbuild, through Vite, and under TypeScript.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import * as esbuild from 'esbuild';
import * as vite from 'vite';

import { packageRoot, project, serve, visit } from './support.mjs';

const page = (script) => `<!doctype html><script type="module" src="${script}"></script>`;

const app = (entry, argument = '') => `
  import { load, parseDeadline } from '${entry}';
  await load(${argument});
  globalThis.result = parseDeadline('trước ngày 15/7/2025').due;`;

test('the package holds what it needs and nothing else', async (t) => {
  const { folder, files } = await project(t);
  assert.deepEqual(files, [
    'LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'dist/base64.js', 'dist/plans/dak-lak-146.json', 'dist/plans/ha-tinh-231.json',
    'dist/plans/ha-tinh-42-ctr-tu.json', 'dist/plans/tien-dien.json', 'dist/plans/tien-giang-69.json',
    'dist/schemas/calendar.schema.json', 'dist/schemas/plan.schema.json', 'dist/schemas/records.schema.json',
    'dist/schemas/registry.schema.json', 'dist/tiendo.js', 'dist/tiendo.wasm',
    'generated/results.d.ts', 'index.d.ts', 'index.js', 'inline.d.ts', 'inline.js', 'package.json',
  ]);
  const wasm = await readFile(join(folder, 'node_modules/tiendo/dist/tiendo.wasm'), 'latin1');
  for (const place of [homedir(), join(packageRoot, '../..')]) assert.ok(!wasm.includes(place), `a path of this machine, ${place}`);
});

test('Node: every example of the README prints what stands beside it', async (t) => {
  const { folder } = await project(t);
  const readme = await readFile(join(packageRoot, 'README.md'), 'utf8');
  const examples = [...readme.matchAll(/```js\n([^]*?)```\n\n```text\n([^]*?)```/g)];
  assert.equal(examples.length, readme.split('```js\n').length - 1);
  assert.ok(examples.length > 1);
  for (const [, code, wanted] of examples) {
    await writeFile(join(folder, 'app.js'), code);
    assert.equal(execFileSync(process.execPath, ['app.js'], { cwd: folder, encoding: 'utf8' }), wanted);
  }
});

test('esbuild: the inline entry, and a file beside the bundle', async (t) => {
  const { folder } = await project(t);
  const ways = {
    inline: app('tiendo/inline'),
    file: `import url from 'tiendo/tiendo.wasm';${app('tiendo', 'new URL(url, import.meta.url)')}`,
  };
  for (const [way, source] of Object.entries(ways)) {
    await writeFile(join(folder, `${way}.js`), source);
    const built = await esbuild.build({
      absWorkingDir: folder, entryPoints: [`${way}.js`], outdir: `built-${way}`, bundle: true, format: 'esm',
      target: 'es2022', loader: { '.wasm': 'file' }, logLevel: 'silent',
    });
    assert.deepEqual([...built.warnings, ...built.errors], []);
    await writeFile(join(folder, `built-${way}/index.html`), page(`/${way}.js`));
    const origin = await serve(t, { '/': join(folder, `built-${way}`) });
    assert.deepEqual(await visit(t, `${origin}/index.html`), { result: '2025-07-14', complaints: [] }, way);
  }
});

test('Vite: the package as it is, its wasm and its plans assets of their own', async (t) => {
  const { folder } = await project(t);
  await writeFile(join(folder, 'index.html'), page('/app.js'));
  await writeFile(join(folder, 'app.js'), `
    import { load, loadPlan } from 'tiendo';
    await load();
    globalThis.result = (await loadPlan('tien-dien')).id;`);
  await vite.build({ root: folder, logLevel: 'silent' });
  const assets = await readdir(join(folder, 'dist/assets'));
  assert.equal(assets.filter((name) => name.endsWith('.wasm')).length, 1);
  const origin = await serve(t, { '/': join(folder, 'dist') });
  assert.deepEqual(await visit(t, `${origin}/index.html`), { result: 'tien-dien', complaints: [] });
});

test('a bundler leaves out what is not used', async (t) => {
  const { folder } = await project(t);
  await writeFile(join(folder, 'app.js'), `import 'tiendo'; import { TiendoError } from 'tiendo/inline'; console.log(1);`);
  const built = await esbuild.build({
    absWorkingDir: folder, entryPoints: ['app.js'], bundle: true, format: 'esm', write: false, logLevel: 'silent',
  });
  assert.ok(built.outputFiles[0].text.length < 100, built.outputFiles[0].text.slice(0, 500));
});

test('TypeScript: the declarations are strict and narrow', async (t) => {
  const { folder } = await project(t);
  await writeFile(join(folder, 'app.ts'), await readFile(join(import.meta.dirname, 'types.ts'), 'utf8'));
  const tsc = join(packageRoot, 'node_modules/.bin/tsc');
  for (const [module, moduleResolution] of [['nodenext', 'nodenext'], ['esnext', 'bundler']]) {
    const { stdout } = spawnSync(tsc, ['--noEmit', '--strict', '--module', module, '--moduleResolution', moduleResolution,
      '--target', 'es2022', '--lib', 'es2024,dom', '--types', '', 'app.ts'], { cwd: folder, encoding: 'utf8' });
    assert.equal(stdout, '');
  }
});
