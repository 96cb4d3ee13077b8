// What the package promises beyond the rules, which the vectors hold.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import * as tiendo from 'tiendo';

import { planFiles, thrownBy } from './support.mjs';

const {
  calendar, codeLists, compare, compareCodes, comparePlans, compareTargets, deadlineWhy, exemptSentence, limits, load, loadPlan,
  measured, noteSentence, parseDeadline, parseNumber, parseTarget, plan, reasonSentence, records, registry, suggestLinks,
  TiendoError,
} = tiendo;
const read = (entry, ...encoding) => readFile(new URL(import.meta.resolve(entry)), ...encoding);
const wasm = await read('tiendo/tiendo.wasm');
const planJson = await read('tiendo/plans/ha-tinh-231.json', 'utf8');

// A process of its own: this one is loaded.
const fresh = (code, ...flags) =>
  execFileSync(process.execPath, [...flags, '--input-type=module', '-e', code], { cwd: import.meta.dirname, encoding: 'utf8' }).trim();

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
const [upper, lower] = [await loadPlan('ha-tinh-231'), await loadPlan('tien-dien')];
const placed = (action) => {
  const { code, path, row } = thrownBy(action);
  assert.equal(row, undefined);
  return [code, path];
};

test('errors carry their data', () => {
  const error = thrownBy(() => plan('{"schemaVersion": 1,\n "colour": "red"}'));
  assert.ok(error instanceof TiendoError && error instanceof Error);
  assert.equal(error.name, 'TiendoError');
  assert.deepEqual([error.code, error.path, error.row, error.column], ['unknown-field', 'colour', 2, 2]);
  assert.ok(error.expected.includes('`schemaVersion`'));
  assert.ok(error.message.startsWith('unknown-field at colour (line 2, column 2): expected '));
  assert.match(error.stack, /^TiendoError: unknown-field/);
  assert.ok(error.expectedVi.includes('`schemaVersion`') && error.vi.includes(error.expectedVi) && error.en.includes(error.expected));
  assert.match(error.vi, /^Dòng 2, cột 2, `colour`: /);
  const missing = error.others.map(({ code, path }) => `${code} ${path}`);
  assert.ok(missing.includes('missing-field title') && !missing.includes('unknown-field colour'));
  assert.ok(error.others.every((other) => other instanceof TiendoError && other.others.length === 0 && other.vi.endsWith('.')));
  assert.deepEqual(thrownBy(() => plan('{}', { limits: { errors: 1 } })).others, []);
});

test('what is no text, number, object or handle where one is asked is a TypeError', () => {
  const target = parseTarget('≥ 0,7');
  const cases = [
    [() => parseNumber(0.7), '`text` must be a string, not number'],
    [() => parseTarget(50), '`text` must be a string, not number'],
    [() => parseTarget('50', 5), '`unit` must be a string, not number'],
    [() => parseTarget('50', null, 5), '`limits` must be an object, not number'],
    [() => parseDeadline(new Date(0)), '`text` must be a string, not a Date'],
    [() => parseDeadline('6/2025', { monthDay: 25n }), '`monthDay` must be a value of JSON, not bigint'],
    [() => compare('0.7', target, 'higher_is_better'), '`measured` must be an object, not string'],
    [() => compare({ value: new Date(0) }, target, 'higher_is_better'), '`value` must be a string, not a Date'],
    [() => compare({ value: () => 1 }, target, 'higher_is_better'), '`value` must be a value of JSON, not function'],
    [() => compare({ value: '1' }, '≥ 0,7', 'higher_is_better'), '`target` must be an object, not string'],
    [() => compareTargets(target, null, 'higher_is_better'), '`other` must be an object, not null'],
    [() => compareTargets(target, target, 1), '`direction` must be a string, not number'],
    [() => plan(5), '`source` must be an object, not number'],
    [() => plan({ ...upper.toJSON(), issued: new Date(0) }), '`issued` must be a string, not a Date'],
    [() => registry().split(5), '`cell` must be a string, not number'],
    [() => upper.task(0.5), '`number` must be a whole number, not number'],
    [() => upper.lint(planJson), '`registry` must be a handle of its type, not string'],
    [() => upper.lint(upper), '`registry` must be a handle of its type, not object'],
    [() => comparePlans(lower, upper.toJSON()), '`parent` must be a handle of its type, not object'],
    [() => suggestLinks([], upper), '`child` must be a handle of its type, not an array'],
    [() => tiendo.Plan.prototype.lint.call({}), '`this` must be a handle of its type, not object'],
    [() => new tiendo.Plan(), 'handles are made by the functions of the package'],
  ];
  for (const [action, message] of cases) assert.deepEqual(thrownBy(action), new TypeError(message));
});

test('half of a surrogate pair is refused at the argument it stands in', () => {
  const [half, target] = ['\ud800', parseTarget('5')];
  const cases = {
    text: () => parseTarget(`a${half}b`), unit: () => parseTarget('5', half), lang: () => noteSentence('empty', half),
    cell: () => registry().split('\udc00'), id: () => registry().agency(half), source: () => calendar(half), code: () => upper.row(half),
    direction: () => compare({}, target, half), instant: () => tiendo.dateInVietnam(half),
  };
  for (const [path, action] of Object.entries(cases)) {
    const error = thrownBy(action);
    assert.ok(error instanceof TiendoError, String(error));
    assert.deepEqual([error.code, error.path], ['bad-text', path]);
    assert.ok(error.vi.endsWith('.') && error.en.endsWith('.'));
  }
  assert.deepEqual(placed(() => compare({ unit: half }, target, 'higher_is_better')), ['bad-json', 'measured.unit']);
});

test('what is wrong within an argument has its place there', () => {
  const target = parseTarget('≥ 0,7');
  const at = (...args) => placed(() => compare(...args));
  assert.deepEqual(at({ value: '0,7' }, target, 'higher_is_better'), ['bad-number', 'measured.value']);
  assert.deepEqual(at({ value: 0.7 }, target, 'higher_is_better'), ['wrong-type', 'measured.value']);
  assert.deepEqual(at({ values: '7' }, target, 'higher_is_better'), ['unknown-field', 'measured.values']);
  assert.deepEqual(at({ fullYears: ['1', '1e3'] }, target, 'higher_is_better'), ['bad-number', 'measured.fullYears[1]']);
  assert.deepEqual(at({}, target, 'up'), ['bad-value', 'direction']);
  assert.deepEqual(at({}, { ...target, value: 0.7 }, 'higher_is_better'), ['wrong-type', 'target.value']);
  assert.deepEqual(at({}, { ...target, parts: [{}] }, 'higher_is_better'), ['missing-field', 'target.parts[0].kind']);
  assert.deepEqual(at({}, {}, 'higher_is_better'), ['missing-field', 'target.kind']);
  assert.deepEqual(at({ value: null }, target, 'higher_is_better', { equal: true }), ['unknown-field', 'options.equal']);
  assert.deepEqual(placed(() => compareTargets(target, { ...target, kind: 'most' }, 'higher_is_better')), ['bad-value', 'other.kind']);
  assert.deepEqual(placed(() => parseDeadline('6/2025', { monthDay: 32 })), ['bad-option', 'options.monthDay']);
  assert.deepEqual(placed(() => parseTarget('5', null, { colours: 3 })), ['unknown-field', 'limits.colours']);
  assert.deepEqual(placed(() => deadlineWhy({})), ['bad-value', 'deadline']);
  assert.deepEqual(placed(() => registry().expand({}, [])), ['bad-value', 'cell']);
  assert.deepEqual(placed(() => registry().expand(registry().split(''), [{ group: 'x' }])), ['missing-field', 'roster[0].agencies']);
  assert.deepEqual(placed(() => registry().succession('so-nv', '1/1/2025')), ['bad-date', 'on']);
  assert.deepEqual(placed(() => measured({ id: 'o1' })), ['bad-value', 'observation']);
  assert.deepEqual(placed(() => noteSentence('none')), ['bad-value', 'code']);
  assert.deepEqual(placed(() => reasonSentence('no-value', 'fr')), ['bad-option', 'lang']);
  assert.deepEqual(placed(() => exemptSentence({ reason: 'tired' })), ['bad-value', 'exempt']);
});

test('limits of a caller hold wherever something is read, and what was read keeps them', () => {
  const small = { jsonBytes: 8 };
  const cases = [
    [() => parseTarget('≥ 50%', null, { textChars: 3 }), 'cell-too-long', 'text'],
    [() => parseDeadline('6/2025', null, { textChars: 3 }), 'cell-too-long', 'text'],
    [() => registry(null, { textChars: 300 }).split('Sở Y tế'.repeat(60)), 'cell-too-long', 'cell'],
    [() => registry(registry().toJSON(), small), 'too-large', ''],
    [() => calendar(calendar().toJson(), small), 'too-large', ''],
    [() => records({ schemaVersion: 1, synthetic: true, records: [] }, { recordsBytes: 8 }), 'too-large', ''],
    [() => plan(upper.toJSON(), small), 'too-large', ''],
    [() => plan(upper, { tasks: 100 }), 'too-many', 'tasks'],
    [() => suggestLinks(lower, plan(planJson, { pairs: 1 })), undefined],
    [() => suggestLinks(plan(lower, { pairs: 1 }), upper), 'too-many', ''],
  ];
  for (const [action, code, path] of cases) {
    if (!code) action();
    else assert.deepEqual(placed(action), [code, path], String(action));
  }
  assert.ok(plan(planJson, { pairs: 1 }).lint().some(({ code }) => code === 'limit-reached'));
  assert.deepEqual(parseTarget('≥ 50%', null, null), parseTarget('≥ 50%'));
});

test('the declarations name every limit and every list of codes', async () => {
  const generated = await readFile(new URL('../generated/results.d.ts', import.meta.url), 'utf8');
  const [, members] = generated.match(/export interface Limits \{([^}]*)\}/);
  assert.deepEqual([...members.matchAll(/^  (\w+)\?: number;/gm)].map(([, name]) => name), Object.keys(limits()));
  for (const { name, codes } of codeLists()) {
    assert.ok(generated.includes(`export type ${name} =`), name);
    for (const { code, vi, en } of codes) assert.ok(generated.includes(`'${code}'`) && vi && en, code);
  }
});

test('codes sort by their segments', () => {
  assert.deepEqual(['10', '7.10', '7.2', '7', '7.a'].sort(compareCodes), ['7', '7.2', '7.10', '7.a', '10']);
  assert.equal(compareCodes('7.1', '7.1'), 0);
});

test('hostile text is read or refused, and the library goes on', () => {
  const texts = ['', '\0', '\u202e≥ 50%', '𝟗𝟗%', '≥ 50% 🏳️‍🌈', 'a\u0301'.repeat(5000), '-'.repeat(10_000), '>'.repeat(10_000), '≥ 9e999', '__proto__'];
  for (const text of texts) {
    assert.equal(parseTarget(text, text).text, text);
    assert.equal(parseDeadline(text).text, text);
    assert.equal(registry().split(text).text, text);
    thrownBy(() => parseNumber(text));
  }
  assert.equal(thrownBy(() => parseTarget('x'.repeat(50_000_000))).code, 'cell-too-long');
  const circular = parseTarget('Có');
  circular.parts = [circular];
  assert.throws(() => compare({}, circular, 'higher_is_better'), TypeError);
  let deep = parseTarget('Có');
  for (let depth = 0; depth < 1000; depth += 1) deep = { ...deep, parts: [deep] };
  assert.equal(thrownBy(() => compare({}, deep, 'higher_is_better')).code, 'too-deep');
  assert.equal(thrownBy(() => deadlineWhy({ text: deep })).code, 'too-deep');
  for (let depth = 0; depth < 20_000; depth += 1) deep = [deep];
  assert.throws(() => compare({ value: deep }, parseTarget('Có'), 'higher_is_better'), TypeError);
  assert.equal(thrownBy(() => registry('['.repeat(1_000_000))).code, 'too-deep');
  assert.equal(thrownBy(() => plan(`{"id": ${'['.repeat(1_000_000)}`)).code, 'too-deep');
  assert.equal(parseNumber('0,7').value, '0.7');
});

test('every plan of the package is read and written the same, whichever way it came', async () => {
  const plans = Object.entries(await planFiles());
  assert.deepEqual(plans.map(([id]) => id).sort(), tiendo.builtinPlanIds().sort());
  for (const [id, json] of plans) {
    const loaded = await loadPlan(id);
    assert.equal(loaded.id, id);
    assert.equal(loaded.toJson(), json);
    assert.deepEqual(loaded.toJSON(), JSON.parse(json));
    const again = plan(JSON.parse(JSON.stringify(loaded)));
    assert.deepEqual(again.lint(), loaded.lint());
    for (const place of loaded.lint().flatMap(({ places }) => places)) assert.equal(place.plan, id);
    assert.equal(loaded.rows.length, loaded.indicators.length);
    for (const [at, { code, targets }] of loaded.indicators.entries()) {
      assert.deepEqual(loaded.row(code), loaded.rows[at]);
      assert.equal(loaded.rows[at].targets.length, targets.length);
    }
    for (const [at, { number, deadline }] of loaded.tasks.entries()) {
      assert.deepEqual(loaded.deadline(number), loaded.deadlines[at]);
      assert.equal(loaded.deadlines[at].text, deadline);
    }
  }
});

test('an id that no plan has is refused with those there are', async () => {
  const error = await loadPlan('nowhere-1').catch((error) => error);
  assert.ok(error instanceof TiendoError);
  assert.deepEqual([error.code, error.path], ['unknown-plan', 'id']);
  assert.ok(error.expected.includes('`dak-lak-146`'), error.expected);
  assert.equal((await loadPlan('../../package').catch((error) => error)).code, 'unknown-plan');
});

test('what is looked up is found by the codes and numbers it was published under, or is null', async () => {
  const province = await loadPlan('tien-giang-69');
  assert.equal(province.indicator('27').code, '3');
  assert.deepEqual(province.row('27'), province.row('3'));
  assert.equal(upper.row('61').targets[0].target.proxy, '60');
  for (const nothing of [upper.row('999'), upper.indicator(''), upper.task(0), upper.task(-4), upper.deadline(2 ** 32 + 4)]) assert.equal(nothing, null);
  assert.equal(upper.milestoneOn('2025-12-31'), 2025);
  assert.deepEqual(upper.deadlines[3], parseDeadline(upper.tasks[3].deadline));
  assert.equal('due' in upper.deadlines[3], deadlineWhy(upper.deadlines[3]) !== null);
  assert.equal(deadlineWhy(parseDeadline('Thường xuyên')), null);
});

test('a registry and a calendar of a caller\'s decide, as handles and as objects', () => {
  const own = { schemaVersion: 1, agencies: [{ id: 'x', name: 'Sở Mẫu', level: 'province' }], groups: [{ id: 'g', name: 'các sở' }] };
  const bodies = registry(JSON.stringify(own));
  assert.deepEqual(bodies.toJSON(), own);
  const kinds = (of) => of.split('Sở Mẫu; Sở Y tế').agencies.map(({ kind, id }) => [kind, id]);
  assert.deepEqual(kinds(bodies), [['agency', 'x'], ['unknown', undefined]]);
  assert.deepEqual(kinds(registry()), [['unknown', undefined], ['agency', 'so-yt']]);
  assert.ok(lower.lint(bodies).some(({ code }) => code === 'unknown-agency'));
  assert.deepEqual(lower.lint(registry(registry().toJSON())), lower.lint());
  assert.deepEqual(comparePlans(lower, upper, null), comparePlans(lower, upper, registry()));
  assert.equal(bodies.find('sở mẫu').id, 'x');
  const twice = thrownBy(() => registry(JSON.stringify(own).replace('"g"', '"x"')));
  assert.deepEqual([twice.code, twice.path, twice.row], ['duplicate-code', 'groups[0].id', 1]);
  const misspelt = thrownBy(() => registry('{"schemaVersion": 1,\n "bodies": []}'));
  assert.deepEqual([misspelt.code, misspelt.path, misspelt.row], ['unknown-field', 'bodies', 2]);

  const days = { ...calendar().toJSON(), days: [] };
  assert.deepEqual(calendar(days).status('2025-09-02'), { off: false });
  assert.deepEqual(calendar(Buffer.from(JSON.stringify(days))).toJSON(), days);
  assert.deepEqual(placed(() => calendar('vn-schools')), ['unknown-calendar', 'id']);
  assert.deepEqual(placed(() => calendar({})), ['missing-field', 'schemaVersion']);
  assert.deepEqual(placed(() => calendar().status('2031-01-01')), ['unknown-year', 'calendar']);
  const worked = { date: '2025-11-29', off: false, name: 'Làm bù' };
  const corrected = calendar().withDays([worked]);
  assert.deepEqual(corrected.status('2025-11-29'), { off: false, day: worked });
  const due = (calendar) => upper.obligations({ start: '2025-11-30', end: '2025-12-01', selectBy: 'written', dayOffShift: 'next_working_day', calendar }).at(0).due;
  assert.deepEqual([due(), due(corrected), due(corrected.toJSON())], ['2025-12-01', '2025-11-29', '2025-11-29']);
});

test('a plan is read from text, bytes, a view into bytes, and an object', () => {
  const bytes = new TextEncoder().encode(`xx${planJson}`);
  for (const source of [planJson, bytes.slice(2).buffer, bytes.subarray(2), new DataView(bytes.buffer, 2), Buffer.from(planJson), upper]) {
    assert.equal(plan(source).id, 'ha-tinh-231');
  }
  assert.equal(thrownBy(() => plan(new Uint8Array([0xff]))).code, 'bad-json');
});

test('results are plain data of the caller, equal after a journey through JSON', () => {
  const first = parseTarget('≤ 3 Đông Nam Á; ≤ 50 Thế giới');
  assert.deepEqual(JSON.parse(JSON.stringify(first)), first);
  assert.deepEqual(structuredClone(first), first);
  first.parts.pop();
  assert.equal(parseTarget('≤ 3 Đông Nam Á; ≤ 50 Thế giới').parts.length, 2);
});

test('a handle that was freed says so, and one that is forgotten is let go', async () => {
  const scan = await loadPlan('ha-tinh-42-ctr-tu');
  const owed = scan.obligations({ periods: ['2025'] });
  scan.free();
  scan.free();
  for (const use of [() => scan.rows, () => scan.id, () => scan.row('1'), () => scan.lint(), () => scan.toJson(), () => JSON.stringify(scan)]) {
    assert.deepEqual(thrownBy(use), new TypeError('`this` was freed'));
  }
  assert.deepEqual(thrownBy(() => comparePlans(scan, upper)), new TypeError('`child` was freed'));
  assert.equal(owed.length, owed.reports.length);
  const bodies = registry();
  bodies[Symbol.dispose ?? 'dispose']();
  assert.deepEqual(thrownBy(() => upper.lint(bodies)), new TypeError('`registry` was freed'));

  // Read again and again, and each forgotten: without a collector's help some megabytes would stay each time.
  const grown = fresh(`
    import { setTimeout } from 'node:timers/promises'; import { load, loadPlan } from 'tiendo';
    const { memory } = await (async () => { let found; const { instantiate } = WebAssembly;
      WebAssembly.instantiate = async (...given) => { const made = await instantiate(...given); found = (made.instance ?? made).exports; return made; };
      await load(); return found; })();
    const sizes = [];
    for (let turn = 0; turn < 60; turn += 1) {
      for (let at = 0; at < 5; at += 1) (await loadPlan('ha-tinh-231')).rows;
      globalThis.gc(); await setTimeout(1);
      sizes.push(memory.buffer.byteLength);
    }
    console.log(sizes.at(-1) - sizes[19]);`, '--expose-gc');
  assert.equal(Number(grown), 0);
});
