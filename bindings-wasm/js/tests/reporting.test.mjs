// Periods, days off and reports: what the wrapper adds to the rules, which the vectors hold.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import * as tiendo from 'tiendo';

import { planFiles } from './support.mjs';

const {
  agencies, calendar, dateInVietnam, dayStatus, dutiesOfMonth, icalendar, load, nextWorkingDay, obligations, parseNumber,
  period, periodHolding, planFromJson, previousWorkingDay, slack, TiendoError, timeliness,
} = tiendo;
await load();
const plans = Object.fromEntries(Object.entries(await planFiles()).map(([id, json]) => [id, planFromJson(json)]));
const [upper, lower] = [plans['ha-tinh-231'], plans['tien-dien']];

const [start, end] = ['2025-06-01', '2025-07-01'];
const stamp = '2025-05-10T00:00:00Z';
const submission = {
  type: 'submission', id: 's1', date: '2025-06-20', recorded: '2025-06-20', source: 'ví dụ', rule: 'monthly',
  period: '2025-06', agency: 'so-nv',
};
const judged = { agencies: ['so-nv', 'so-tc'], records: [submission], today: '2025-06-22' };

const thrownBy = (action) => {
  try {
    action();
  } catch (error) {
    return error;
  }
  return assert.fail('nothing was thrown');
};
const placed = (action) => {
  const { code, path, row } = thrownBy(action);
  assert.equal(row, undefined);
  return [code, path];
};

test('what is no text, number, object or list where one is asked is a TypeError', () => {
  const of = (options) => obligations(upper, start, end, options);
  const with_ = (options) => timeliness(upper, start, end, { ...judged, ...options });
  const cases = [
    [() => period(2025), '`id` must be a string, not number'],
    [() => periodHolding('monthly', new Date(0)), '`date` must be a string, not a Date'],
    [() => dateInVietnam(new Date(0)), '`instant` must be a string, not a Date'],
    [() => dayStatus(new Date(0)), '`date` must be a string, not a Date'],
    [() => dayStatus('2025-09-02', JSON.stringify(calendar())), '`calendar` must be an object, not string'],
    [() => nextWorkingDay('2025-09-02', []), '`calendar` must be an object, not an array'],
    [() => previousWorkingDay(20250902), '`date` must be a string, not number'],
    [() => obligations('{}', start, end), '`plan` must be an object, not string'],
    [() => obligations(upper, new Date(0), end), '`start` must be a string, not a Date'],
    [() => obligations(upper, start, end, null), '`options` must be an object, not null'],
    [() => of({ start }), '`options` has no field `start`'],
    [() => of({ effective: new Date(0) }), '`effective` must be a string, not a Date'],
    [() => of({ graceDays: 1n }), '`graceDays` must be a value of JSON, not bigint'],
    [() => of({ graceDays: () => 1 }), '`graceDays` must be a value of JSON, not function'],
    [() => of({ agencies: ['so-nv', , 'so-tc'] }), '`1` must be a value of JSON, not undefined'],
    [() => of({ calendar: { toJSON: () => undefined } }), '`calendar` must be a value of JSON, not undefined'],
    [() => of({ given: [{ rule: 'ad-hoc', period: 'x', written: new Date(0) }] }), '`written` must be a string, not a Date'],
    [() => of({ registry: agencies() }), '`options.registry` must be a string, not object'],
    [() => of({ limits: 5 }), '`options.limits` must be an object, not number'],
    [() => timeliness(upper, start, end), '`options` must be an object, not undefined'],
    [() => timeliness(upper, start, end, { records: [] }), '`options.today` must be a string, not undefined'],
    [() => timeliness(upper, start, end, { today: end }), '`options.records` must be an array, not undefined'],
    [() => with_({ today: new Date(0) }), '`options.today` must be a string, not a Date'],
    [() => with_({ withinDays: 0.5 }), '`options.withinDays` must be a whole number, not number'],
    [() => with_({ records: [submission, , submission] }), '`1` must be a value of JSON, not undefined'],
    [() => with_({ records: [{ ...submission, date: new Date(0) }] }), '`date` must be a string, not a Date'],
    [() => icalendar(upper, start, end, {}), '`options.stamp` must be a string, not undefined'],
    [() => icalendar(upper, start, end, { stamp: new Date(0) }), '`options.stamp` must be a string, not a Date'],
    [() => icalendar(upper, start, end, { stamp, lang: 1 }), '`options.lang` must be a string, not number'],
    [() => dutiesOfMonth(upper, 'so-nv', '2025-06'), '`plans` must be an array, not object'],
    [() => dutiesOfMonth([, { plan: upper }], 'so-nv', '2025-06'), '`plans[0]` must be an object, not undefined'],
    [() => dutiesOfMonth([upper], 'so-nv', '2025-06'), '`plans[0]` has no field `schemaVersion`'],
    [() => dutiesOfMonth([{}], 'so-nv', '2025-06'), '`plans[0].plan` must be an object, not undefined'],
    [() => dutiesOfMonth([{ plan: upper, graceDays: 1 }], 'so-nv', '2025-06'), '`plans[0]` has no field `graceDays`'],
    [() => dutiesOfMonth([{ plan: upper, effective: new Date(0) }], 'so-nv', '2025-06'), '`effective` must be a string, not a Date'],
    [() => dutiesOfMonth([], 'so-nv', '2025-06', { agencies: ['so-tc'] }), '`options` has no field `agencies`'],
    [() => dutiesOfMonth([], null, '2025-06'), '`agency` must be a string, not null'],
    [() => dutiesOfMonth([], 'so-nv', 202506), '`month` must be a string, not number'],
    [() => slack(lower, null, start, end), '`upper` must be an object, not null'],
    [() => slack(lower, upper, start, end, { effective: start }), '`options` has no field `effective`'],
  ];
  for (const [action, message] of cases) {
    const error = thrownBy(action);
    assert.ok(error instanceof TypeError && !(error instanceof TiendoError), `${action}: ${error}`);
    assert.equal(error.message, message, String(action));
  }
});

test('what the library refuses has its code and its place', () => {
  const of = (options) => placed(() => obligations(upper, start, end, options));
  const with_ = (options) => placed(() => timeliness(upper, start, end, { ...judged, ...options }));
  const own = { ...calendar(), weekend: [8] };
  const given = { rule: 'ad-hoc', period: 'x', written: '2025-06-10' };
  const cases = [
    [placed(() => period('2025-6')), 'bad-period', 'period'],
    [placed(() => periodHolding('weekly', start)), 'bad-value', 'cycle'],
    [placed(() => periodHolding('monthly', '2025-6-1')), 'bad-date', 'date'],
    [placed(() => dateInVietnam('2025-06-19T17:00:00')), 'bad-date', 'instant'],
    [placed(() => dayStatus('2031-01-01')), 'unknown-year', 'calendar'],
    [placed(() => dayStatus('2025-02-29')), 'bad-date', 'date'],
    [placed(() => dayStatus('2025-09-02', own)), 'bad-value', 'calendar.weekend'],
    [placed(() => nextWorkingDay('2025-09-02', {})), 'missing-field', 'calendar.schemaVersion'],
    [placed(() => previousWorkingDay('2025-01-01')), 'unknown-year', 'calendar'],
    [placed(() => obligations({ ...upper, milestones: [2025, 2025] }, start, end)), 'bad-value', 'milestones'],
    [placed(() => obligations(upper, '+025-06-01', end)), 'bad-date', 'start'],
    [placed(() => obligations(upper, start, '2025-06-31')), 'bad-date', 'end'],
    [placed(() => obligations(upper, '1899-12-31', end)), 'year-out-of-range', 'start'],
    [placed(() => obligations(upper, end, start)), 'bad-option', 'end'],
    [placed(() => obligations(upper, start, undefined)), 'bad-option', 'end'],
    [placed(() => obligations(upper, null, null)), 'bad-option', 'start'],
    [placed(() => obligations(upper, null, null, { periods: ['2025-06', '2025-06'] })), 'duplicate-code', 'periods[1]'],
    [of({ periods: ['2025-06'] }), 'bad-option', 'periods'],
    [of({ beforeinclusive: true }), 'unknown-field', 'beforeinclusive'],
    [of(JSON.parse('{ "__proto__": 1 }')), 'unknown-field', '__proto__'],
    [of({ today: '2025-06-22' }), 'unknown-field', 'today'],
    [of({ beforeInclusive: 1 }), 'wrong-type', 'beforeInclusive'],
    [of({ graceDays: NaN }), 'wrong-type', 'graceDays'],
    [of({ graceDays: 1.5 }), 'wrong-type', 'graceDays'],
    [of({ graceDays: '1' }), 'wrong-type', 'graceDays'],
    [of({ dayOffShift: true }), 'wrong-type', 'dayOffShift'],
    [of({ agencies: 'so-nv' }), 'wrong-type', 'agencies'],
    [of({ agencies: new Set(['so-nv']) }), 'wrong-type', 'agencies'],
    [of({ agencies: ['\ud800'] }), 'bad-json', 'agencies[0]'],
    [of({ roster: [{ group: 'các sở' }] }), 'missing-field', 'roster[0].agencies'],
    [of({ given: [null] }), 'wrong-type', 'given[0]'],
    [of({ given: [{ rule: 'ad-hoc', period: 'x' }] }), 'missing-field', 'given[0].written'],
    [of({ given: [{ ...given, period: null }] }), 'missing-field', 'given[0].period'],
    [of({ given: [{ ...given, due: start }] }), 'unknown-field', 'given[0].due'],
    [of({ calendar: '{}' }), 'wrong-type', 'calendar'],
    [of({ limits: { colours: 3 } }), 'unknown-field', 'limits.colours'],
    [of({ limits: { reports: 1 } }), 'too-many', 'end'],
    [of({ limits: { graceDays: 2 }, graceDays: 3 }), 'bad-option', 'graceDays'],
    [of({ effective: '' }), 'bad-date', 'effective'],
    [of({ graceDays: -1 }), 'bad-option', 'graceDays'],
    [of({ graceDays: 2 ** 32 + 5 }), 'bad-option', 'graceDays'],
    [of({ dayOffShift: 'next' }), 'bad-option', 'dayOffShift'],
    [of({ agencies: [' '] }), 'bad-option', 'agencies[0]'],
    [of({ agencies: ['so-nv', 'Sở Nội vụ'] }), 'duplicate-code', 'agencies[1]'],
    [of({ given: [{ ...given, written: '10/6/2025' }] }), 'bad-date', 'given[0].written'],
    [of({ given: [given, { ...given, end: '2025-06-1' }] }), 'bad-date', 'given[1].end'],
    [of({ given: [{ ...given, rule: 'monthly' }] }), 'unknown-code', 'given[0].rule'],
    [of({ calendar: own }), 'bad-value', 'calendar.weekend'],
    [with_({ today: '22/6/2025' }), 'bad-date', 'today'],
    [with_({ withinDays: -1 }), 'bad-option', 'withinDays'],
    [with_({ withinDays: 2 ** 32 }), 'bad-option', 'withinDays'],
    [with_({ lang: 'fr' }), 'bad-option', 'lang'],
    [with_({ records: [submission, { ...submission, id: 's2', date: '2025-6-20' }] }), 'bad-date', 'records[1].date'],
    [with_({ records: [submission, { ...submission, date: '2025-06-21' }] }), 'conflicting-record', 'records[1].id'],
    [with_({ records: [submission, submission], limits: { records: 1 } }), 'too-many', 'records'],
    [placed(() => nextWorkingDay('2025-09-02', { toJSON: () => undefined })), 'wrong-type', 'calendar'],
    [with_({ records: [{ ...submission, type: 'report' }] }), 'bad-value', 'records[0].type'],
    [with_({ records: [{ ...submission, source: '\ud800' }] }), 'bad-json', 'records[0].source'],
    [with_({ agencies: [] }), 'bad-option', 'agencies'],
    [placed(() => icalendar(upper, start, end, { stamp: '2025-05-10' })), 'bad-date', 'stamp'],
    [placed(() => dutiesOfMonth([], 'so-nv', 'June')), 'bad-period', 'month'],
    [placed(() => dutiesOfMonth([], 'so-nv', '2025-Q2')), 'bad-period', 'month'],
    [placed(() => dutiesOfMonth([{ plan: upper }], '', '2025-06')), 'bad-option', 'agency'],
    [placed(() => dutiesOfMonth([{ plan: upper }, { plan: {} }], 'so-nv', '2025-06')), 'missing-field', 'plans[1].plan.schemaVersion'],
    [placed(() => dutiesOfMonth([{ plan: upper, effective: 'x' }], 'so-nv', '2025-06')), 'bad-date', 'plans[0].effective'],
    [placed(() => dutiesOfMonth([{ plan: upper, given: [{ ...given, rule: 'x' }] }], 'so-nv', '2025-06')), 'unknown-code', 'plans[0].given[0].rule'],
    [placed(() => dutiesOfMonth([{ plan: upper }], 'so-nv', '2025-06', { graceDays: -1 })), 'bad-option', 'graceDays'],
    [placed(() => slack(lower, {}, start, end)), 'missing-field', 'upper.schemaVersion'],
    [placed(() => slack(lower, upper, start, end, { lowerEffective: 'x' })), 'bad-date', 'lowerEffective'],
  ];
  for (const [found, code, path] of cases) assert.deepEqual(found, [code, path]);
  assert.equal(thrownBy(() => obligations(upper, start, end, { dayOffShift: 'next' })).expected, 'one of `none`, `next_working_day`, `previous_working_day`');
  assert.equal(thrownBy(() => timeliness(upper, start, end, { ...judged, lang: 'fr' })).expected, 'one of `vi`, `en`');
  const several = thrownBy(() => dutiesOfMonth([{ plan: upper, given: [{}] }], 'so-nv', '2025-06'));
  assert.deepEqual(several.others.map(({ path, row }) => [path, row]), ['period', 'written'].map((field) => [`plans[0].given[0].${field}`, undefined]));
  // A registry is a text of the caller's: its errors have lines.
  const registry = thrownBy(() => obligations(upper, start, end, { registry: '{"schemaVersion": 1,\n "bodies": []}' }));
  assert.deepEqual([registry.code, registry.path, registry.row], ['unknown-field', 'bodies', 2]);
});

// Many calls: without the tables, which none of them is about.
const bare = ({ id, title, issuer, level, milestones, regime }) =>
  ({ schemaVersion: 1, id, title, issuer, level, milestones, regime, indicators: [], tasks: [] });

test('hostile options give a result or an error, and the library goes on', () => {
  const [upper, lower] = [bare(plans['ha-tinh-231']), bare(plans['tien-dien'])];
  const hostile = [
    undefined, null, true, NaN, Infinity, -1, 0, 1.5, 2 ** 31, 2 ** 53 - 1, 10n, '', '\0', '\ud800', '__proto__', '-'.repeat(100_000),
    '9999-12-31', '0000-01-01', '-001-01-01', '2025-06-01T00:00:00Z', '２０２５-06-01', Symbol('x'), () => 1, new Date(NaN), new Map(), /x/,
    new Proxy({}, {}), Object.create(null), Object.create({ plan: upper }), Object.freeze([]), [], [[]], [,], [undefined], new Array(5), {},
    { length: 5 }, [{}], [null], [submission], new Uint8Array(4), JSON.parse('{ "__proto__": { "x": 1 } }'), new String('2025-06-01'),
    { toJSON: () => undefined }, { toJSON: () => 5 }, Object.defineProperty({}, 'plan', { value: upper }), calendar(), { ...calendar(), years: [-1] },
    { ...calendar(), days: [], years: [1900, 2200], weekend: [1, 2, 3, 4, 5, 6, 7] },
  ];
  const chosen = ['beforeInclusive', 'ofNextMonth', 'dayOffShift', 'graceDays', 'decree09Cutoff', 'countReturned', 'calendar', 'registry'];
  const owed = [...chosen, 'agencies', 'effective', 'given'];
  const asks = {
    obligations: [(options) => obligations(upper, start, end, { dayOffShift: 'next_working_day', ...options }), owed],
    timeliness: [(options) => timeliness(upper, start, end, { ...judged, ...options }), [...owed, 'records', 'today', 'withinDays', 'lang']],
    icalendar: [(options) => icalendar(upper, start, end, { stamp, ...options }), [...owed, 'stamp', 'lang']],
    dutiesOfMonth: [(options) => dutiesOfMonth([{ plan: upper }], 'so-nv', '2025-06', options), [...chosen, 'lang']],
    'a plan of dutiesOfMonth': [(entry) => dutiesOfMonth([{ plan: upper, ...entry }], 'so-nv', '2025-06'), ['plan', 'effective', 'given']],
    slack: [(options) => slack(lower, upper, start, end, options), [...chosen, 'lowerEffective', 'upperEffective']],
    'a given report': [
      (given) => obligations(upper, start, end, { given: [{ rule: 'ad-hoc', period: 'x', written: '2025-06-10', ...given }] }),
      ['rule', 'period', 'written', 'before', 'start', 'end'],
    ],
    'a record': [(record) => timeliness(upper, start, end, { ...judged, records: [{ ...submission, ...record }] }), [...Object.keys(submission), 'returned', 'reason']],
    'a calendar': [(part) => nextWorkingDay('2025-06-01', { ...calendar(), ...part }), Object.keys(calendar())],
  };
  const arguments_ = {
    period: (value) => period(value),
    cycle: (value) => periodHolding(value, start),
    date: (value) => periodHolding('monthly', value),
    instant: (value) => dateInVietnam(value),
    day: (value) => dayStatus(value),
    calendar: (value) => previousWorkingDay(start, value),
    plan: (value) => obligations(value, start, end),
    start: (value) => obligations(upper, value, end),
    end: (value) => obligations(upper, start, value),
    options: (value) => timeliness(upper, start, end, value),
    plans: (value) => dutiesOfMonth(value, 'so-nv', '2025-06'),
    agency: (value) => dutiesOfMonth([{ plan: upper }], value, '2025-06'),
    month: (value) => dutiesOfMonth([{ plan: upper }], 'so-nv', value),
    upper: (value) => slack(lower, value, start, end),
  };
  const attempts = Object.entries(arguments_);
  for (const [name, [ask, fields]] of Object.entries(asks)) {
    for (const field of [...fields, 'unknown']) attempts.push([`${name}: ${field}`, (value) => ask({ [field]: value })]);
  }
  const expected = obligations(upper, start, end, { agencies: judged.agencies });
  for (const [name, attempt] of attempts) {
    for (const [at, value] of hostile.entries()) {
      try {
        attempt(value);
      } catch (error) {
        const known = error instanceof TypeError || (error instanceof TiendoError && typeof error.code === 'string');
        assert.ok(known, `${name}, value ${at}: ${error?.stack}`);
      }
    }
  }
  assert.deepEqual(obligations(upper, start, end, { agencies: judged.agencies }), expected);
  assert.equal(parseNumber('0,7').value, '0.7');
});

test('hostile sizes are refused', () => {
  const huge = new Array(2 ** 32 - 1);
  for (const options of [{ agencies: huge }, { records: huge }]) assert.throws(() => timeliness(upper, start, end, { ...judged, ...options }), RangeError);
  const many = Array.from({ length: 2_000 }, (_, at) => `Xã ${at}`);
  assert.deepEqual(placed(() => obligations(upper, '1900-01-01', '2200-12-31', { agencies: many })), ['too-many', 'agencies']);
  let deep = {};
  for (let depth = 0; depth < 1000; depth += 1) deep = { deep };
  assert.equal(thrownBy(() => timeliness(upper, start, end, { ...judged, records: [deep] })).code, 'too-deep');
  assert.equal(thrownBy(() => dayStatus(start, deep)).code, 'too-deep');
  const circular = calendar();
  circular.days.push(circular);
  assert.throws(() => dayStatus(start, circular), TypeError);
  assert.equal(parseNumber('0,7').value, '0.7');
});

test("a caller's calendar and registry decide", () => {
  const own = calendar();
  own.days = own.days.filter(({ date }) => date !== '2025-09-02');
  assert.deepEqual(dayStatus('2025-09-02', own), { off: false });
  assert.deepEqual(dayStatus('2025-09-02', null), dayStatus('2025-09-02'));
  const worked = { date: '2025-11-29', off: false, name: 'Làm bù' };
  own.days.push(worked);
  own.days.sort((a, b) => (a.date < b.date ? -1 : 1));
  assert.deepEqual(dayStatus('2025-11-29', own), { off: false, day: worked });
  const due = (options) => obligations(upper, '2025-11-30', '2025-12-01', { dayOffShift: 'next_working_day', ...options }).reports[0].due;
  assert.equal(due({}), '2025-12-01');
  assert.equal(due({ calendar: own }), '2025-11-29');

  const known = agencies();
  known.agencies.push({ id: 'mau', name: 'Sở Mẫu', level: 'province', begun: { on: '2025-06-15', source: 'ví dụ' } });
  const registry = JSON.stringify({ schemaVersion: 1, ...known });
  const { reports } = obligations(upper, '2025-06-10', '2025-06-21', { agencies: ['mau'], registry });
  const reasons = reports.map(({ exempt }) => exempt);
  assert.deepEqual(reasons, [{ reason: 'body-not-begun', date: '2025-06-15' }, { reason: 'body-not-begun', date: '2025-06-15' }, undefined]);
});

test('periods in place of days, and a roster in place of a group', () => {
  const agencies = ['cac-so-ban-nganh'];
  const roster = [{ group: 'các sở, ban, ngành', agencies: ['so-nv', 'Sở Tài chính'] }];
  const { reports, reportingUnits } = obligations(upper, null, null, { periods: ['2025-Q2'], agencies, roster });
  assert.deepEqual(reports.map(({ rule, period, agency }) => [rule, period, agency]),
    [['quarterly', '2025-Q2', 'so-nv'], ['quarterly', '2025-Q2', 'Sở Tài chính']]);
  assert.deepEqual(reportingUnits[1], { agency: 'Sở Tài chính', id: 'so-tc', name: 'Sở Tài chính' });
});

test('each option reaches the library', () => {
  const june = (options) => obligations(upper, '2025-06-20', '2025-06-21', options).reports[0];
  assert.equal(june({}).due, '2025-06-19');
  assert.equal(june({ beforeInclusive: true }).due, '2025-06-20');
  assert.equal(june({ graceDays: 3 }).due, '2025-06-22');
  assert.equal(june({ decree09Cutoff: true }).cutoff.rule, 'decree_09_2019');
  assert.equal(june({ ofNextMonth: true }).period, '2025-05');
  assert.equal(june({ effective: '2025-06-21' }), undefined);
  const none = Object.fromEntries(['beforeInclusive', 'graceDays', 'dayOffShift', 'calendar', 'agencies', 'given'].map((name) => [name, null]));
  assert.deepEqual(june(none), june({}));
  const returned = { ...submission, date: '2025-06-19', returned: true };
  const standing = (options) => timeliness(upper, '2025-06-20', '2025-06-21', { ...judged, records: [returned], ...options }).reports[0].standing;
  assert.equal(standing({}), 'missing');
  assert.equal(standing({ countReturned: true }), 'on_time');
});

test('reminders are there where they are asked for, in the language asked for', () => {
  const ask = (options) => timeliness(upper, start, end, { ...judged, ...options }).reminders;
  assert.equal(ask({}), undefined);
  assert.match(ask({ withinDays: 0 })[0].text, /^Theo 231\/KH-UBND, đề nghị Sở Nội vụ gửi /);
  assert.match(ask({ withinDays: 7, lang: 'en' })[1].text, /^Under 231\/KH-UBND, Sở Tài chính is asked to send /);
  const { sentences } = timeliness(upper, start, end, judged);
  assert.equal(sentences.vi.length, sentences.en.length);
});

test('the duties of a month are those of each plan, wherever they are written', () => {
  const plans = [{ plan: upper }, { plan: lower, effective: '2025-07-01' }];
  const duties = (month, options) => dutiesOfMonth(plans, 'so-nv', month, options);
  const due = (month, options) => duties(month, options).map(({ plan, due }) => [plan, due]);
  // By option the reports on December are due in January, on days written there.
  const january = [['tien-dien', '2026-01-14'], ['ha-tinh-231', '2026-01-19']];
  assert.deepEqual(due('2026-01', { ofNextMonth: true }), january);
  // Grace carries a report over the end of the year and far beyond; a shift asks only about the years it must.
  assert.ok(due('2026-12', { graceDays: 366 }).some(([, due]) => due === '2026-12-20'));
  for (const dayOffShift of ['next_working_day', 'previous_working_day']) {
    for (const month of ['2026-01', '2026-06', '2026-12']) assert.ok(due(month, { dayOffShift }).length > 0, month);
  }
  // Beside the same reports as a whole, month by month.
  for (const { plan, effective } of plans) {
    const all = obligations(plan, '2025-01-01', '2027-12-31', { agencies: ['so-nv'], effective, graceDays: 40 }).reports;
    for (let month = 1; month <= 12; month += 1) {
      const id = `2026-${String(month).padStart(2, '0')}`;
      const wanted = all.filter(({ due, exempt }) => due?.startsWith(id) && !exempt).map(({ rule, period }) => `${rule} ${period}`);
      const found = dutiesOfMonth([{ plan, effective }], 'so-nv', id, { graceDays: 40 }).filter(({ due }) => due);
      assert.deepEqual(found.map(({ rule, period }) => `${rule} ${period}`).sort(), wanted.sort(), id);
    }
  }
  assert.deepEqual(dutiesOfMonth([], 'so-nv', '2026-01'), []);
  assert.deepEqual(dutiesOfMonth([{ plan: lower }], 'so-nv', '2026-01'), []);
  for (const month of ['1900-01', '2200-12']) assert.deepEqual(dutiesOfMonth([{ plan: lower }], 'so-nv', month), []);
});

test('an iCalendar file has lines of 75 octets at most, and one event for each report', () => {
  const ics = icalendar(upper, '2025-06-01', '2026-01-01', { agencies: ['so-nv', 'so-khcn'], stamp, lang: 'en' });
  const lines = ics.split('\r\n');
  assert.equal(lines.pop(), '');
  for (const line of lines) assert.ok(Buffer.byteLength(line) <= 75, line);
  const uids = lines.filter((line) => line.startsWith('UID:'));
  const { reports } = obligations(upper, '2025-06-01', '2026-01-01', { agencies: ['so-nv', 'so-khcn'] });
  assert.equal(uids.length, reports.filter(({ due, exempt }) => due && !exempt).length);
  assert.equal(new Set(uids).size, uids.length);
});
