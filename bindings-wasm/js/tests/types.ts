// A program that must compile, with misuses that must not. packaging.test.mjs compiles it against the packed package.
import {
  compare, load, parseDeadline, parseNumber, parseTarget, planFromJson, planToJson, TiendoError,
  type Comparison, type Deadline, type MilestoneTarget, type NoteCode, type Plan, type PlanFile,
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
// @ts-expect-error dates are text
parseDeadline(new Date(), { beforeInclusive: true });

const plan: Plan = planFromJson(new Uint8Array());
const file: PlanFile = JSON.parse(planToJson(plan));
planToJson(file);
for (const { row, targets } of plan.indicators) console.log(row.targets[0]?.target.kind, targets[0]?.text, due);

try {
  planFromJson('');
} catch (error) {
  if (error instanceof TiendoError && error.code === 'bad-json') console.log(error.row, error.span?.start);
}
