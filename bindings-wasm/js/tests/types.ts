// A program that must compile, with misuses that must not. packaging.test.mjs compiles it against the packed package.
import {
  agencies, compare, comparePlans, compareTargets, lint, load, parseDeadline, parseNumber, parseTarget, planFromJson,
  planToJson, splitAgencies, suggestLinks, TiendoError,
  type Agency, type Comparison, type Deadline, type Finding, type MilestoneTarget, type NoteCode, type Plan, type PlanFile,
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
if (target.kind === 'at_least') compare({ value }, target, 'higher_is_better');
// @ts-expect-error no such kind
if (target.kind === 'at least') throw code;

const result: Comparison = compare({ fullYears: ['1', '2'] }, target, 'lower_is_better', { risingDecides: true });
if (result.verdict === 'undetermined') console.log(result.reason === 'no-value', result.why.vi, low);
// @ts-expect-error no such direction
compare({}, target, 'up');
// @ts-expect-error no such option
compare({}, target, 'higher_is_better', { equal: true });

const deadline: Deadline = parseDeadline('6/2025', { monthDay: 25 });
const due: string | undefined = deadline.due;
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
for (const { kind, id } of splitAgencies('Sở Y tế', registry).agencies) console.log(kind === 'group', id?.length);
// @ts-expect-error a registry is JSON text
splitAgencies('Sở Y tế', agencies());

const plan: Plan = planFromJson(new Uint8Array());
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

try {
  planFromJson('');
} catch (error) {
  if (error instanceof TiendoError && error.code === 'bad-json') console.log(error.row, error.span?.start);
}
