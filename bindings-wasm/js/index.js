// The package's functions: conversions between JavaScript and the WebAssembly, and no rule of their own. What each
// does, takes and returns is documented in index.d.ts.
import init, * as core from './dist/tiendo.js';

export class TiendoError extends Error {
  constructor({ message, code, path, row, column, span, expected }) {
    super(message);
    Object.assign(this, { code, path, row, column, span, expected });
  }

  get name() {
    return 'TiendoError';
  }
}

let loading;
let loaded = false;

export function load(source = new URL('./dist/tiendo.wasm', import.meta.url)) {
  loading ??= start(source).catch((cause) => {
    loading = undefined;
    const policy = /unsafe-eval|CSP|content security policy/i.test(cause.message)
      ? "; the page's Content-Security-Policy must allow script-src 'wasm-unsafe-eval'"
      : '';
    throw new Error(`tiendo could not load its WebAssembly: ${cause.message}${policy}`, { cause });
  });
  return loading;
}

async function start(source) {
  await init({ module_or_path: await fileOr(source) });
  loaded = true;
}

// Node's fetch refuses `file:`. The module is not imported by name, so that bundlers for browsers do not look for it.
function fileOr(source) {
  const fs = globalThis.process?.getBuiltinModule?.('node:fs');
  return source instanceof URL && source.protocol === 'file:' && fs ? fs.promises.readFile(source) : source;
}

export function parseNumber(text) {
  return call(() => core.parseNumber(string(text, 'text')));
}

export function parseTarget(text, unit) {
  return call(() => core.parseTarget(string(text, 'text'), optional(unit, 'unit')));
}

export function parseDeadline(text, options = {}) {
  const known = { monthDay: integer, beforeInclusive: boolean, followingYearsJudged: boolean };
  return call(() => core.parseDeadline(string(text, 'text'), fields(options, 'options', known)));
}

export function compare(measured, target, direction, options = {}) {
  const value = {
    value: string, present: boolean, judgement: boolean, unit: string, qualifier: string, fullYears: twoStrings,
  };
  return call(() =>
    core.compare(
      fields(measured, 'measured', value),
      json(object(target, 'target')),
      string(direction, 'direction'),
      fields(options, 'options', { equalExactly: boolean, risingDecides: boolean }),
    ),
  );
}

export function compareTargets(target, other, direction) {
  return call(() =>
    core.compareTargets(json(object(target, 'target')), json(object(other, 'other')), string(direction, 'direction')),
  );
}

export function splitAgencies(cell, registry) {
  return call(() => core.splitAgencies(string(cell, 'cell'), optional(registry, 'registry')));
}

export function agencies(registry) {
  return call(() => core.agencies(optional(registry, 'registry')));
}

export function planFromJson(source) {
  return call(() => {
    const { plan, rows, deadlines } = core.planFromJson(bytes(source, 'source'));
    plan.indicators.forEach((indicator, at) => (indicator.row = rows[at]));
    plan.tasks.forEach((task, at) => (task.readDeadline = deadlines[at]));
    return plan;
  });
}

export function planToJson(plan) {
  return call(() => core.planToJson(planJson(plan, 'plan')));
}

export function lint(plan, registry) {
  return call(() => core.lint(planJson(plan, 'plan'), optional(registry, 'registry')));
}

export function comparePlans(child, parent, registry) {
  return call(() =>
    core.comparePlans(planJson(child, 'child'), planJson(parent, 'parent'), optional(registry, 'registry')),
  );
}

export function suggestLinks(child, parent) {
  return call(() => core.suggestLinks(planJson(child, 'child'), planJson(parent, 'parent')));
}

export function period(id) {
  return call(() => core.period(string(id, 'id')));
}

export function periodHolding(cycle, date) {
  return call(() => core.periodHolding(string(cycle, 'cycle'), string(date, 'date')));
}

export function calendar() {
  return call(() => JSON.parse(core.calendar()));
}

export function dayStatus(date, calendar) {
  return call(() => core.dayStatus(string(date, 'date'), optionalJson(calendar, 'calendar')));
}

export function nextWorkingDay(date, calendar) {
  return call(() => core.nextWorkingDay(string(date, 'date'), optionalJson(calendar, 'calendar')));
}

export function previousWorkingDay(date, calendar) {
  return call(() => core.previousWorkingDay(string(date, 'date'), optionalJson(calendar, 'calendar')));
}

export function dateInVietnam(instant) {
  return call(() => core.dateInVietnam(string(instant, 'instant')));
}

export function obligations(plan, start, end, options = {}) {
  return call(() => core.obligations(...asked(plan, start, end), fields(options, 'options', owed())));
}

export function timeliness(plan, start, end, options) {
  const known = { ...owed(), records: recordsJson, today: string, withinDays: integer, lang: string };
  return call(() =>
    core.timeliness(...asked(plan, start, end), fields(options, 'options', known, ['records', 'today'])),
  );
}

export function icalendar(plan, start, end, options) {
  const known = { ...owed(), stamp: string, lang: string };
  return call(() => core.icalendar(...asked(plan, start, end), fields(options, 'options', known, ['stamp'])));
}

export function dutiesOfMonth(plans, agency, month, options = {}) {
  const entry = (value, name) => fields(value, name, { plan: planJson, effective: string, given: givenReports }, ['plan']);
  return call(() =>
    core.dutiesOfMonth(
      list(plans, 'plans', entry),
      string(agency, 'agency'),
      string(month, 'month'),
      fields(options, 'options', { ...chosen(), lang: string }),
    ),
  );
}

export function slack(lower, upper, start, end, options = {}) {
  const known = { ...chosen(), lowerEffective: string, upperEffective: string };
  return call(() =>
    core.slack(
      planJson(lower, 'lower'),
      planJson(upper, 'upper'),
      string(start, 'start'),
      string(end, 'end'),
      fields(options, 'options', known),
    ),
  );
}

// What a question about the reports of one plan begins with.
function asked(plan, start, end) {
  return [planJson(plan, 'plan'), string(start, 'start'), string(end, 'end')];
}

// The options of every question about reports.
function chosen() {
  return {
    beforeInclusive: boolean, ofNextMonth: boolean, dayOffShift: string, graceDays: integer, decree09Cutoff: boolean,
    countReturned: boolean, calendar: optionalJson, registry: string,
  };
}

// The options of one about the reports of one plan.
function owed() {
  const agencies = (value, name) => list(value, name, string);
  return { ...chosen(), agencies, effective: string, given: givenReports };
}

function givenReports(value, name) {
  const known = { rule: string, period: string, written: string, before: boolean, start: string, end: string };
  return list(value, name, (item, place) => fields(item, place, known, ['rule', 'period', 'written']));
}

// Records as the file that holds them.
function recordsJson(value, name) {
  return json({ schemaVersion: 1, synthetic: false, records: list(value, name, object) });
}

// Every call into the WebAssembly, which throws records.
function call(into) {
  if (!loaded) throw new Error('tiendo is not loaded: call `await load()` first');
  try {
    return into();
  } catch (thrown) {
    throw thrown instanceof Error ? thrown : new TiendoError(thrown);
  }
}

// --- The types of arguments, which the core does not see ---

function refuse(name, wanted, value) {
  const found = value instanceof Date ? 'a Date' : value === null ? 'null' : Array.isArray(value) ? 'an array' : typeof value;
  throw new TypeError(`\`${name}\` must be ${wanted}, not ${found}`);
}

function string(value, name) {
  if (typeof value !== 'string') refuse(name, 'a string', value);
  // It would cross as another text than the caller's.
  if (!value.isWellFormed()) throw new TypeError(`\`${name}\` must be Unicode, not half of a surrogate pair`);
  return value;
}

function optional(value, name) {
  return value == null ? undefined : string(value, name);
}

function twoStrings(value, name) {
  if (!Array.isArray(value)) refuse(name, 'an array of two strings', value);
  if (value.length !== 2) throw new TypeError(`\`${name}\` must have two strings, not ${value.length}`);
  return value.map((item, at) => string(item, `${name}[${at}]`));
}

function boolean(value, name) {
  return typeof value === 'boolean' ? value : refuse(name, 'a boolean', value);
}

function integer(value, name) {
  return Number.isSafeInteger(value) ? value : refuse(name, 'a whole number', value);
}

function object(value, name) {
  const plain = typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
  return plain ? value : refuse(name, 'an object', value);
}

// A copy of a list; a gap in it is undefined.
function list(value, name, item) {
  return Array.isArray(value) ? Array.from(value, (each, at) => item(each, `${name}[${at}]`)) : refuse(name, 'an array', value);
}

// A copy of an object whose fields are all known; one that is null or undefined is left out, unless it is needed.
function fields(value, name, known, needed = []) {
  const all = { ...Object.fromEntries(needed.map((field) => [field])), ...object(value, name) };
  const given = Object.entries(all).filter(([field, item]) => item != null || needed.includes(field));
  return Object.fromEntries(
    given.map(([field, item]) => {
      if (!Object.hasOwn(known, field)) throw new TypeError(`\`${name}\` has no field \`${field}\``);
      return [field, known[field](item, `${name}.${field}`)];
    }),
  );
}

function bytes(value, name) {
  if (typeof value === 'string') return new TextEncoder().encode(string(value, name));
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return refuse(name, 'a string, an ArrayBuffer or a view of one', value);
}

// An object as JSON, without some fields. JSON.stringify alone would make text of a Date. An object whose own `toJSON`
// makes nothing of it is null, which the library refuses.
function json(value, without = []) {
  const text = JSON.stringify(value, function (field, item) {
    if (this[field] instanceof Date) refuse(field, 'a string', this[field]);
    return without.includes(field) ? undefined : item;
  });
  return text ?? 'null';
}

function optionalJson(value, name) {
  return value == null ? undefined : json(object(value, name));
}

// A plan's own fields as JSON, without what was read from its cells.
function planJson(plan, name) {
  return json(object(plan, name), ['row', 'readDeadline']);
}
