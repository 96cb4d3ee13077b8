// The package's functions: conversions between JavaScript and the WebAssembly, and no rule of their own. Objects go in as
// JSON. What each function does, takes and returns is documented in index.d.ts.
import init, * as core from './dist/tiendo.js';

export class TiendoError extends Error {
  constructor({ message, others = [], ...data }) {
    super(message);
    Object.assign(this, data, { others: others.map((other) => new TiendoError(other)) });
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

export function limits() {
  return call(() => core.limits());
}

export function codeLists() {
  return call(() => core.codeLists());
}

export function noteSentence(code, lang) {
  return call(() => core.noteSentence(string(code, 'code'), optional(lang, 'lang')));
}

export function reasonSentence(code, lang) {
  return call(() => core.reasonSentence(string(code, 'code'), optional(lang, 'lang')));
}

export function exemptSentence(exempt, lang) {
  const known = { reason: string, date: string, successor: string, text: string };
  return call(() => {
    const { reason, date, successor, text } = fields(exempt, 'exempt', known);
    return core.exemptSentence(string(reason, 'exempt.reason'), date, successor, text, optional(lang, 'lang'));
  });
}

export function parseNumber(text) {
  return call(() => core.parseNumber(string(text, 'text')));
}

export function parseTarget(text, unit, options) {
  return call(() => core.parseTarget(string(text, 'text'), optional(unit, 'unit'), limitsOf(options)));
}

export function parseDeadline(text, options = {}) {
  const known = { monthDay: integer, beforeInclusive: boolean, followingYearsJudged: boolean, limits: optionalJson };
  const deadline = call(() => {
    const { monthDay, beforeInclusive, followingYearsJudged, limits } = fields(options, 'options', known);
    return core.parseDeadline(string(text, 'text'), monthDay, beforeInclusive, followingYearsJudged, limits);
  });
  return withWhy(deadline);
}

export function compare(measured, target, direction, options = {}) {
  const known = {
    value: string, present: boolean, judgement: boolean, unit: string, qualifier: string, fullYears: twoStrings,
  };
  return call(() => {
    const { value, present, judgement, unit, qualifier, fullYears = [] } = fields(measured, 'measured', known);
    const { equalExactly, risingDecides } = fields(options, 'options', { equalExactly: boolean, risingDecides: boolean });
    return core.compare(
      value, present, judgement, unit, qualifier, fullYears, json(object(target, 'target')), string(direction, 'direction'),
      equalExactly, risingDecides,
    );
  });
}

export function compareTargets(target, other, direction) {
  return call(() =>
    core.compareTargets(json(object(target, 'target')), json(object(other, 'other')), string(direction, 'direction')),
  );
}

export function splitAgencies(cell, registry, options) {
  return call(() => core.splitAgencies(string(cell, 'cell'), optional(registry, 'registry'), limitsOf(options)));
}

export function expand(cell, roster, registry, options) {
  const parts = list(object(cell, 'cell').agencies, 'cell.agencies').map((part, at) => object(part, `cell.agencies[${at}]`));
  const texts = (field) => parts.map((part, at) => optional(part[field], `cell.agencies[${at}].${field}`) ?? '');
  const expanded = call(() =>
    core.expand(
      texts('kind'), texts('id'), texts('name'), json({ roster: list(roster, 'roster') }), optional(registry, 'registry'),
      limitsOf(options),
    ),
  );
  return expanded.map(([at, kind, id, name]) => {
    const { id: _, ...part } = parts[at];
    return { ...part, kind, ...(id !== null && { id }), name };
  });
}

export function agencies(registry, options) {
  return call(() => core.agencies(optional(registry, 'registry'), limitsOf(options)));
}

export function find(name, registry, options) {
  return call(() => core.find(string(name, 'name'), optional(registry, 'registry'), limitsOf(options)));
}

export function succession(id, on, registry, options) {
  return call(() =>
    core.succession(string(id, 'id'), string(on, 'on'), optional(registry, 'registry'), limitsOf(options)),
  );
}

export function planFromJson(source, options) {
  const [plan, rows, deadlines] = call(() => core.planFromJson(bytes(source, 'source'), limitsOf(options)));
  plan.indicators.forEach((indicator, at) => (indicator.row = rows[at]));
  plan.tasks.forEach((task, at) => (task.readDeadline = withWhy(deadlines[at])));
  return plan;
}

export function planToJson(plan, options) {
  return call(() => core.planToJson(planJson(plan, 'plan'), limitsOf(options)));
}

export function compareCodes(a, b) {
  return call(() => core.compareCodes(string(a, 'a'), string(b, 'b')));
}

export function lint(plan, registry, options) {
  return call(() => core.lint(planJson(plan, 'plan'), optional(registry, 'registry'), limitsOf(options)));
}

export function comparePlans(child, parent, registry, options) {
  return call(() =>
    core.comparePlans(
      planJson(child, 'child'), planJson(parent, 'parent'), optional(registry, 'registry'), limitsOf(options),
    ),
  );
}

export function suggestLinks(child, parent, options) {
  return call(() => core.suggestLinks(planJson(child, 'child'), planJson(parent, 'parent'), limitsOf(options)));
}

export function period(id) {
  return call(() => core.period(string(id, 'id')));
}

export function periodHolding(cycle, date) {
  return call(() => core.periodHolding(string(cycle, 'cycle'), string(date, 'date')));
}

export function calendar() {
  return call(() => core.calendar());
}

export function dayStatus(date, calendar, options) {
  return call(() => core.dayStatus(string(date, 'date'), optionalJson(calendar, 'calendar'), limitsOf(options)));
}

export function nextWorkingDay(date, calendar, options) {
  return call(() => core.nextWorkingDay(string(date, 'date'), optionalJson(calendar, 'calendar'), limitsOf(options)));
}

export function previousWorkingDay(date, calendar, options) {
  return call(() =>
    core.previousWorkingDay(string(date, 'date'), optionalJson(calendar, 'calendar'), limitsOf(options)),
  );
}

export function dateInVietnam(instant) {
  return call(() => core.dateInVietnam(string(instant, 'instant')));
}

export function obligations(plan, start, end, options = {}) {
  const [[findings, reportingUnits], ...reports] = call(() =>
    core.obligations(planJson(plan, 'plan'), ...question(object(options, 'options'), start, end)),
  );
  return { reports: reports.flat(), findings, reportingUnits };
}

export function timeliness(plan, start, end, options) {
  const [[on, counts, unmatched, texts], ...reports] = call(() => {
    const { records, today, withinDays, lang, ...query } = object(options, 'options');
    const file = { schemaVersion: 1, synthetic: false, records: list(records, 'options.records') };
    return core.timeliness(
      planJson(plan, 'plan'),
      ...question(query, start, end),
      json(file),
      string(today, 'options.today'),
      withinDays == null ? undefined : integer(withinDays, 'options.withinDays'),
      optional(lang, 'options.lang'),
    );
  });
  const [total, byAgency, byPeriod, byCycle] = counts;
  const [vi, en, reminders] = texts;
  const judged = { today: on, total, byAgency, byPeriod, byCycle, unmatched, reports: reports.flat(), sentences: { vi, en } };
  return reminders ? { ...judged, reminders } : judged;
}

export function icalendar(plan, start, end, options) {
  return call(() => {
    const { stamp, lang, ...query } = object(options, 'options');
    return core.icalendar(
      planJson(plan, 'plan'),
      ...question(query, start, end),
      string(stamp, 'options.stamp'),
      optional(lang, 'options.lang'),
    );
  });
}

export function dutiesOfMonth(plans, agency, month, options = {}) {
  return call(() => {
    const { lang, ...query } = object(options, 'options');
    const each = Array.from(list(plans, 'plans'), (entry, at) => {
      const { plan, ...own } = object(entry, `plans[${at}]`);
      onlyOf(own, `plans[${at}]`, ['effective', 'given']);
      return [planJson(plan, `plans[${at}].plan`), said({ ...own, limits: query.limits })];
    });
    without(query, ['periods', ...OF_ONE_PLAN]);
    return core.dutiesOfMonth(
      each.map(([plan]) => plan),
      each.map(([, own]) => own),
      ...question(query),
      string(agency, 'agency'),
      string(month, 'month'),
      optional(lang, 'options.lang'),
    );
  });
}

export function slack(lower, upper, start, end, options = {}) {
  return call(() => {
    const { lowerEffective, upperEffective, ...query } = object(options, 'options');
    without(query, OF_ONE_PLAN);
    return core.slack(
      planJson(lower, 'lower'),
      planJson(upper, 'upper'),
      ...question(query, start, end),
      optional(lowerEffective, 'options.lowerEffective'),
      optional(upperEffective, 'options.upperEffective'),
    );
  });
}

// What a question about the reports of one plan may have, and one about several may not.
const OF_ONE_PLAN = ['agencies', 'roster', 'effective', 'given'];

// A question about reports: its JSON, of which the core knows what may stand in it; the registry, a text; the limits.
function question({ registry, ...query }, start, end) {
  without(query, ['start', 'end']);
  const days = { start: optional(start, 'start'), end: optional(end, 'end') };
  const limits = optionalJson(query.limits, 'options.limits');
  return [said({ ...query, ...days }), optional(registry, 'options.registry'), limits];
}

function limitsOf(options) {
  return options == null ? undefined : fields(options, 'options', { limits: optionalJson }).limits;
}

function withWhy([deadline, why]) {
  return why ? { ...deadline, why } : deadline;
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

function unknown(name, field) {
  throw new TypeError(`\`${name}\` has no field \`${field}\``);
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
  return Number.isSafeInteger(value) ? BigInt(value) : refuse(name, 'a whole number', value);
}

function object(value, name) {
  const plain = typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
  return plain ? value : refuse(name, 'an object', value);
}

function list(value, name) {
  return Array.isArray(value) ? value : refuse(name, 'an array', value);
}

// A copy of an object whose fields are all known; one that is null or undefined is left out.
function fields(value, name, known) {
  const given = Object.entries(object(value, name)).filter(([, item]) => item != null);
  onlyOf(Object.fromEntries(given), name, Object.keys(known));
  return Object.fromEntries(given.map(([field, item]) => [field, known[field](item, `${name}.${field}`)]));
}

function onlyOf(value, name, known) {
  for (const field of Object.keys(value)) if (value[field] != null && !known.includes(field)) unknown(name, field);
}

function without(options, fields) {
  for (const field of fields) if (options[field] != null) unknown('options', field);
}

function bytes(value, name) {
  if (typeof value === 'string') return new TextEncoder().encode(string(value, name));
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return refuse(name, 'a string, an ArrayBuffer or a view of one', value);
}

// An object as JSON, without some fields. JSON.stringify alone would make text of a Date, and nothing at all of what is no
// data. An object whose own `toJSON` makes nothing of it is null, which the library refuses.
function json(value, isLeftOut = () => false) {
  const text = JSON.stringify(value, function (field, item) {
    if (this[field] instanceof Date) refuse(field, 'a string', this[field]);
    const isLost = item === undefined && field !== '' && (Array.isArray(this) || this[field] !== undefined);
    if (isLost || ['function', 'symbol', 'bigint'].includes(typeof item)) refuse(field, 'a value of JSON', item);
    return isLeftOut(field, item) ? undefined : item;
  });
  return text ?? 'null';
}

function optionalJson(value, name) {
  return value == null ? undefined : json(object(value, name));
}

// A plan's own fields as JSON, without what was read from its cells.
function planJson(plan, name) {
  return json(object(plan, name), (field) => field === 'row' || field === 'readDeadline');
}

// What a caller says as JSON, without what is null.
function said(options) {
  return json(options, (field, item) => item === null);
}
