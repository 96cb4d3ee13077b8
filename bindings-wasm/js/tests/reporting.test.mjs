// Periods, days off and reports: what the wrapper adds to the rules, which the vectors hold.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import * as tiendo from 'tiendo';

import { thrownBy } from './support.mjs';

const { calendar, cycleMonths, dateInVietnam, dueIn, dutiesOfMonth, load, loadPlan, measured, period, periodHolding, plan, records, registry, slack, TiendoError } = tiendo;
await load();
const [upper, lower] = [await loadPlan('ha-tinh-231'), await loadPlan('tien-dien')];

const days = { start: '2025-06-01', end: '2025-07-01' };
const stamp = '2025-05-10T00:00:00Z';
const submission = { id: 's1', date: '2025-06-20', recorded: '2025-06-20', source: 'ví dụ', rule: 'monthly', period: '2025-06', agency: 'so-nv' };
const exemption = { id: 'e1', date: '2025-06-01', recorded: '2025-06-01', source: 'ví dụ', agency: 'so-tc', period: '2025-06', reason: 'đang sắp xếp' };
const agencies = ['so-nv', 'so-tc'];
const owed = upper.obligations({ ...days, agencies });

const placed = (action) => {
  const { code, path, row } = thrownBy(action);
  assert.equal(row, undefined);
  return [code, path];
};

test('what is no text, number, object or list where one is asked is a TypeError', () => {
  const of = (query) => upper.obligations({ ...days, ...query });
  const judge = (...given) => owed.timeliness(...given);
  const cases = [
    [() => period(2025), '`id` must be a string, not number'],
    [() => periodHolding('monthly', new Date(0)), '`date` must be a string, not a Date'],
    [() => dateInVietnam(new Date(0)), '`instant` must be a string, not a Date'],
    [() => calendar(5), '`source` must be an object, not number'],
    [() => upper.obligations(), '`query` must be an object, not undefined'],
    [() => upper.obligations('2025'), '`query` must be an object, not string'],
    [() => of({ start: new Date(0) }), '`start` must be a string, not a Date'],
    [() => of({ graceDays: 1n }), '`graceDays` must be a value of JSON, not bigint'],
    [() => of({ graceDays: () => 1 }), '`graceDays` must be a value of JSON, not function'],
    [() => of({ agencies: ['so-nv', , 'so-tc'] }), '`1` must be a value of JSON, not undefined'],
    [() => of({ given: [{ rule: 'ad-hoc', period: 'x', written: new Date(0) }] }), '`written` must be a string, not a Date'],
    [() => of({ calendar: { toJSON: () => undefined } }), '`calendar` must be a value of JSON, not undefined'],
    [() => of({ limits: 5 }), '`limits` must be an object, not number'],
    [() => judge(), '`submissions` must be an array, not undefined'],
    [() => judge([], {}), '`exemptions` must be an array, not object'],
    [() => judge([], [], new Date(0)), '`today` must be a string, not a Date'],
    [() => judge([submission, , submission], [], days.end), '`submissions[1]` must be an object, not undefined'],
    [() => judge([{ ...submission, date: new Date(0) }], [], days.end), '`date` must be a string, not a Date'],
    [() => judge(new Array(2 ** 32 - 1), [], days.end), '`submissions[0]` must be an object, not undefined'],
    [() => judge([], [], days.end).reminders(0.5), '`withinDays` must be a whole number, not number'],
    [() => owed.at('1'), '`index` must be a whole number, not string'],
    [() => owed.slice(NaN), '`start` must be a whole number, not number'],
    [() => owed.toIcs(new Date(0)), '`stamp` must be a string, not a Date'],
    [() => dutiesOfMonth(upper, 'so-nv', '2025-06'), '`plans` must be an array, not object'],
    [() => dutiesOfMonth([, { plan: upper }], 'so-nv', '2025-06'), '`plans[0]` must be an object, not undefined'],
    [() => dutiesOfMonth([{ plan: {} }], 'so-nv', '2025-06'), '`plans[0].plan` must be a handle of its type, not object'],
    [() => dutiesOfMonth([{ plan: upper, query: 5 }], 'so-nv', '2025-06'), '`plans[0].query` must be an object, not number'],
    [() => dutiesOfMonth([], null, '2025-06'), '`agency` must be a string, not null'],
    [() => slack(owed, upper), '`upper` must be a handle of its type, not object'],
    [() => records(5), '`source` must be an object, not number'],
  ];
  for (const [action, message] of cases) {
    const error = thrownBy(action);
    assert.ok(error instanceof TypeError && !(error instanceof TiendoError), `${action}: ${error}`);
    assert.equal(error.message, message, String(action));
  }
});

test('what the library refuses has its code and its place', () => {
  const of = (query) => placed(() => upper.obligations({ ...days, ...query }));
  const judge = (...given) => placed(() => owed.timeliness(...given));
  const given = { rule: 'ad-hoc', period: 'x', written: '2025-06-10' };
  const own = { ...calendar().toJSON(), weekend: [8] };
  const duties = (query, ...rest) => placed(() => dutiesOfMonth([{ plan: lower }, { plan: upper, query }], ...rest));
  const yearly = upper.regime.rules.find(({ cycle }) => cycle === 'yearly');
  const cases = [
    [placed(() => period('2025-6')), 'bad-period', 'period'],
    [placed(() => periodHolding('daily', days.start)), 'bad-value', 'cycle'],
    [placed(() => periodHolding('monthly', '2025-6-1')), 'bad-date', 'date'],
    [placed(() => cycleMonths('daily')), 'bad-value', 'cycle'],
    [of({ end: null }), 'bad-option', 'end'],
    [of({ start: null, end: null }), 'bad-option', 'start'],
    [of({ start: null, end: null, periods: ['2025-06', '2025-06'] }), 'duplicate-code', 'periods[1]'],
    [of({ beforeinclusive: true }), 'unknown-field', 'beforeinclusive'],
    [of(JSON.parse('{ "__proto__": 1 }')), 'unknown-field', '__proto__'],
    [of({ graceDays: NaN }), 'wrong-type', 'graceDays'],
    [of({ graceDays: -1 }), 'bad-option', 'graceDays'],
    [of({ agencies: new Set(['so-nv']) }), 'wrong-type', 'agencies'],
    [of({ agencies: ['\ud800'] }), 'bad-json', 'agencies[0]'],
    [of({ given: [{ ...given, period: null }] }), 'wrong-type', 'given[0].period'],
    [of({ agencies: null }), 'wrong-type', 'agencies'],
    [of({ calendar: '{}' }), 'wrong-type', 'calendar'],
    [of({ calendar: own }), 'bad-value', 'calendar.weekend'],
    [of({ registry: { schemaVersion: 1, agencies: [] } }), 'missing-field', 'registry.groups'],
    [of({ limits: { colours: 3 } }), 'unknown-field', 'limits.colours'],
    [of({ limits: { reports: 1 } }), 'too-many', 'end'],
    [judge([], [], '22/6/2025'), 'bad-date', 'today'],
    [judge([submission, { ...submission, id: 's2', date: '2025-6-20' }], [], days.end), 'bad-date', 'submissions[1].date'],
    [judge([submission], [{ ...exemption, reason: 5 }], days.end), 'wrong-type', 'exemptions[0].reason'],
    [judge([exemption], [], days.end), 'unknown-field', 'submissions[0].reason'],
    [judge([submission, { ...submission, date: '2025-06-21' }], [], days.end), 'conflicting-record', 'submissions[1].id'],
    [placed(() => upper.obligations(days).timeliness([submission], [], days.end)), 'bad-option', 'agencies'],
    [placed(() => owed.timeliness([], [], days.end).reminders(-1)), 'bad-option', 'withinDays'],
    [placed(() => owed.timeliness([], [], days.end).reminders(2 ** 32)), 'bad-option', 'withinDays'],
    [placed(() => owed.timeliness([], [], days.end).sentences('fr')), 'bad-option', 'lang'],
    [placed(() => owed.toIcs('2025-05-10')), 'bad-date', 'stamp'],
    [duties({}, 'so-nv', '2025-Q2'), 'bad-period', 'month'],
    [duties({}, '', '2025-06'), 'bad-option', 'agency'],
    [duties({ effective: 'x' }, 'so-nv', '2025-06'), 'bad-date', 'plans[1].effective'],
    [duties({ given: [{ ...given, rule: 'x' }] }, 'so-nv', '2025-06'), 'unknown-code', 'plans[1].given[0].rule'],
    [placed(() => dueIn({}, '2025')), 'bad-value', 'rule'],
    [placed(() => dueIn(yearly, '2025-6')), 'bad-period', 'period'],
    [placed(() => dueIn(yearly, '2025', { colour: 1 })), 'unknown-field', 'options.colour'],
    [placed(() => dueIn(yearly, '2031', { dayOffShift: 'next_working_day' })), 'unknown-year', 'calendar'],
    [placed(() => records({})), 'missing-field', 'schemaVersion'],
  ];
  for (const [found, code, path] of cases) assert.deepEqual(found, [code, path]);
  const several = thrownBy(() => upper.obligations({ ...days, given: [{}] }));
  assert.deepEqual(several.others.map(({ path, row }) => [path, row]), ['period', 'written'].map((field) => [`given[0].${field}`, undefined]));
});

test('a long list is made page by page, and each entry is the same wherever it is taken from', () => {
  const many = Array.from({ length: 1100 }, (_, at) => `Xã ${at}`);
  const all = upper.obligations({ start: '2025-06-01', end: '2025-08-01', agencies: many });
  assert.ok(all.length > 4000, String(all.length));
  const reports = [...all];
  assert.deepEqual(all.reports, reports);
  assert.equal(all.reports, all.reports);
  for (const at of [0, 1, 999, 1000, 1001, 3999, all.length - 1]) assert.deepEqual(all.at(at), reports[at]);
  for (const at of [-1, -1001, -all.length]) assert.deepEqual(all.at(at), reports.at(at));
  for (const at of [all.length, -all.length - 1, 2 ** 40]) assert.equal(all.at(at), undefined);
  for (const range of [[], [998, 1003], [-3], [5, 2], [-5, -2], [0, 2 ** 40], [-(2 ** 40), 2]]) assert.deepEqual(all.slice(...range), reports.slice(...range));
  const judged = all.timeliness([{ ...submission, agency: 'Xã 1099' }], [], '2025-08-01');
  assert.equal(judged.length, all.length);
  assert.deepEqual(judged.at(1000), [...judged][1000]);
  assert.equal(judged.reports.filter(({ standing }) => standing === 'late').length, 1);
});

test('a list is written as the library writes it, and reads back as its fields', () => {
  assert.equal(JSON.stringify(owed), owed.toJson());
  assert.deepEqual(JSON.parse(owed.toJson()), { reports: owed.reports, findings: owed.findings });
  const judged = owed.timeliness([submission], [exemption], '2025-06-22');
  const { today, total, byAgency, byPeriod, byCycle, unmatched, reports } = judged;
  assert.deepEqual(JSON.parse(JSON.stringify(judged)), { today, total, byAgency, byPeriod, byCycle, unmatched, reports });
  assert.deepEqual(reports.map(({ exempt }) => exempt).filter(Boolean), [{ reason: 'recorded', text: 'đang sắp xếp' }]);
});

test('records of a file are told apart, and judge as plain ones do', () => {
  const observation = { type: 'observation', id: 'o1', date: '2025-12-31', recorded: '2026-01-05', source: 'ví dụ', indicator: '8', value: '19.5', status: 'official' };
  const file = {
    schemaVersion: 1, synthetic: true,
    records: [{ type: 'exemption', ...exemption }, { type: 'submission', ...submission }, observation],
  };
  const known = records(file);
  const [sent, exempt] = [known.submissions, known.exemptions];
  assert.deepEqual([known.observations, sent, exempt], [[observation], [{ type: 'submission', ...submission }], [{ type: 'exemption', ...exemption }]]);
  assert.deepEqual(known.latest('8', '2026-01-06'), observation);
  assert.equal(known.latest('8', '2025-01-06'), null);
  assert.deepEqual(known.toJSON(), file);
  assert.deepEqual(records(known.toJson()).toJSON(), file);
  assert.deepEqual(measured(observation), { value: '19.5' });
  const judged = (submissions, exemptions) => owed.timeliness(submissions, exemptions, '2025-06-22').toJson();
  assert.equal(judged(sent, exempt), judged([submission], [exemption]));
});

test('a registry, a calendar and a roster of a caller decide whom a question is about', () => {
  const own = registry().toJSON();
  own.agencies.push({ id: 'mau', name: 'Sở Mẫu', level: 'province', begun: { on: '2025-06-15', source: 'ví dụ' } });
  const query = { start: '2025-06-09', end: '2025-06-21', agencies: ['mau'] };
  const reasons = (registry) => upper.obligations({ ...query, registry }).reports.map(({ exempt }) => exempt);
  const begun = { reason: 'body-not-begun', date: '2025-06-15' };
  assert.deepEqual(reasons(own), [begun, begun, undefined]);
  assert.deepEqual(reasons(registry(own)), reasons(own));
  const roster = [{ group: 'các sở, ban, ngành', agencies: ['so-nv', 'Sở Tài chính'] }];
  const { reports, reportingUnits } = upper.obligations({ periods: ['2025-Q2'], agencies: ['cac-so-ban-nganh'], roster });
  assert.deepEqual(reports.map(({ rule, period, agency }) => [rule, period, agency]),
    [['quarterly', '2025-Q2', 'so-nv'], ['quarterly', '2025-Q2', 'Sở Tài chính']]);
  assert.deepEqual(reportingUnits[1], { agency: 'Sở Tài chính', id: 'so-tc', name: 'Sở Tài chính' });
});

test('each option reaches the library, and what is undefined is left out', () => {
  const june = (query) => upper.obligations({ start: '2025-06-20', end: '2025-06-21', selectBy: 'written', ...query }).at(0);
  assert.equal(june({}).due, '2025-06-19');
  assert.equal(june({ beforeInclusive: true }).due, '2025-06-20');
  assert.equal(june({ graceDays: 3 }).due, '2025-06-22');
  assert.equal(june({ decree09Cutoff: true }).cutoff.rule, 'decree_09_2019');
  assert.equal(june({ ofNextMonth: true }).period, '2025-05');
  // The plan says itself from when its rules hold.
  assert.equal(june({ effective: '2025-06-21' }).due, '2025-06-19');
  assert.equal(june({ selectBy: 'due' }), undefined);
  const none = { effective: null, calendar: null, registry: null, limits: null, graceDays: undefined, agencies: undefined };
  assert.deepEqual(june(none), june({}));
  const returned = { ...submission, date: '2025-06-19', returned: true };
  const standing = (query) => upper.obligations({ start: '2025-06-19', end: '2025-06-20', agencies, ...query }).timeliness([returned], [], '2025-06-22').at(0).standing;
  assert.equal(standing({}), 'missing');
  assert.equal(standing({ countReturned: true }), 'on_time');
});

test('sentences and reminders are in the language asked for', () => {
  const judged = owed.timeliness([submission], [], '2025-06-22');
  assert.match(judged.reminders(0)[0].text, /^Theo 231\/KH-UBND, đề nghị Sở Nội vụ gửi /);
  assert.match(judged.reminders(7, 'en')[1].text, /^Under 231\/KH-UBND, Sở Tài chính is asked to send /);
  assert.equal(judged.sentences('vi').length, judged.sentences('en').length);
  assert.deepEqual(judged.sentences(), judged.sentences('vi'));
});

test('the duties of a month are those of each plan, wherever they are written', () => {
  const duties = (month, options) => dutiesOfMonth([{ plan: upper, query: options }, { plan: lower, query: { effective: '2025-07-01', ...options } }], 'so-nv', month);
  const due = (month, options) => duties(month, options).map(({ plan, due }) => [plan, due]);
  // By option the reports on December are due in January, on days written there.
  assert.deepEqual(due('2026-01', { ofNextMonth: true }), [['tien-dien', '2026-01-14'], ['ha-tinh-231', '2026-01-19']]);
  // Beside the same reports as a whole, month by month.
  for (const [plan, effective] of [[upper], [lower, '2025-07-01']]) {
    const query = { effective, graceDays: 40 };
    const all = plan.obligations({ start: '2025-01-01', end: '2027-12-31', agencies: ['so-nv'], ...query }).reports;
    for (let month = 1; month <= 12; month += 1) {
      const id = `2026-${String(month).padStart(2, '0')}`;
      const wanted = all.filter(({ due, exempt }) => due?.startsWith(id) && !exempt).map(({ rule, period }) => `${rule} ${period}`);
      const found = dutiesOfMonth([{ plan, query }], 'so-nv', id).filter(({ due }) => due);
      assert.deepEqual(found.map(({ rule, period }) => `${rule} ${period}`).sort(), wanted.sort(), id);
    }
  }
  assert.deepEqual(dutiesOfMonth([], 'so-nv', '2026-01'), []);
  assert.deepEqual(dutiesOfMonth([{ plan: lower }], 'so-nv', '2026-01'), []);
});

test('a rule is due in a period as its reports are', () => {
  for (const rule of upper.regime.rules.filter(({ due }) => due)) {
    const { id } = periodHolding(rule.cycle, '2025-06-15');
    const [report] = upper.obligations({ periods: [id], graceDays: 2 }).reports.filter((report) => report.rule === rule.code);
    assert.equal(dueIn(rule, id, { graceDays: 2 }).due, report.due);
  }
  const own = calendar().withDays([{ date: '2025-11-29', off: false, name: 'Làm bù' }]);
  const [yearly] = upper.regime.rules.filter(({ cycle }) => cycle === 'yearly');
  assert.equal(dueIn(yearly, '2025', { dayOffShift: 'next_working_day', calendar: own }).due, '2025-11-29');
});

test('an iCalendar file has lines of 75 octets at most, and one event for each report', () => {
  const owed = upper.obligations({ start: '2025-06-01', end: '2026-01-01', agencies: ['so-nv', 'so-khcn'] });
  const lines = owed.toIcs(stamp, 'en').split('\r\n');
  assert.equal(lines.pop(), '');
  for (const line of lines) assert.ok(Buffer.byteLength(line) <= 75, line);
  const uids = lines.filter((line) => line.startsWith('UID:'));
  assert.equal(uids.length, owed.reports.filter(({ due, exempt }) => due && !exempt).length);
  assert.equal(new Set(uids).size, uids.length);
});
