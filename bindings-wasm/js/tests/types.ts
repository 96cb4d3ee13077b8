// A program that must compile, with misuses that must not. packaging.test.mjs compiles it against the packed package.
import {
  builtinCalendarIds, builtinPlanIds, calendar, codeLists, compare, compareCodes, comparePlans, compareTargets, cycleMonths,
  dateInVietnam, deadlineNotation, deadlinesMeanTheSame, deadlineWhy, dueIn, dutiesOfMonth, exemptSentence, isCertain, isNumeric,
  limits, load, loadPlan, measured, noteSentence, obligationLabel, parseDeadline, parseNumber, parseTarget, period, periodHolding,
  Plan, plan, reasonSentence, records, registry, slack, suggestLinks, targetNotation, targetsMeanTheSame, TiendoError,
  type Agency, type Calendar, type CalendarFile, type Comparison, type Deadline, type Decimal, type Due, type Exemption, type Finding,
  type GivenReport, type Group, type Indicator, type ISODate, type Limits, type Measured, type MilestoneTarget, type MonthDuty,
  type NoteCode, type Obligation, type Obligations, type Observation, type PeriodReading, type PlanFile, type Records, type Registry,
  type Report, type ReportingQuery, type Roster, type Row, type RuleCode, type Slack, type Submission, type Succession, type Task,
  type Timeliness, type Why,
} from 'tiendo';
import { load as loadInline, parseNumber as same } from 'tiendo/inline';

await load();
await load(new URL('https://example.org/tiendo.wasm'));
await load(await fetch('/tiendo.wasm'));
await load(new Uint8Array(8));
await loadInline();
// @ts-expect-error a number is no source
await load(5);

const value: string = same('0,7').value;
// @ts-expect-error exact numbers are text
parseNumber(0.7);

const target: MilestoneTarget = parseTarget('≥ 50%', null, { textChars: 100 });
const code: NoteCode | undefined = target.notes?.[0]?.code;
// @ts-expect-error what is absent may be undefined
const low: string = target.low;
if (target.kind === 'at_least') compare({ value: target.value }, target, 'higher_is_better');
if (target.kind === 'interval') compare({ fullYears: [target.low, target.high] }, target, 'higher_is_better');
// @ts-expect-error exact numbers and dates of results are marked: other text is none
const exact: Decimal = '0.7';
// @ts-expect-error no such kind
if (target.kind === 'at least') throw code;
console.log(targetNotation(target).length, targetsMeanTheSame(target, target), isNumeric(target), isCertain('ocr'));

const result: Comparison = compare({ fullYears: ['1', '2'], unit: null }, target, 'lower_is_better', { risingDecides: true });
if (result.verdict === 'undetermined') console.log(reasonSentence(result.reason), result.why.vi, low, exact);
// @ts-expect-error a verdict that is known has no reason
if (result.verdict === 'met') console.log(result.reason);
const rule: RuleCode = result.why.rule;
// @ts-expect-error no such direction
compare({}, target, 'up');
// @ts-expect-error no such option
compare({}, target, 'higher_is_better', { equal: true });

const deadline: Deadline = parseDeadline('6/2025', { monthDay: 25 }, null);
const due: ISODate | undefined = deadline.due;
const why: Why | null = deadlineWhy(deadline);
// @ts-expect-error a deadline without a day has no why
console.log(why.vi);
console.log(deadlineNotation(deadline), deadlinesMeanTheSame(deadline, deadline));
// @ts-expect-error dates are text
parseDeadline(new Date(), { beforeInclusive: true });

const strength: 'weaker' | 'equal' | 'stronger' | null = compareTargets(target, target, 'higher_is_better');
// @ts-expect-error no such strength
if (strength === 'better') throw strength;

const bodies: Registry = registry();
const known: Agency[] = bodies.agencies;
const groups: Group[] = registry({ schemaVersion: 1, agencies: known, groups: [] }).groups;
for (const { kind, id } of bodies.split('Sở Y tế').agencies) console.log(kind === 'group', id?.length);
const ended: Succession = bodies.succession(bodies.find('Sở Y tế')?.id ?? '', '2025-07-01');
if (ended.kind === 'succeeded') console.log(ended.successor, groups[0]?.aliases?.length, rule === 'reach');
// @ts-expect-error who exists has no successor
if (ended.kind === 'same') console.log(ended.successor);
const roster: readonly Roster[] = [{ group: 'các sở', agencies: ['so-nv'] }];
for (const { items } of bodies.expand(bodies.split('Các sở'), roster)) console.log(items?.length);

const most: Limits = limits();
const chars: number = limits().textChars;
// @ts-expect-error no such limit
parseTarget('5', null, { colours: 3 });
console.log(chars.toFixed(), codeLists()[0]?.codes[0]?.vi, noteSentence('empty', 'en'), ['7.10', '7.2'].sort(compareCodes));
// @ts-expect-error no such note
noteSentence('none');

const scan: Plan = await loadPlan(builtinPlanIds()[0] ?? '', { ...most, tasks: 10 });
const file: PlanFile = scan.toJSON();
const own: Plan = plan(file);
const [row, indicator, task]: [Row | null, Indicator | null, Task | null] = [own.row('1'), own.indicator('1'), own.task(1)];
console.log(row?.lead, indicator?.otherCodes, task?.title, own.deadline(1)?.due, own.milestoneOn('2026-01-01')?.toFixed(), own.title);
console.log(own.rows[0]?.targets[0]?.target.kind, own.deadlines.length, own.regime?.rules[0]?.cutoff?.day, plan(own.toJson()).id);
const findings: Finding[] = [...own.lint(), ...comparePlans(own, scan, bodies)];
for (const { code, places } of findings) console.log(code === 'no-lead', places[0]?.kind === 'task', places[0]?.year?.toFixed());
// @ts-expect-error no such finding
if (findings[0]?.code === 'no lead') throw findings;
// @ts-expect-error a plan is read first
comparePlans(file, scan);
// @ts-expect-error handles are made by functions
new Plan();
for (const { kind, shared } of suggestLinks(own, scan)) console.log(kind === 'indicator', shared, due);

const quarter: PeriodReading = period('2025-Q2');
const held: PeriodReading | null = periodHolding(quarter.cycle, quarter.end);
// @ts-expect-error there may be no such period
console.log(held.id);
// @ts-expect-error no such cycle
periodHolding('daily', '2025-06-01');
console.log(cycleMonths('monthly')?.toFixed(), builtinCalendarIds());

const days: CalendarFile = { ...calendar().toJSON(), years: [2025] };
const corrected: Calendar = calendar(days).withDays([{ date: '2025-09-02', off: false, name: 'Làm bù' }]);
if (corrected.status('2025-09-02').off) console.log(calendar('vn-civil-servants').status('2025-09-02').day?.source);
console.log(corrected.nextWorkingDay(corrected.previousWorkingDay('2025-11-29')), dateInVietnam(new Date().toISOString()));
// @ts-expect-error instants are text
dateInVietnam(new Date());

const given: GivenReport[] = [{ rule: 'ad-hoc', period: 'x', written: '2025-08-15', before: true }];
const query: ReportingQuery = { start: '2025-01-01', end: '2026-01-01', agencies: ['so-nv'], given, roster, calendar: corrected, registry: bodies, graceDays: 2 };
const owed: Obligations = own.obligations(query);
const first: Obligation | undefined = owed.at(0);
if (first?.due !== undefined) console.log(first.due.length, first.written.length, obligationLabel(first));
// @ts-expect-error a report without a date has no written day
if (first && first.due === undefined) console.log(first.written.length);
for (const { steps, cutoff, exempt } of owed) console.log(steps?.includes('grace'), cutoff?.rule === 'declared', exempt && exemptSentence(exempt));
console.log(owed.length, owed.slice(1).length, owed.reports.length, owed.findings.length, owed.reportingUnits[0]?.id);
// @ts-expect-error no such shift
own.obligations({ periods: ['2025'], dayOffShift: 'next' });
// @ts-expect-error days are not judged here
own.obligations({ periods: ['2025'], today: '2025-06-22' });
// @ts-expect-error dates are text
own.obligations({ start: new Date(), end: '2026-01-01' });

const sent: Submission = { id: 's', date: '2025-06-19', recorded: '2025-06-19', source: 'x', rule: 'monthly', period: '2025-06', agency: 'so-nv' };
const exempt: Exemption = { id: 'e', date: '2025-06-19', recorded: '2025-06-19', source: 'x', period: '2025-06', agency: 'so-nv', reason: 'x' };
const judged: Timeliness = owed.timeliness([sent], [exempt], '2025-06-22');
const report: Report | undefined = judged.at(-1);
if (report?.standing === 'late') console.log(report.days.toFixed(), report.submitted, report.due.length, judged.total.onTimeRate);
if (report?.standing === 'undated') console.log(report.due === undefined);
// @ts-expect-error a report without a date is due on none
if (report?.standing === 'undated') console.log(report.due.length);
// @ts-expect-error exact numbers are text
const rate: number | undefined = judged.total.onTimeRate;
console.log(judged.sentences('en')[0]?.length, judged.reminders(7)[0]?.text, judged.byAgency[0]?.key, judged.unmatched, rate);
// @ts-expect-error a day to judge
owed.timeliness([sent], []);
// @ts-expect-error no such record
owed.timeliness([{ ...sent, reason: 'x' }], [], '2025-06-22');
const all: Records = records({ schemaVersion: 1, synthetic: true, records: [] });
const latest: Observation | null = all.latest('8', '2026-01-01');
const seen: Measured | null = latest && measured(latest);
console.log(seen?.value, all.submissions.length, all.note?.length);

const ics: string = owed.toIcs('2025-05-10T00:00:00Z', 'en');
// @ts-expect-error no such language
owed.toIcs(ics, 'fr');
const duties: MonthDuty[] = dutiesOfMonth([{ plan: own, query: { effective: '2025-01-01', given } }, { plan: scan }], 'so-nv', '2025-06');
// @ts-expect-error plans come with what is asked of them
dutiesOfMonth([own], 'so-nv', '2025-06');
const between: Slack[] = slack(owed, owed);
const dated: Due | null = own.regime?.rules[0] ? dueIn(own.regime.rules[0], '2025', { dayOffShift: 'next_working_day', calendar: days }) : null;
console.log(duties[0]?.due, between[0]?.days.toFixed(), dated?.due, value);
for (const handle of [own, owed, judged, all, bodies, corrected]) handle.free();

try {
  plan('');
} catch (error) {
  if (error instanceof TiendoError && (error.code === 'bad-json' || error.code === 'bad-text')) console.log(error.row, error.span?.start, error.vi, error.others[0]?.expectedVi);
}
