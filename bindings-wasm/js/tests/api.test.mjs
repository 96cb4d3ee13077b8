// What the package promises beyond the rules, which the vectors hold.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import * as tiendo from 'tiendo';

const { compare, load, parseDeadline, parseNumber, parseTarget, planFromJson, planToJson, TiendoError } = tiendo;
const read = (entry, ...encoding) => readFile(new URL(import.meta.resolve(entry)), ...encoding);
const wasm = await read('tiendo/tiendo.wasm');
const planJson = await read('tiendo/plans/ha-tinh-231.json', 'utf8');

// A process of its own: this one is loaded.
const fresh = (code) =>
  execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: import.meta.dirname, encoding: 'utf8' }).trim();

const thrownBy = (action) => {
  try {
    action();
  } catch (error) {
    return error;
  }
  return assert.fail('nothing was thrown');
};

test('types come first in every branch of the exports', async () => {
  const { exports } = JSON.parse(await read('tiendo/package.json', 'utf8'));
  for (const branch of Object.values(exports).filter((branch) => typeof branch === 'object')) {
    assert.equal(Object.keys(branch)[0], 'types');
  }
});

test('a call before load says what to do', () => {
  const said = fresh(`import { parseNumber } from 'tiendo'; try { parseNumber('1') } catch (error) { console.log(error.message) }`);
  assert.equal(said, 'tiendo is not loaded: call `await load()` first');
});

test('importing reads nothing, compiles nothing and adds no global', () => {
  const code = `
    const seen = [];
    const watch = (owner, name) => (owner[name] = () => seen.push(name));
    watch(globalThis, 'fetch');
    for (const name of ['compile', 'instantiate', 'instantiateStreaming', 'Module', 'Instance']) watch(WebAssembly, name);
    const before = Object.getOwnPropertyNames(globalThis).length;
    await import('tiendo'); await import('tiendo/inline');
    console.log(seen.length, Object.getOwnPropertyNames(globalThis).length - before);`;
  assert.equal(fresh(code), '0 0');
});

test('load is idempotent', async () => {
  const first = load();
  assert.equal(load(), first);
  assert.equal(await first, undefined);
  assert.equal(load(new URL('file:///nowhere.wasm')), first);
});

test('load takes a URL, a Response, bytes, a view and a module', () => {
  const make = {
    URL: `new URL(import.meta.resolve('tiendo/tiendo.wasm'))`,
    'a URL as text': `'data:application/wasm;base64,' + bytes.toString('base64')`,
    Response: `new Response(bytes, { headers: { 'content-type': 'application/wasm' } })`,
    'a promise of one': `Promise.resolve(new Response(bytes, { headers: { 'content-type': 'application/wasm' } }))`,
    ArrayBuffer: `new Uint8Array(bytes).buffer`,
    view: `bytes`,
    module: `await WebAssembly.compile(bytes)`,
  };
  for (const [name, source] of Object.entries(make)) {
    const code = `
      import { readFile } from 'node:fs/promises'; import { load, parseNumber } from 'tiendo';
      const bytes = await readFile(new URL(import.meta.resolve('tiendo/tiendo.wasm')));
      await load(${source}); console.log(parseNumber('0,7').value);`;
    assert.equal(fresh(code), '0.7', name);
  }
});

test('load says what failed, and a later load may succeed', () => {
  const code = `
    import { load, parseNumber } from 'tiendo';
    const error = await load(new Uint8Array([1, 2, 3])).catch((error) => error);
    await load();
    console.log(error.constructor.name, error.cause.constructor.name, error.message.startsWith('tiendo could not load'), parseNumber('1').value);`;
  assert.equal(fresh(code), 'Error CompileError true 1');
});

test('the inline entry has the same functions and needs no file', async () => {
  const inline = await import('tiendo/inline');
  assert.deepEqual(Object.keys(inline), Object.keys(tiendo));
  assert.equal(fresh(`import { load, parseNumber } from 'tiendo/inline'; await load(); console.log(parseNumber('0,7').value)`), '0.7');
});

await load(wasm);

test('errors carry their data', () => {
  const error = thrownBy(() => planFromJson('{"schemaVersion": 1,\n "colour": "red"}'));
  assert.ok(error instanceof TiendoError && error instanceof Error);
  assert.equal(error.name, 'TiendoError');
  assert.deepEqual([error.code, error.path, error.row, error.column], ['unknown-field', 'colour', 2, 9]);
  assert.ok(error.expected.includes('`schemaVersion`'));
  assert.ok(error.message.startsWith('unknown-field at colour (line 2, column 9): expected '));
  assert.match(error.stack, /^TiendoError: unknown-field/);
});

test('numbers, dates and other types are refused where text is asked', () => {
  const target = parseTarget('≥ 0,7');
  const cases = [
    [() => parseNumber(0.7), '`text` must be a string, not number'],
    [() => parseTarget(50), '`text` must be a string, not number'],
    [() => parseTarget('50', 5), '`unit` must be a string, not number'],
    [() => parseDeadline(new Date(0)), '`text` must be a string, not a Date'],
    [() => parseDeadline('6/2025', { monthDay: 1.5 }), '`options.monthDay` must be a whole number, not number'],
    [() => parseDeadline('6/2025', { monthday: 1 }), '`options` has no field `monthday`'],
    [() => parseDeadline('6/2025', { constructor: 1 }), '`options` has no field `constructor`'],
    [() => compare({ value: 0.7 }, target, 'higher_is_better'), '`measured.value` must be a string, not number'],
    [() => compare({ value: new Date(0) }, target, 'higher_is_better'), '`measured.value` must be a string, not a Date'],
    [() => compare({ fullYears: ['1', 2] }, target, 'higher_is_better'), '`measured.fullYears[1]` must be a string, not number'],
    [() => compare({ present: 'yes' }, target, 'higher_is_better'), '`measured.present` must be a boolean, not string'],
    [() => compare('0.7', target, 'higher_is_better'), '`measured` must be an object, not string'],
    [() => compare({ value: '1' }, '≥ 0,7', 'higher_is_better'), '`target` must be an object, not string'],
    [() => compare({ value: '1' }, { ...target, text: new Date(0) }, 'higher_is_better'), '`text` must be a string, not a Date'],
    [() => planFromJson({}), '`source` must be a string, an ArrayBuffer or a view of one, not object'],
    [() => planToJson(null), '`plan` must be an object, not null'],
    [() => planToJson({ ...planFromJson(planJson), issued: new Date(0) }), '`issued` must be a string, not a Date'],
  ];
  for (const [action, message] of cases) assert.deepEqual(thrownBy(action), new TypeError(message));
});

test('what is no target, number or direction is an error with its place', () => {
  const target = parseTarget('≥ 0,7');
  const at = (...args) => {
    const { code, path } = thrownBy(() => compare(...args));
    return [code, path];
  };
  assert.deepEqual(at({ value: '0,7' }, target, 'higher_is_better'), ['bad-number', 'measured.value']);
  assert.deepEqual(at({ value: '1e3' }, target, 'higher_is_better'), ['bad-number', 'measured.value']);
  assert.deepEqual(at({}, target, 'up'), ['bad-value', 'direction']);
  assert.deepEqual(at({}, { ...target, value: 0.7 }, 'higher_is_better'), ['bad-value', 'target.value']);
  assert.deepEqual(at({}, { ...target, parts: [{}] }, 'higher_is_better'), ['bad-value', 'target.parts[0]']);
  assert.deepEqual(at({}, {}, 'higher_is_better'), ['bad-value', 'target']);
  assert.deepEqual(at({ fullYears: ['1'] }, target, 'higher_is_better'), ['bad-value', 'measured.fullYears']);
  assert.equal(thrownBy(() => parseDeadline('6/2025', { monthDay: 32 })).code, 'bad-option');
});

test('hostile text is read or refused, and the library goes on', () => {
  const texts = ['', '\0', '\u202e≥ 50%', '𝟗𝟗%', '≥ 50% 🏳️‍🌈', 'a\u0301'.repeat(5000), '-'.repeat(10_000), '>'.repeat(10_000), '≥ 9e999', '__proto__'];
  for (const text of texts) {
    assert.equal(parseTarget(text, text).text, text);
    assert.equal(parseDeadline(text).text, text);
    thrownBy(() => parseNumber(text));
  }
  for (const text of ['\ud800', 'a\udc00b']) {
    for (const read of [parseNumber, parseTarget, parseDeadline, planFromJson]) assert.throws(() => read(text), TypeError);
  }
  const long = 'x'.repeat(50_000_000);
  assert.equal(thrownBy(() => parseTarget(long)).code, 'cell-too-long');
  assert.equal(parseNumber('0,7').value, '0.7');
});

test('hostile objects cannot exhaust the stack of the library', () => {
  const circular = parseTarget('Có');
  circular.parts = [circular];
  assert.throws(() => compare({}, circular, 'higher_is_better'), TypeError);
  let deep = parseTarget('Có');
  for (let depth = 0; depth < 1000; depth += 1) deep = { ...deep, parts: [deep] };
  assert.equal(thrownBy(() => compare({}, deep, 'higher_is_better')).code, 'bad-value');
  assert.equal(thrownBy(() => planFromJson(`{"id": ${'['.repeat(1_000_000)}`)).code, 'too-deep');
  assert.equal(parseNumber('0,7').value, '0.7');
});

test('a row and a deadline are read beside the verbatim cells, and written without them', () => {
  const plan = planFromJson(planJson);
  const indicator = plan.indicators.find(({ code }) => code === '61');
  assert.equal(indicator.row.targets[0].target.proxy, '60');
  assert.equal(indicator.row.targets.length, indicator.targets.length);
  for (const task of plan.tasks) assert.equal(task.readDeadline.text, task.deadline);
  assert.equal(planToJson(plan), planJson);
  const error = thrownBy(() => planToJson({ ...plan, milestones: [2025, 2025] }));
  assert.deepEqual([error.code, error.path, error.row], ['bad-value', 'milestones', undefined]);
  assert.equal(compare({ value: '20' }, plan.indicators[7].row.targets[1].target, plan.indicators[7].row.direction).verdict, 'met');
});

test('a plan is read from text, bytes and a view into bytes', () => {
  const bytes = new TextEncoder().encode(`xx${planJson}`);
  for (const source of [planJson, bytes.slice(2).buffer, bytes.subarray(2), new DataView(bytes.buffer, 2), Buffer.from(planJson)]) {
    assert.equal(planFromJson(source).id, 'ha-tinh-231');
  }
  assert.equal(thrownBy(() => planFromJson(new Uint8Array([0xff]))).code, 'bad-json');
});

test('results are plain data of the caller, equal after a journey through JSON', () => {
  const first = parseTarget('≤ 3 Đông Nam Á; ≤ 50 Thế giới');
  assert.deepEqual(JSON.parse(JSON.stringify(first)), first);
  assert.deepEqual(structuredClone(first), first);
  first.parts.pop();
  assert.equal(parseTarget('≤ 3 Đông Nam Á; ≤ 50 Thế giới').parts.length, 2);
});
