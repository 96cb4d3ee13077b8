// A program that must compile, with misuses that must not. packaging.test.mjs compiles it against the packed package.
import {
  agencies, calendar, codeLists, compare, compareCodes, comparePlans, compareTargets, dateInVietnam, dayStatus, dutiesOfMonth,
  exemptSentence, expand, find, icalendar, limits, lint, load, nextWorkingDay, noteSentence, obligations, parseDeadline,
  parseNumber, parseTarget, period, periodHolding, planFromJson, planToJson, previousWorkingDay, reasonSentence, slack,
  splitAgencies, succession, suggestLinks, TiendoError, timeliness,
  type Agency, type AgencyGroup, type Calendar, type Comparison, type Decimal, type DutiesOptions, type Exemption, type Finding,
  type GivenReport, type Indicator, type IndicatorCells, type ISODate, type Limits, type MilestoneTarget, type MonthDuty,
  type NoteCode, type Obligation, type Period, type Plan, type PlanDocument, type PlanFile, type ReadDeadline, type Report,
  type ReportingQuery, type Roster, type RuleCode, type Slack, type Submission, type Succession, type Task, type Timeliness,
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

const target: MilestoneTarget = parseTarget('≥ 50%', null);
const code: NoteCode | undefined = target.notes?.[0]?.code;
// @ts-expect-error what is absent may be undefined
const low: string = target.low;
if (target.kind === 'at_least') compare({ value: target.value }, target, 'higher_is_better');
if (target.kind === 'interval') compare({ fullYears: [target.low, target.high] }, target, 'higher_is_better');
// @ts-expect-error exact numbers and dates of results are marked: other text is none
const exact: Decimal = '0.7';
// @ts-expect-error no such kind
if (target.kind === 'at least') throw code;

const result: Comparison = compare({ fullYears: ['1', '2'] }, target, 'lower_is_better', { risingDecides: true });
if (result.verdict === 'undetermined') console.log(reasonSentence(result.reason), result.why.vi, low, exact);
// @ts-expect-error a verdict that is known has no reason
if (result.verdict === 'met') console.log(result.reason);
const rule: RuleCode = result.why.rule;
// @ts-expect-error no such direction
compare({}, target, 'up');
// @ts-expect-error no such option
compare({}, target, 'higher_is_better', { equal: true });

const deadline: ReadDeadline = parseDeadline('6/2025', { monthDay: 25, limits: { textChars: 100 } });
const due: ISODate | undefined = deadline.due;
console.log(deadline.why?.vi);
// @ts-expect-error a deadline without a day has no why
console.log(deadline.why.vi);
// @ts-expect-error dates are text
parseDeadline(new Date(), { beforeInclusive: true });

const strength: 'weaker' | 'equal' | 'stronger' | null = compareTargets(target, target, 'higher_is_better');
if (strength === null) console.log('not comparable');
// @ts-expect-error no such strength
if (strength === 'better') throw strength;

const known: Agency[] = agencies().agencies;
const registry = JSON.stringify({ schemaVersion: 1, agencies: known, groups: agencies(null).groups });
const groups: AgencyGroup[] = agencies().groups;
for (const { kind, id } of splitAgencies('Sở Y tế', registry).agencies) console.log(kind === 'group', id?.length);
// @ts-expect-error a registry is JSON text
splitAgencies('Sở Y tế', agencies());

const ended: Succession = succession(find('Sở Y tế')?.id ?? '', '2025-07-01', registry);
if (ended.kind === 'succeeded') console.log(ended.successor, groups[0]?.aliases?.length, rule === 'reach');
// @ts-expect-error who exists has no successor
if (ended.kind === 'same') console.log(ended.successor);
const roster: Roster[] = [{ group: 'các sở', agencies: ['so-nv'] }];
for (const { items } of expand(splitAgencies('Các sở', null), roster)) console.log(items?.length);

const most: Limits = limits();
// @ts-expect-error no such limit
parseTarget('5', null, { limits: { colours: 3 } });
console.log(most.textChars.toFixed(), codeLists()[0]?.codes[0]?.vi, noteSentence('empty', 'en'), ['7.10', '7.2'].sort(compareCodes));
// @ts-expect-error no such note
noteSentence('none');

const plan: Plan = planFromJson(new Uint8Array(), { limits: { ...most, tasks: 10 } });
const [row, task]: [Indicator | undefined, Task | undefined] = [plan.indicators[0], plan.tasks[0]];
const published: IndicatorCells | undefined = row;
const document: PlanDocument | undefined = plan.implements?.[0];
console.log(row?.row.lead, task?.readDeadline.why?.rule === 'month_end', published?.lead, document?.issued?.length);
const file: PlanFile = JSON.parse(planToJson(plan));
planToJson(file);
const findings: Finding[] = [...lint(plan), ...comparePlans(plan, file, registry)];
for (const { code, places } of findings) console.log(code === 'no-lead', places[0]?.kind === 'task', places[0]?.year?.toFixed());
// @ts-expect-error no such finding
if (findings[0]?.code === 'no lead') throw findings;
// @ts-expect-error a plan is an object, not its text
lint('{}');
for (const { kind, shared } of suggestLinks(file, plan)) console.log(kind === 'indicator', shared);
console.log(file.derives?.tasks[0]?.how === 'same', file.body?.[0]?.text, file.indicators[0]?.otherCodes, file.indicators[0]?.undated);
for (const { row, targets } of plan.indicators) console.log(row.targets[0]?.target.kind, targets[0]?.text, due);

console.log(plan.regime?.rules[0]?.cutoff?.day, known[0]?.begun?.on);

const quarter: Period = period('2025-Q2');
const held: Period | null = periodHolding(quarter.cycle, quarter.end);
// @ts-expect-error there may be no such period
console.log(held.id);
// @ts-expect-error no such cycle
periodHolding('weekly', '2025-06-01');
// @ts-expect-error a period is no object of a class
new Period('2025-06');

const own: Calendar = { ...calendar(), years: [2025] };
if (dayStatus('2025-09-02', own).off) console.log(dayStatus('2025-09-02', null).day?.source);
console.log(nextWorkingDay(previousWorkingDay('2025-11-29'), own), dateInVietnam(new Date().toISOString()));
// @ts-expect-error instants are text
dateInVietnam(new Date());
// @ts-expect-error a calendar is an object, not its text
dayStatus('2025-09-02', '{}');

const chosen: DutiesOptions = { dayOffShift: 'next_working_day', graceDays: 2, calendar: own, registry };
const given: GivenReport[] = [{ rule: 'ad-hoc', period: 'x', written: '2025-08-15', before: true }];
const owed: Obligation[] = obligations(plan, '2025-01-01', '2026-01-01', { ...chosen, agencies: ['so-nv'], given }).reports;
console.log(owed[0]?.steps?.includes('grace'), owed[0]?.cutoff?.rule === 'declared', owed[0]?.exempt && exemptSentence(owed[0].exempt));
const asked: ReportingQuery = { periods: ['2025-Q2'], agencies: ['cac-so'], roster, limits: { reports: 10 } };
console.log(obligations(plan, null, null, asked).reportingUnits[0]?.id);
// @ts-expect-error no such shift
obligations(plan, '2025-01-01', '2026-01-01', { dayOffShift: 'next' });
// @ts-expect-error days are not judged here
obligations(plan, '2025-01-01', '2026-01-01', { today: '2025-06-22' });
// @ts-expect-error dates are text
obligations(plan, new Date(), '2026-01-01');

const sent: Submission = { type: 'submission', id: 's', date: '2025-06-19', recorded: '2025-06-19', source: 'x', rule: 'monthly', period: '2025-06', agency: 'so-nv' };
const exempt: Exemption = { type: 'exemption', id: 'e', date: '2025-06-19', recorded: '2025-06-19', source: 'x', period: '2025-06', agency: 'so-nv', reason: 'x' };
const all: Timeliness = timeliness(file, '2025-01-01', '2026-01-01', { agencies: ['so-nv'], records: [sent, exempt], today: '2025-06-22' });
const judged: Report | undefined = all.reports[0];
if (judged?.standing === 'late') console.log(judged.days.toFixed(), judged.submitted, judged.due, all.total.onTimeRate, all.reminders?.[0]?.text);
// @ts-expect-error exact numbers are text
const rate: number | undefined = all.total.onTimeRate;
// @ts-expect-error a day to judge
timeliness(plan, '2025-01-01', '2026-01-01', { records: [] });
// @ts-expect-error no such record
timeliness(plan, '2025-01-01', '2026-01-01', { records: [{ ...sent, type: 'observation' }], today: '2025-06-22' });

const ics: string = icalendar(plan, '2025-01-01', '2026-01-01', { stamp: '2025-05-10T00:00:00Z', lang: 'en' });
// @ts-expect-error no such language
icalendar(plan, '2025-01-01', '2026-01-01', { stamp: ics, lang: 'fr' });
const duties: MonthDuty[] = dutiesOfMonth([{ plan, effective: '2025-01-01', given }, { plan: file }], 'so-nv', '2025-06', chosen);
// @ts-expect-error plans come with what the caller knows of them
dutiesOfMonth([plan], 'so-nv', '2025-06');
const between: Slack[] = slack(plan, file, '2025-01-01', '2026-01-01', { lowerEffective: '2025-01-01', ...chosen });
console.log(duties[0]?.due, between[0]?.days.toFixed(), rate);

try {
  planFromJson('');
} catch (error) {
  if (error instanceof TiendoError && (error.code === 'bad-json' || error.code === 'unknown-year')) console.log(error.row, error.span?.start, error.vi, error.others[0]?.expectedVi);
}
