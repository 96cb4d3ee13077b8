// What the package promises beyond the rules, which the vectors hold.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import * as tiendo from 'tiendo';

import { planFiles } from './support.mjs';

const {
  agencies, codeLists, compare, compareCodes, comparePlans, compareTargets, exemptSentence, expand, find, limits, lint, load,
  noteSentence, parseDeadline, parseNumber, parseTarget, planFromJson, planToJson, reasonSentence, splitAgencies, succession,
  suggestLinks, TiendoError,
} = tiendo;
const read = (entry, ...encoding) => readFile(new URL(import.meta.resolve(entry)), ...encoding);
const wasm = await read('tiendo/tiendo.wasm');
const planJson = await read('tiendo/plans/ha-tinh-231.json', 'utf8');
const lowerJson = await read('tiendo/plans/tien-dien.json', 'utf8');

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
  assert.deepEqual([error.code, error.path, error.row, error.column], ['unknown-field', 'colour', 2, 2]);
  assert.ok(error.expected.includes('`schemaVersion`'));
  assert.ok(error.message.startsWith('unknown-field at colour (line 2, column 2): expected '));
  assert.match(error.stack, /^TiendoError: unknown-field/);
  assert.ok(error.expectedVi.includes('`schemaVersion`') && error.vi.includes(error.expectedVi) && error.en.includes(error.expected));
  assert.match(error.vi, /^Dòng 2, cột 2, `colour`: /);
  const missing = error.others.map(({ code, path }) => `${code} ${path}`);
  assert.ok(missing.includes('missing-field title') && !missing.includes('unknown-field colour'));
  assert.ok(error.others.every((other) => other instanceof TiendoError && other.others.length === 0 && other.vi.endsWith('.')));
  assert.deepEqual(thrownBy(() => planFromJson('{}', { limits: { errors: 1 } })).others, []);
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
    [() => compare({ fullYears: ['1'] }, target, 'higher_is_better'), '`measured.fullYears` must have two strings, not 1'],
    [() => compare({ fullYears: '1' }, target, 'higher_is_better'), '`measured.fullYears` must be an array of two strings, not string'],
    [() => compare({ present: 'yes' }, target, 'higher_is_better'), '`measured.present` must be a boolean, not string'],
    [() => compare('0.7', target, 'higher_is_better'), '`measured` must be an object, not string'],
    [() => compare({ value: '1' }, '≥ 0,7', 'higher_is_better'), '`target` must be an object, not string'],
    [() => compare({ value: '1' }, { ...target, text: new Date(0) }, 'higher_is_better'), '`text` must be a string, not a Date'],
    [() => planFromJson({}), '`source` must be a string, an ArrayBuffer or a view of one, not object'],
    [() => compareTargets(target, null, 'higher_is_better'), '`other` must be an object, not null'],
    [() => compareTargets(target, target, 1), '`direction` must be a string, not number'],
    [() => splitAgencies(5), '`cell` must be a string, not number'],
    [() => splitAgencies('Sở Y tế', agencies()), '`registry` must be a string, not object'],
    [() => agencies({}), '`registry` must be a string, not object'],
    [() => lint(planJson), '`plan` must be an object, not string'],
    [() => comparePlans(planFromJson(lowerJson), planJson), '`parent` must be an object, not string'],
    [() => suggestLinks([], planFromJson(planJson)), '`child` must be an object, not an array'],
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
  assert.deepEqual(at({ fullYears: ['1', '1e3'] }, target, 'higher_is_better'), ['bad-number', 'measured.fullYears[1]']);
  assert.deepEqual(at({}, { ...target, value: 0.7 }, 'higher_is_better'), ['wrong-type', 'target.value']);
  assert.deepEqual(at({}, { ...target, value: '0,7' }, 'higher_is_better'), ['bad-number', 'target.value']);
  assert.deepEqual(at({}, { ...target, colour: 'red' }, 'higher_is_better'), ['unknown-field', 'target.colour']);
  assert.deepEqual(at({}, { ...target, parts: [{}] }, 'higher_is_better'), ['missing-field', 'target.parts[0].kind']);
  assert.deepEqual(at({}, {}, 'higher_is_better'), ['missing-field', 'target.kind']);
  assert.deepEqual(at({ present: true, judgement: true }, target, 'higher_is_better'), ['bad-value', '']);
  const strength = thrownBy(() => compareTargets(target, { ...target, kind: 'most' }, 'higher_is_better'));
  assert.deepEqual([strength.code, strength.path, strength.row], ['bad-value', 'other.kind', undefined]);
  assert.deepEqual(thrownBy(() => compareTargets(target, target, 'up')).expected, 'one of `higher_is_better`, `lower_is_better`');
  for (const monthDay of [0, 32, -1, 2 ** 32 + 5]) {
    const { code, path } = thrownBy(() => parseDeadline('6/2025', { monthDay }));
    assert.deepEqual([code, path], ['bad-option', 'monthDay'], String(monthDay));
  }
});

test('limits of a caller hold wherever something is read, and unknown ones are refused', () => {
  const plan = planFromJson(planJson);
  const registry = JSON.stringify({ schemaVersion: 1, ...agencies() });
  const short = { limits: { textChars: 3 } };
  const small = { limits: { jsonBytes: 8 } };
  const cases = [
    [() => parseTarget('≥ 50%', null, short), 'cell-too-long', 'text'],
    [() => parseTarget('5', 'phường', short), 'cell-too-long', 'unit'],
    [() => parseDeadline('6/2025', short), 'cell-too-long', 'text'],
    [() => splitAgencies('Sở Y tế', null, { limits: { textChars: 300, items: 1 } }), undefined],
    [() => splitAgencies('Sở Y tế'.repeat(60), null, { limits: { textChars: 300 } }), 'cell-too-long', 'cell'],
    [() => agencies(registry, small), 'too-large', ''],
    [() => find('Sở Y tế', registry, small), 'too-large', ''],
    [() => succession('so-yt', '2025-01-01', registry, small), 'too-large', ''],
    [() => planFromJson(planJson, small), 'too-large', ''],
    [() => planFromJson(planJson, { limits: { tasks: 100 } }), 'too-many', 'tasks'],
    [() => planToJson(plan, small), 'too-large', ''],
    [() => lint(plan, null, { limits: { indicators: 10 } }), 'too-many', 'indicators'],
    [() => comparePlans(planFromJson(lowerJson), plan, null, { limits: { tasks: 100 } }), 'too-many', 'parent.tasks'],
    [() => suggestLinks(planFromJson(lowerJson), plan, { limits: { pairs: 1 } }), 'too-many', ''],
    [() => tiendo.dayStatus('2025-09-02', tiendo.calendar(), small), 'too-large', 'calendar'],
    [() => parseDeadline('6/2025', { limits: { colours: 3 } }), 'unknown-field', 'limits.colours'],
    [() => parseTarget('5', null, { limits: { textChars: '3' } }), 'wrong-type', 'limits.textChars'],
  ];
  for (const [action, code, path] of cases) {
    if (!code) action();
    else assert.deepEqual([thrownBy(action).code, thrownBy(action).path], [code, path], String(action));
  }
  assert.ok(lint(plan, null, { limits: { pairs: 1 } }).some(({ code }) => code === 'limit-reached'));
  assert.deepEqual(parseTarget('≥ 50%', null, { limits: null }), parseTarget('≥ 50%'));
  assert.deepEqual(thrownBy(() => parseTarget('5', null, { limit: {} })), new TypeError('`options` has no field `limit`'));
});

test('the declarations name every limit and every list of codes', async () => {
  const [own, generated] = await Promise.all(['index.d.ts', 'generated/results.d.ts'].map((name) => readFile(new URL(`../${name}`, import.meta.url), 'utf8')));
  const [, members] = own.match(/export interface Limits \{([^}]*)\}/);
  assert.deepEqual([...members.matchAll(/^  (\w+): number;/gm)].map(([, name]) => name), Object.keys(limits()));
  for (const { name, codes } of codeLists()) {
    assert.ok(generated.includes(`export type ${name} =`), name);
    for (const { code, vi, en } of codes) assert.ok(generated.includes(`'${code}'`) && vi && en, code);
  }
});

test('sentences are there in both languages, of codes and of what is refused', () => {
  assert.equal(noteSentence('empty', 'en'), 'The cell is empty.');
  assert.equal(noteSentence('empty'), noteSentence('empty', 'vi'));
  assert.equal(reasonSentence('no-value', null), 'Chưa có số liệu.');
  assert.match(exemptSentence({ reason: 'body-ended', date: '2025-03-01', successor: 'Sở Khoa học và Công nghệ' }), /1\/3\/2025; Sở Khoa học và Công nghệ kế thừa\.$/);
  const placed = (action) => [thrownBy(action).code, thrownBy(action).path];
  assert.deepEqual(placed(() => noteSentence('none')), ['bad-value', 'code']);
  assert.deepEqual(placed(() => reasonSentence('no-value', 'fr')), ['bad-option', 'lang']);
  assert.deepEqual(placed(() => exemptSentence({ reason: 'tired' })), ['bad-value', 'exempt.reason']);
  const error = thrownBy(() => compare({ value: '0,7' }, parseTarget('≥ 1'), 'higher_is_better'));
  assert.match(error.vi, /^`measured\.value`: không phải số chính xác; cần /);
});

test('a body is found by its names, followed to its successor, and stands for its group', () => {
  assert.equal(find('sở  y tế')?.id, find('SỞ Y TẾ')?.id);
  assert.equal(find('Sở Phép thuật'), null);
  assert.deepEqual(succession('so-nv', '2025-01-01'), { kind: 'same' });
  assert.deepEqual([thrownBy(() => succession('so-nv', '1/1/2025')).code, thrownBy(() => succession('so-nv', '1/1/2025')).path], ['bad-date', 'on']);
  const cell = splitAgencies('Các sở, ban, ngành; Sở Y tế');
  const roster = [{ group: 'cac-so-ban-nganh', agencies: ['so-nv', 'Sở Lạ', 'so-yt'] }];
  assert.deepEqual(expand(cell, roster).map(({ kind, name }) => [kind, name]), [['agency', 'Sở Nội vụ'], ['unknown', 'Sở Lạ'], ['agency', 'Sở Y tế']]);
  assert.deepEqual(expand(cell, []), cell.agencies);
  const placed = (action) => [thrownBy(action).code, thrownBy(action).path];
  assert.deepEqual(placed(() => expand({ agencies: [...cell.agencies, {}] }, roster)), ['bad-value', 'cell.agencies[2].kind']);
  assert.deepEqual(thrownBy(() => expand('Các sở', roster)), new TypeError('`cell` must be an object, not string'));
  const [part] = expand(splitAgencies('Các sở, ban, ngành liên quan (nhiệm vụ 1)'), roster);
  assert.deepEqual([part.id, part.tail, part.items, part.span], ['so-nv', 'liên quan', [1], { start: 0, end: 41 }]);
  assert.deepEqual(placed(() => expand(cell, [{ group: 'x' }])), ['missing-field', 'roster[0].agencies']);
  const known = { agencies: [{ id: 'x', name: 'Sở Mẫu', level: 'province' }], groups: [] };
  assert.equal(find('sở mẫu', JSON.stringify({ schemaVersion: 1, ...known })).id, 'x');
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
    assert.equal(splitAgencies(text).text, text);
    thrownBy(() => parseNumber(text));
  }
  for (const text of ['\ud800', 'a\udc00b']) {
    for (const read of [parseNumber, parseTarget, parseDeadline, planFromJson, splitAgencies, agencies]) assert.throws(() => read(text), TypeError);
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
  assert.equal(thrownBy(() => compare({}, deep, 'higher_is_better')).code, 'too-deep');
  assert.equal(thrownBy(() => lint({ ...planFromJson(planJson), issuer: deep })).code, 'too-deep');
  assert.equal(thrownBy(() => agencies('['.repeat(1_000_000))).code, 'too-deep');
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

test('a deadline has its why where it has a day, alone and in a plan', () => {
  const why = {
    rule: 'month_end', numbers: [], dates: [{ name: 'written', value: '2025-06-30' }, { name: 'due', value: '2025-06-30' }],
    vi: 'Tháng 6/2025: hạn là ngày cuối tháng, 30/6/2025.', en: parseDeadline('6/2025').why.en,
  };
  assert.deepEqual(parseDeadline('6/2025').why, why);
  assert.ok(!('why' in parseDeadline('Thường xuyên')));
  const { tasks } = planFromJson(planJson);
  assert.deepEqual(tasks[3].readDeadline.why, parseDeadline(tasks[3].deadline).why);
  for (const { readDeadline } of tasks) assert.equal('why' in readDeadline, 'due' in readDeadline);
});

test('every plan of the package is read and written the same, and says the same of itself', async () => {
  const plans = Object.entries(await planFiles());
  assert.equal(plans.length, 5);
  for (const [id, json] of plans) {
    const plan = planFromJson(json);
    assert.equal(plan.id, id);
    assert.equal(planToJson(plan), json);
    assert.deepEqual(lint(plan), lint(JSON.parse(json)));
    for (const place of lint(plan).flatMap(({ places }) => places)) assert.equal(place.plan, id);
  }
});

test('the fields of plans that not every plan has', async () => {
  const plans = Object.fromEntries(Object.entries(await planFiles()).map(([id, json]) => [id, planFromJson(json)]));
  const indicator = (id, code) => plans[id].indicators.find((indicator) => indicator.code === code);
  assert.deepEqual(indicator('tien-giang-69', '6').otherCodes, [{ year: 2045, code: '26' }]);
  assert.equal(indicator('dak-lak-146', '1').undated, 'đạt tối thiểu 25%');
  const sources = plans['ha-tinh-42-ctr-tu'].indicators.flatMap(({ targets }) => targets.map(({ source }) => source));
  assert.equal(sources.filter((source) => source === 'checked').length, 2);
  assert.equal(plans['ha-tinh-231'].derives.plan, 'ha-tinh-42-ctr-tu');
  assert.ok(!('derives' in plans['dak-lak-146']) && !('body' in plans['ha-tinh-231']));
});

test("a caller's registry decides whom a cell names", () => {
  const known = { agencies: [{ id: 'x', name: 'Sở Mẫu', level: 'province' }], groups: [{ id: 'g', name: 'các sở' }] };
  const registry = JSON.stringify({ schemaVersion: 1, ...known });
  assert.deepEqual(agencies(registry), known);
  const kinds = (...args) => splitAgencies(...args).agencies.map(({ kind, id }) => [kind, id]);
  assert.deepEqual(kinds('Sở Mẫu; Sở Y tế', registry), [['agency', 'x'], ['unknown', undefined]]);
  assert.deepEqual(kinds('Sở Mẫu; Sở Y tế'), [['unknown', undefined], ['agency', 'so-yt']]);
  assert.deepEqual(splitAgencies('Sở Y tế', null), splitAgencies('Sở Y tế'));
  const codes = (findings) => new Set(findings.map(({ code }) => code));
  const plan = planFromJson(lowerJson);
  assert.ok(codes(lint(plan, registry)).has('unknown-agency'));
  assert.deepEqual(lint(plan, JSON.stringify({ schemaVersion: 1, ...agencies() })), lint(plan));
  assert.deepEqual(comparePlans(plan, planFromJson(planJson), null), comparePlans(plan, planFromJson(planJson)));
  const error = thrownBy(() => lint(plan, registry.replace('"g"', '"x"')));
  assert.deepEqual([error.code, error.path], ['duplicate-code', 'groups[0].id']);
  const misspelt = thrownBy(() => agencies('{"schemaVersion": 1,\n "bodies": []}'));
  assert.deepEqual([misspelt.code, misspelt.path, misspelt.row], ['unknown-field', 'bodies', 2]);
});

test('of two plans an error says which', () => {
  const [child, parent] = [planFromJson(lowerJson), planFromJson(planJson)];
  for (const of of [comparePlans, suggestLinks]) {
    const error = thrownBy(() => of(child, { ...parent, milestones: [2025, 2025] }));
    assert.deepEqual([error.code, error.path, error.row], ['bad-value', 'parent.milestones', undefined]);
    assert.equal(thrownBy(() => of({}, parent)).path, 'child.schemaVersion');
  }
  const error = thrownBy(() => comparePlans(parent, child));
  assert.deepEqual([error.code, error.path], ['unknown-plan', 'derives.plan']);
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
