// The package's functions: conversions between JavaScript and the WebAssembly, and no rule of their own. Objects go in as
// JSON. What each function does, takes and returns is documented in index.d.ts.
import init, * as core from './dist/tiendo.js';

export class TiendoError extends Error {
  constructor([{ others = [], ...data }, [[message, vi, en], ...rest]]) {
    super(message);
    Object.assign(this, data, { vi, en, others: others.map((other, at) => new TiendoError([other, [rest[at]]])) });
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

// --- Arguments: each is read by its type, which the core cannot see ---

function refuse(name, wanted, value) {
  const found = value instanceof Date ? 'a Date' : value === null ? 'null' : Array.isArray(value) ? 'an array' : typeof value;
  throw new TypeError(`\`${name}\` must be ${wanted}, not ${found}`);
}

const text = (name) => (value) => {
  if (typeof value !== 'string') refuse(name, 'a string', value);
  // Half of a surrogate pair would cross as another text than the caller's.
  if (!value.isWellFormed()) core.badText(name);
  return value;
};

const whole = (name) => (value) => (Number.isSafeInteger(value) ? value : refuse(name, 'a whole number', value));

const flag = (name) => (value) => (typeof value === 'boolean' ? value : refuse(name, 'a boolean', value));

const object = (name) => (value) => {
  const plain = typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
  return plain ? value : refuse(name, 'an object', value);
};

const list = (name) => (value) => (Array.isArray(value) ? value : refuse(name, 'an array', value));

// A handle's number.
const handle = (Class, name) => (value) => stateOf(value, Class, name).number;

const json = (name) => (value) => written(object(name)(value), name);

// An argument that may be left out, and what crosses then.
const may = (read, none = '') => (value) => (value == null ? none : read(value));

const lang = may(text('lang'));
const limitsRead = may(json('limits'));

// An object as JSON. JSON.stringify alone would make text of a Date, and nothing at all of what is no data. An object whose
// own `toJSON` makes nothing of it is null, which the library refuses.
function written(value, name) {
  try {
    return JSON.stringify(value, replaced) ?? 'null';
  } catch (error) {
    if (error instanceof TypeError) throw error;
    throw new TypeError(`\`${name}\` cannot be written as JSON: ${error.message}`, { cause: error });
  }
}

function replaced(field, item) {
  if (this[field] instanceof Date) refuse(field, 'a string', this[field]);
  const isLost = item === undefined && field !== '' && (Array.isArray(this) || this[field] !== undefined);
  if (isLost || ['function', 'symbol', 'bigint'].includes(typeof item)) refuse(field, 'a value of JSON', item);
  return item;
}

// A file: its bytes, and whether it came as an object.
function file(value) {
  if (typeof value === 'string') return [new TextEncoder().encode(text('source')(value)), false];
  if (value instanceof ArrayBuffer) return [new Uint8Array(value), false];
  if (ArrayBuffer.isView(value)) return [new Uint8Array(value.buffer, value.byteOffset, value.byteLength), false];
  return [new TextEncoder().encode(json('source')(value)), true];
}

// Every call into the WebAssembly, which throws lists of what a TiendoError has.
function call(into, ...given) {
  if (!loaded) throw new Error('tiendo is not loaded: call `await load()` first');
  try {
    return into(...given);
  } catch (thrown) {
    throw Array.isArray(thrown) ? new TiendoError(thrown) : thrown;
  }
}

// A function of the package: one of the WebAssembly's, with its arguments read.
const does = (into, ...reads) => (...given) => call(() => into(...reads.map((read, at) => read(given[at]))));

// --- Handles: each stands for what stays in the WebAssembly under a number, and keeps what was made of it ---

const states = new WeakMap();
const forgotten = new FinalizationRegistry((number) => core.free(number));

class Handle {
  constructor() {
    throw new TypeError('handles are made by the functions of the package');
  }

  toJson() {
    return call(core.toJson, stateOf(this, Handle, 'this').number);
  }

  toJSON() {
    return about(this);
  }

  free() {
    const state = states.get(this);
    if (!state) return;
    states.delete(this);
    forgotten.unregister(this);
    core.free(state.number);
  }

  [Symbol.dispose ?? 'dispose']() {
    this.free();
  }
}

function made(Class, number) {
  const handle = Object.create(Class.prototype);
  states.set(handle, { number });
  forgotten.register(handle, number, handle);
  return handle;
}

function stateOf(handle, Class, name) {
  if (!(handle instanceof Class)) refuse(name, 'a handle of its type', handle);
  const state = states.get(handle);
  if (!state) throw new TypeError(`\`${name}\` was freed`);
  return state;
}

// What is made of a handle when it is first asked for.
function once(handle, name, make) {
  const state = stateOf(handle, Handle, 'this');
  return (state[name] ??= call(make, state.number));
}

// What a handle holds: an object; of a list, a list of its fields' values.
function about(handle) {
  return once(handle, 'about', core.about);
}

// A class of handles: fields of what they hold, properties that are made once, and methods, each one of the
// WebAssembly's functions with its arguments read, and the class of what it makes where that is a handle.
function handles(Base, { fields = [], properties = {}, methods = {} }) {
  class Handles extends Base {}
  const define = (name, descriptor) => Object.defineProperty(Handles.prototype, name, { configurable: true, ...descriptor });
  for (const [at, name] of fields.entries()) define(name, { get() { return about(this)[Base === List ? at : name]; } });
  for (const [name, make] of Object.entries(properties)) define(name, { get() { return once(this, name, make); } });
  for (const [name, [into, ...reads]] of Object.entries(methods)) {
    const method = does(into, handle(Handles, 'this'), ...reads);
    define(name, { writable: true, value(...given) { return method(this, ...given); } });
  }
  return Handles;
}

// How many entries of a list cross at once.
const PAGE = 1000;

// A list, of which a page is made when it is looked into.
class List extends Handle {
  at(index) {
    const place = whole('index')(index);
    return entry(this, place < 0 ? this.length + place : place);
  }

  slice(start = 0, end = this.length) {
    const place = (index, name) => whole(name)(index) < 0 ? Math.max(this.length + index, 0) : Math.min(index, this.length);
    const [from, to] = [place(start, 'start'), place(end, 'end')];
    return Array.from({ length: Math.max(to - from, 0) }, (_, at) => entry(this, from + at));
  }

  *[Symbol.iterator]() {
    for (let at = 0; at < this.length; at += 1) yield entry(this, at);
  }

  get reports() {
    return once(this, 'reports', () => [...this]);
  }

  toJSON() {
    return JSON.parse(this.toJson());
  }
}

function entry(list, at) {
  const state = stateOf(list, List, 'this');
  if (at < 0 || at >= list.length) return undefined;
  const first = at - (at % PAGE);
  if (state.page?.first !== first) state.page = { first, entries: call(core.page, state.number, first, PAGE) };
  return state.page.entries[at - first];
}

// --- Bodies and days ---

export class Registry extends handles(Handle, {
  fields: ['agencies', 'groups'],
  methods: {
    agency: [core.agency, text('id')],
    find: [core.find, text('name')],
    succession: [core.succession, text('id'), text('on')],
    split: [core.split, text('cell')],
    expand: [core.expand, json('cell'), (roster) => written({ roster: list('roster')(roster) }, 'roster')],
  },
}) {}

const registryRead = may(handle(Registry, 'registry'), -1);

export function registry(source, limits) {
  const read = () => (source == null ? core.builtinRegistry(limitsRead(limits)) : core.registry(...file(source), limitsRead(limits)));
  return made(Registry, call(read));
}

export class Calendar extends handles(Handle, {
  fields: ['id', 'name', 'weekend', 'years', 'days'],
  methods: {
    status: [core.dayStatus, text('day')],
    nextWorkingDay: [core.nextWorkingDay, text('day')],
    previousWorkingDay: [core.previousWorkingDay, text('day')],
  },
}) {
  withDays(days) {
    const read = () => core.withDays(handle(Calendar, 'this')(this), written(list('days')(days), 'days'));
    return made(Calendar, call(read));
  }
}

export function calendar(source, limits) {
  const isId = typeof source === 'string' && !/^\s*\{/.test(source);
  const read = () => {
    if (source == null) return core.builtinCalendar(limitsRead(limits));
    return isId ? core.calendarById(text('source')(source), limitsRead(limits)) : core.calendar(...file(source), limitsRead(limits));
  };
  return made(Calendar, call(read));
}

export const builtinCalendarIds = does(core.builtinCalendarIds);
export const period = does(core.period, text('id'));
export const periodHolding = does(core.periodHolding, text('cycle'), text('date'));
export const cycleMonths = does(core.cycleMonths, text('cycle'));
export const dateInVietnam = does(core.dateInVietnam, text('instant'));

// --- Plans ---

export class Plan extends handles(Handle, {
  fields: [
    'schemaVersion', 'id', 'number', 'title', 'titleEn', 'issuer', 'level', 'issued', 'effective', 'implements', 'replaces',
    'milestones', 'footnotes', 'pillars', 'indicators', 'tasks', 'body', 'derives', 'regime',
  ],
  properties: { rows: core.rows, deadlines: core.deadlines },
  methods: {
    indicator: [core.indicator, text('code')],
    row: [core.row, text('code')],
    task: [core.task, (number) => BigInt(whole('number')(number))],
    deadline: [core.deadline, (number) => BigInt(whole('number')(number))],
    milestoneOn: [core.milestoneOn, text('today')],
    lint: [core.lint, registryRead, may(text('minimum'))],
  },
}) {
  assess(records, today, options) {
    const { calendar, registry, ...rest } = options == null ? {} : object('options')(options);
    const assessed = () => {
      const numbers = [[Calendar, 'calendar', calendar], [Registry, 'registry', registry]].map(brought(rest, 'options'));
      const known = handle(Records, 'records')(records);
      return core.assess(handle(Plan, 'this')(this), known, text('today')(today), written(rest, 'options'), ...numbers);
    };
    return call(assessed);
  }

  obligations(query) {
    const owed = ([asked]) => core.obligations(handle(Plan, 'this')(this), asked);
    return made(Obligations, call(asking, [[query, 'query', '']], owed));
  }
}

export function plan(source, limits) {
  return made(Plan, call(() => core.plan(...file(source), limitsRead(limits))));
}

export async function loadPlan(id, limits) {
  call(() => core.checkPlanId(text('id')(id)));
  const url = new URL(`./dist/plans/${id}.json`, import.meta.url);
  const found = await fileOr(url);
  if (found !== url) return plan(found, limits);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`tiendo could not load the plan ${id}: ${response.status} ${response.statusText}`);
  return plan(await response.arrayBuffer(), limits);
}

// Text to text, the same in every language.
const bytes = (source) => file(source)[0];
const maybeBytes = (source) => (source == null ? new Uint8Array() : bytes(source));
export const assessJson = does(core.assessJson, bytes, bytes, text('today'), maybeBytes);
export const changesJson = does(core.changesJson, bytes, bytes);
export const sensitivityJson = does(core.sensitivityJson, bytes, bytes, text('today'), maybeBytes, maybeBytes);
export const rollUpJson = does(core.rollUpJson, bytes, bytes, bytes, text('today'), maybeBytes);
export const csvJson = does(core.csvJson, bytes, text('table'), may(text('style')), may(text('lang')));
export const calendarFeedJson = does(core.calendarFeedJson, bytes, bytes);
export const periodReportJson = does(core.periodReportJson, bytes, maybeBytes, bytes);
export const renderJson = does(core.renderJson, bytes, text('format'));

export function validate(kind, source, limits) {
  const errors = call(() => core.validate(text('kind')(kind), ...file(source), limitsRead(limits)));
  return errors.map((error) => new TiendoError(error));
}

export const builtinPlanIds = does(core.builtinPlanIds);
export const comparePlans = does(core.comparePlans, handle(Plan, 'child'), handle(Plan, 'parent'), registryRead);
export const suggestLinks = does(core.suggestLinks, handle(Plan, 'child'), handle(Plan, 'parent'));
export const compareCodes = does(core.compareCodes, text('a'), text('b'));

// --- Reports ---

export class Obligations extends handles(List, {
  fields: ['length', 'findings', 'reportingUnits'],
  methods: { toIcs: [core.toIcs, text('stamp'), lang] },
}) {
  timeliness(submissions, exemptions, today) {
    const typed = (records, name, type) =>
      Array.from(list(name)(records), (record, at) => ({ ...object(`${name}[${at}]`)(record), type }));
    const judged = () => {
      const sent = typed(submissions, 'submissions', 'submission');
      const records = [...sent, ...typed(exemptions, 'exemptions', 'exemption')];
      const file = written({ schemaVersion: 1, synthetic: false, records }, 'submissions');
      return core.timeliness(handle(Obligations, 'this')(this), file, sent.length, text('today')(today));
    };
    return made(Timeliness, call(judged));
  }

}

export class Timeliness extends handles(List, {
  fields: ['length', 'today', 'total', 'byAgency', 'byPeriod', 'byCycle', 'unmatched'],
  methods: {
    sentences: [core.sentences, lang],
    reminders: [core.reminders, (days) => BigInt(whole('withinDays')(days)), lang],
  },
}) {}

export class Records extends handles(Handle, {
  fields: ['synthetic', 'note'],
  methods: { latest: [core.latest, text('indicator'), text('today')] },
}) {
  static fromCsv(table, synthetic, limits) {
    const read = () => core.recordsOfTable(file(table)[0], flag('synthetic')(synthetic), limitsRead(limits));
    return made(Records, call(read));
  }

  static merged(files, limits) {
    const numbers = () => Array.from(list('files')(files), (one, at) => handle(Records, `files[${at}]`)(one));
    return made(Records, call(() => core.mergedRecords(Uint32Array.from(numbers()), limitsRead(limits))));
  }
}

const RECORDS = [
  ['observations', 'observation'], ['taskUpdates', 'task_update'], ['submissions', 'submission'], ['triggers', 'trigger'],
  ['outsideDates', 'outside_date'], ['extensions', 'extension'], ['exemptions', 'exemption'],
  ['amendments', 'amendment'], ['retractions', 'retraction'],
];
for (const [name, kind] of RECORDS) {
  const ofKind = (records) => {
    const all = about(records).records;
    return once(records, kind, () => all.filter(({ type }) => type === kind));
  };
  Object.defineProperty(Records.prototype, name, { configurable: true, get() { return ofKind(this); } });
}

export function records(source, limits) {
  return made(Records, call(() => core.records(...file(source), limitsRead(limits))));
}

export function dutiesOfMonth(plans, agency, month, lang) {
  return call(() => {
    const pairs = Array.from(list('plans')(plans), (pair, at) => ({ ...object(`plans[${at}]`)(pair), at: `plans[${at}]` }));
    const numbers = pairs.map(({ plan, at }) => handle(Plan, `${at}.plan`)(plan));
    const queries = pairs.map(({ query, at }) => [query ?? {}, `${at}.query`, at]);
    const rest = [text('agency')(agency), text('month')(month), may(text('lang'))(lang)];
    return asking(queries, (asked) => core.dutiesOfMonth(Uint32Array.from(numbers), Uint32Array.from(asked), ...rest));
  });
}

export function dueIn(rule, period, options) {
  const due = ([asked]) => core.dueIn(json('rule')(rule), text('period')(period), asked);
  return call(asking, [[options ?? {}, 'options', 'options']], due);
}

export const slack = does(core.slack, handle(Obligations, 'lower'), handle(Obligations, 'upper'));
export const measured = does(core.measured, (observation) =>
  written({ ...object('observation')(observation), type: 'observation' }, 'observation'));
const label = does(core.obligationLabel, text('obligation.cycle'), text('obligation.period'), lang);
export const obligationLabel = (obligation, lang) => label(object('obligation')(obligation).cycle, obligation.period, lang);
export const exemptSentence = does(core.exemptSentence, json('exempt'), lang);

// The number of a handle among options, which stays where it is; a plain object is part of them.
function brought(rest, name) {
  return ([Class, field, value]) => {
    if (value instanceof Class) return handle(Class, `${name}.${field}`)(value);
    rest[field] = value;
    return -1;
  };
}

// Questions, each with its name and the first step of its errors' paths, kept for as long as they are used.
function asking(queries, use) {
  const asked = [];
  try {
    for (const [query, name, place] of queries) {
      const { calendar, registry, limits, ...rest } = object(name)(query);
      const numbers = [[Calendar, 'calendar', calendar], [Registry, 'registry', registry]].map(brought(rest, name));
      asked.push(core.question(written(rest, name), limitsRead(limits), ...numbers, place));
    }
    return use(asked);
  } finally {
    for (const question of asked) core.free(question);
  }
}

// --- Cells and codes ---

export const parseNumber = does(core.parseNumber, text('text'));
export const parseTarget = does(core.parseTarget, text('text'), may(text('unit'), undefined), limitsRead);
export const readSentence = does(core.readSentence, text('text'), limitsRead);
export const targetNotation = does(core.targetNotation, json('target'));
export const targetsMeanTheSame = does(core.targetsMeanTheSame, json('target'), json('other'));
export const isNumeric = does(core.isNumeric, json('target'));
export const parseDeadline = does(core.parseDeadline, text('text'), may(json('options')), limitsRead);
export const parseRegime = does(core.parseRegime, text('text'), limitsRead);
export const deadlineWhy = does(core.deadlineWhy, json('deadline'));
export const deadlineNotation = does(core.deadlineNotation, json('deadline'));
export const deadlinesMeanTheSame = does(core.deadlinesMeanTheSame, json('deadline'), json('other'));
export const compare = does(core.compare, json('measured'), json('target'), text('direction'), may(json('options')));
export const compareTargets = does(core.compareTargets, json('target'), json('other'), text('direction'));
export const limits = does(core.limits);
export const codeLists = does(core.codeLists);
export const noteSentence = does(core.noteSentence, text('code'), lang);
export const reasonSentence = does(core.reasonSentence, text('code'), lang);
export const isCertain = does(core.isCertain, text('source'));
