// Runs one file of the shared vectors (format: tests/README.md at the repository's root) with the public API alone,
// in Node and in a browser alike. `plans` has the text of each of the package's plans by its id.

const only = (object, ...known) => {
  const unknown = Object.keys(object).filter((key) => !known.includes(key));
  if (unknown.length > 0) throw new Error(`unknown field ${unknown} in ${JSON.stringify(object)}`);
};

// Canonical JSON of what vectors compare: no text, nothing absent, no why that the case does not give.
const shown = (value, why) =>
  JSON.stringify(value, function (key, item) {
    if (Array.isArray(item) && key !== '') return item.length > 0 ? item : undefined;
    if (key === 'text' || item === null || item === false || (key === 'why' && !why)) return undefined;
    if (typeof item !== 'object' || Array.isArray(item)) return item;
    return Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));
  });

const calls = {
  parseNumber: (tiendo, { text }) => tiendo.parseNumber(text),
  parseTarget: (tiendo, { text, unit }) => tiendo.parseTarget(text, unit),
  parseDeadline: (tiendo, { text }) => tiendo.parseDeadline(text),
  compare: (tiendo, { target, targetUnit, direction, equalExactly, risingDecides, valueUnit, ...measured }) =>
    tiendo.compare({ ...measured, unit: valueUnit }, tiendo.parseTarget(target, targetUnit), direction, { equalExactly, risingDecides }),
  planFromJson: (tiendo, { json }) => {
    const plan = tiendo.planFromJson(json);
    return { id: plan.id, indicators: plan.indicators.length, tasks: plan.tasks.length };
  },
  splitAgencies: (tiendo, { cell }) => tiendo.splitAgencies(cell),
  lint: (tiendo, { json, code }) => of(code, tiendo.lint(tiendo.planFromJson(json))),
  comparePlans: (tiendo, { child, parent, code }) =>
    of(code, tiendo.comparePlans(tiendo.planFromJson(child), tiendo.planFromJson(parent))),
  period: (tiendo, { id, cycle, date }) => (id === undefined ? tiendo.periodHolding(cycle, date) : tiendo.period(id)) ?? {},
  obligations: (tiendo, { json, start, end, options, calendar, ...given }) => {
    const plan = tiendo.planFromJson(json);
    const { reports, findings } = tiendo.obligations(plan, start, end, { ...given, ...options, calendar: parsed(calendar) });
    return { reports: reports.map((report) => picked(report, ofReport)), findings: findings.map(({ code }) => code) };
  },
  timeliness: (tiendo, { json, start, end, options, calendar, records = [], ...given }) => {
    const asked = { ...given, records, ...options, calendar: parsed(calendar) };
    const { sentences, reports, ...counts } = tiendo.timeliness(tiendo.planFromJson(json), start, end, asked);
    return { ...counts, reports: reports.map((report) => picked(report, ofStanding)), sentences: sentences.vi };
  },
};

// Of these functions the fields that a case gives of the result are compared, and of reports these.
const inPart = ['obligations', 'timeliness'];
const ofReport = ['rule', 'period', 'agency', 'written', 'due', 'steps', 'unsourcedDays', 'cutoff', 'coincides', 'exempt'];
const ofStanding = ['rule', 'period', 'agency', 'standing', 'days', 'submitted', 'returned', 'exempt'];

const picked = (object, fields) => Object.fromEntries(Object.entries(object).filter(([field]) => fields.includes(field)));

const parsed = (json) => json && JSON.parse(json);

const of = (wanted, findings) => ({ findings: findings.filter(({ code }) => code === wanted) });

// Of findings the places are compared, and each sentence that the case gives.
const givenParts = ({ findings }, expected) => ({
  findings: findings.map((finding, at) =>
    Object.fromEntries(Object.entries(finding).filter(([key]) => key === 'places' || key in (expected[at] ?? {}))),
  ),
});

function compared(name, whole, expected) {
  if (inPart.includes(name)) return picked(whole, Object.keys(expected));
  return whole.findings ? givenParts(whole, expected.findings ?? []) : whole;
}

// What a case gives, with plans for their ids; undefined where it names a plan that no file of the package is.
function input({ repeat, ...given }, plans) {
  if (repeat) given.text = repeat.text.repeat(repeat.times);
  for (const [field, to] of [['builtin', 'json'], ['child', 'child'], ['parent', 'parent']]) {
    if (!(field in given)) continue;
    if (!Object.hasOwn(plans, given[field])) return undefined;
    given[to] = plans[given[field]];
  }
  delete given.builtin;
  return given;
}

function outcome(tiendo, name, given, { expected, error }) {
  try {
    const whole = calls[name](tiendo, given);
    if (error) return `gave ${shown(whole)} where ${error.code} was expected`;
    if (name !== 'parseNumber' && whole.text !== (given.text ?? given.cell)) return `kept another text, ${whole.text}`;
    const result = compared(name, whole, expected);
    const [found, wanted] = [result, expected].map((value) => shown(value, 'why' in expected));
    return found === wanted ? undefined : `gave ${found} where ${wanted} was expected`;
  } catch (thrown) {
    if (!(thrown instanceof tiendo.TiendoError)) return `threw ${thrown}`;
    if (!error) return `threw ${thrown.message}`;
    const differs = Object.keys(error).find((key) => shown(error[key]) !== shown(thrown[key]));
    return differs && `threw ${differs} ${shown(thrown[differs])} where ${shown(error[differs])} was expected`;
  }
}

export function runVectors(tiendo, file, plans) {
  only(file, 'function', 'description', 'cases');
  const failures = [];
  let passed = 0;
  for (const each of file.cases) {
    only(each, 'description', 'input', 'expected', 'error');
    if ('expected' in each === 'error' in each) throw new Error(`${each.description}: expected or error, not both`);
    const given = input(each.input, plans);
    // Here built-in plans are files of the package: an id that is none names no file, so there is nothing to call.
    if (!given && each.error?.code === 'unknown-plan') continue;
    if (!given) throw new Error(`no such plan: ${each.description}`);
    const failure = outcome(tiendo, file.function, given, each);
    if (failure) failures.push(`${each.description}: ${failure}`);
    else passed += 1;
  }
  const names = new Set(file.cases.map((each) => each.description));
  if (names.size < file.cases.length) throw new Error('two cases with one description');
  return { passed, failures };
}
