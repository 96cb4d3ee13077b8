// Runs one file of whole cases (format: tests/README.md at the repository's root) with the public API alone, in Node and in
// a browser alike.
const planOf = (tiendo, { json, builtin, limits }) => (builtin === undefined ? tiendo.plan(json, limits) : tiendo.loadPlan(builtin, limits));
const owedOf = async (tiendo, given) => (await planOf(tiendo, given)).obligations(given.query);

const calls = {
  parseNumber: (tiendo, { text }) => tiendo.parseNumber(text),
  parseTarget: (tiendo, { text, unit, limits }) => tiendo.parseTarget(text, unit, limits),
  readSentence: (tiendo, { text, limits }) => tiendo.readSentence(text, limits),
  parseDeadline: (tiendo, { text, options, limits }) => tiendo.parseDeadline(text, options, limits),
  compare: (tiendo, { measured, target, direction, options }) => tiendo.compare(measured, target, direction, options),
  compareTargets: (tiendo, { target, other, direction }) => tiendo.compareTargets(target, other, direction),
  targetNotation: (tiendo, { text }) => tiendo.targetNotation(tiendo.parseTarget(text)),
  parseRegime: (tiendo, { text, limits }) => tiendo.parseRegime(text, limits),
  deadlineNotation: (tiendo, { text }) => tiendo.deadlineNotation(tiendo.parseDeadline(text)),
  compareCodes: (tiendo, { a, b }) => tiendo.compareCodes(a, b),
  planFromJson: async (tiendo, given) => {
    const plan = await planOf(tiendo, given);
    return { plan, rows: plan.rows, deadlines: plan.deadlines };
  },
  recordsFromJson: (tiendo, { json, limits }) => tiendo.records(json, limits).toJson(),
  calendarFromJson: (tiendo, { json, limits }) => tiendo.calendar(json, limits).toJson(),
  registryFromJson: (tiendo, { json, limits }) => tiendo.registry(json, limits).toJson(),
  calendarById: (tiendo, { id }) => tiendo.calendar(id).toJson(),
  splitAgencies: (tiendo, { cell, limits }) => tiendo.registry(null, limits).split(cell),
  find: (tiendo, { name }) => tiendo.registry().find(name),
  succession: (tiendo, { id, on }) => tiendo.registry().succession(id, on),
  expand: (tiendo, { cell, roster }) => tiendo.registry().expand(tiendo.registry().split(cell), roster),
  lint: async (tiendo, given) => (await planOf(tiendo, given)).lint(null, given.minimum),
  comparePlans: async (tiendo, { child, parent }) => tiendo.comparePlans(await tiendo.loadPlan(child), await tiendo.loadPlan(parent)),
  suggestLinks: async (tiendo, { child, parent }) => tiendo.suggestLinks(await planOf(tiendo, child), await planOf(tiendo, parent)),
  period: (tiendo, { id, cycle, date }) => (id === undefined ? tiendo.periodHolding(cycle, date) : tiendo.period(id)),
  dayStatus: (tiendo, { day, calendar }) => tiendo.calendar(calendar).status(day),
  nextWorkingDay: (tiendo, { day, calendar }) => tiendo.calendar(calendar).nextWorkingDay(day),
  previousWorkingDay: (tiendo, { day, calendar }) => tiendo.calendar(calendar).previousWorkingDay(day),
  dateInVietnam: (tiendo, { instant }) => tiendo.dateInVietnam(instant),
  dueIn: async (tiendo, { builtin, rule, period, options }) =>
    tiendo.dueIn((await tiendo.loadPlan(builtin)).regime.rules.find(({ code }) => code === rule), period, options),
  milestoneOn: async (tiendo, { builtin, day }) => (await tiendo.loadPlan(builtin)).milestoneOn(day),
  latest: (tiendo, { records, indicator, today }) => tiendo.records(records).latest(indicator, today),
  obligations: owedOf,
  timeliness: async (tiendo, given) => {
    const { submissions, exemptions } = tiendo.records(given.records);
    const timeliness = (await owedOf(tiendo, given)).timeliness(submissions, exemptions, given.today);
    return { timeliness, vi: timeliness.sentences('vi'), en: timeliness.sentences('en') };
  },
  assess: async (tiendo, { plan, builtin, records, today, options }) => {
    const file = plan ?? (await tiendo.loadPlan(builtin)).toJson();
    const json = tiendo.assessJson(file, records, today, options);
    const plain = JSON.stringify(tiendo.plan(file).assess(tiendo.records(records), today, options));
    return plain === json ? json : `plain data: ${plain}`;
  },
  changes: (tiendo, { before, after }) => tiendo.changesJson(before, after),
  sensitivity: (tiendo, { plan, records, today, options, trials }) =>
    tiendo.sensitivityJson(plan, records, today, options, trials && JSON.stringify(trials)),
  renderReport: (tiendo, { report, format }) => new TextDecoder().decode(tiendo.renderJson(report, format)),
  rollUp: (tiendo, { plan, records, units, today, options }) => tiendo.rollUpJson(plan, records, units, today, options),
  periodReport: (tiendo, { assessment, earlier, query }) => tiendo.periodReportJson(assessment, earlier, query),
  icalendar: async (tiendo, given) => (await owedOf(tiendo, given)).toIcs(given.stamp, given.lang),
  dutiesOfMonth: async (tiendo, { plans, agency, month, lang }) => {
    const each = await Promise.all(plans.map(async ({ query, ...of }) => ({ plan: await planOf(tiendo, of), query })));
    return tiendo.dutiesOfMonth(each, agency, month, lang);
  },
  slack: async (tiendo, { lower, upper }) => tiendo.slack(await owedOf(tiendo, lower), await owedOf(tiendo, upper)),
};
const isText = (name) => /^(records|calendar|registry)FromJson$|^calendarById$|^(assess|changes|sensitivity|rollUp|periodReport)$/.test(name);

// A text may be given by its UTF-16 code units or its bytes.
const spelled = ({ units, bytes }, given) => (units ? String.fromCharCode(...units) : bytes ? Uint8Array.from(bytes) : given);
const input = (given) => Object.fromEntries(Object.entries(given).map(([name, value]) => [name, spelled(value ?? {}, value)]));

// An error as every language has it: its sentences are the host's own, and so is an argument's name before a path within it.
const told = (name, { vi, en, path, others, ...error }) => ({
  ...error,
  path: path.replace(/^(measured|options|target|limits)\.?/, '').replace(/^source$/, name === 'calendarById' ? 'id' : 'json'),
  ...(others?.length && { others: others.map((other) => told(name, other)) }),
});
const sorted = (value) => JSON.stringify(value, (_, item) =>
  item?.constructor === Object ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1))) : item);

// Here an argument that is no object is a TypeError.
const isOther = ({ input: { measured }, error }) => error?.code === 'wrong-type' && Array.isArray(measured);

export async function runVectors(tiendo, file) {
  const failures = [];
  const cases = file.cases.filter((each) => !isOther(each));
  for (const { description, function: name = file.function, input: given, output, error } of cases) {
    let found;
    try {
      const result = await calls[name](tiendo, input(given));
      found = isText(name) ? result : JSON.stringify(result);
    } catch (thrown) {
      found = thrown instanceof tiendo.TiendoError ? sorted(told(name, thrown)) : String(thrown);
    }
    const wanted = error ? sorted(told(name, error)) : output;
    if (found !== wanted) failures.push(`${description}: gave ${found} where ${wanted} was expected`);
  }
  return { passed: cases.length - failures.length, failures };
}
