/**
 * Reads published Vietnamese action plans: targets, deadlines and reporting cycles a program can check.
 *
 * Exact numbers are text (`'0.7'`), dates are text (`'2025-06-30'`): neither ever passes through a binary float or a
 * `Date`, which would change them. Results are plain objects; a field that says nothing is absent.
 *
 * In the examples `json` is the text of `tiendo/plans/ha-tinh-231.json`, and `file(id)` that of the plan with that id.
 *
 * @module
 */

/**
 * An exact decimal as canonical text: `'0.7'`, `'-12'`; at most six decimals, no exponent.
 *
 * @example
 * parseNumber('0,70').value; // → '0.7'
 */
export type Decimal = string;

/**
 * A day as text, `YYYY-MM-DD`.
 *
 * @example
 * parseDeadline('Quý IV/2025').due; // → '2025-12-31'
 */
export type ISODate = string;

/**
 * Prepares the library; every other function needs it first.
 *
 * The first call starts the loading and every later one returns the same promise, whatever it is given; after a
 * failure the next call tries again. Without a source the package's own file is taken: fetched in a browser, read in
 * Node. A page with a Content-Security-Policy needs `script-src 'wasm-unsafe-eval'`.
 *
 * @param source where the WebAssembly is, or the WebAssembly itself.
 * @throws {Error} where it cannot be fetched or compiled; `cause` is the reason.
 *
 * @example
 * import { load, parseNumber } from 'tiendo';
 * await load();
 * parseNumber('0,7').value; // → '0.7'
 */
export declare function load(
  // TypeScript's own type of a module is empty: alone it would let numbers in.
  source?: URL | string | Response | Promise<Response> | ArrayBuffer | ArrayBufferView | (WebAssembly.Module & object),
): Promise<void>;

/**
 * Reads one numeral of Vietnamese official text.
 *
 * @throws {TiendoError} `bad-number`.
 *
 * @example
 * parseNumber('1.200,5'); // → { value: '1200.5', ambiguous: false }
 * parseNumber('3.000'); // → { value: '3000', ambiguous: true }
 */
export declare function parseNumber(text: string): Numeral;

/**
 * A numeral that was read.
 *
 * @example
 * parseNumber('1,234').ambiguous; // → true
 */
export interface Numeral {
  value: Decimal;
  /** Its mark could have meant something else: `3.000` may be 3000 or 3. */
  ambiguous: boolean;
}

/**
 * Reads one target cell.
 *
 * Reading is total: a cell that fits no form is `unrecognised` and its notes say why.
 *
 * @param unit the text of the row's unit column, where there is one.
 * @throws {TiendoError} `cell-too-long`, beyond 10,000 characters.
 *
 * @example
 * parseTarget('≥ 50%.').kind; // → 'at_least'
 * parseTarget('≥ 20', '% GRDP').base; // → 'GRDP'
 */
export declare function parseTarget(text: string, unit?: string | null): MilestoneTarget;

/**
 * What a target asks for.
 *
 * @example
 * parseTarget('Thuộc nhóm 30 tỉnh, thành dẫn đầu').kind; // → 'at_most'
 */
export type TargetKind =
  | 'at_least'
  | 'more_than'
  | 'at_most'
  | 'less_than'
  | 'equal'
  | 'reach'
  | 'interval'
  | 'presence'
  | 'qualitative'
  | 'deferred'
  | 'none'
  | 'several'
  | 'unrecognised';

/**
 * `percent`, `count`, `rank`, `score`, or the unit as it is written (`đồng`, `%/năm`).
 *
 * @example
 * parseTarget('không quá 5 ngày').unit; // → 'ngày'
 */
export type Unit = 'percent' | 'count' | 'rank' | 'score' | (string & {});

/**
 * What a plan asks of an indicator at one milestone: the cell as published, and what was understood.
 *
 * `kind` says which of the other fields speak: the operators and `reach` have `value`, an interval `low` and `high`,
 * `presence` has `present` and perhaps one of `parts`, `several` has `parts`.
 *
 * @example
 * const target = parseTarget('6G (50%)');
 * target.qualifier; // → '6G'
 * target.value; // → '50'
 */
export interface MilestoneTarget {
  kind: TargetKind;
  value?: Decimal;
  low?: Decimal;
  high?: Decimal;
  /** `Có` or `Không`. */
  present?: boolean;
  unit?: Unit;
  /** What a percent is of (`GRDP`). */
  base?: string;
  /** What a count counts (`phường`). */
  noun?: string;
  /** The thing measured, where it is not the indicator's usual one (`6G`). */
  qualifier?: string;
  /** Where or among whom it holds (`Đông Nam Á`). */
  scope?: string;
  parts?: MilestoneTarget[];
  /** The value must also keep rising. */
  rising: boolean;
  /** The mark of the footnote the cell names; empty for a bare `(*)`. */
  footnote?: string;
  /** The code of the indicator a footnote puts in this one's place. */
  proxy?: string;
  notes?: Note[];
  /** The cell, verbatim. */
  text: string;
}

/**
 * Something to know about a reading: a code, and the place it speaks of.
 *
 * @example
 * parseTarget('≥ 3.000').notes; // → [{ code: 'ambiguous-number', span: { start: 2, end: 7 } }]
 */
export interface Note {
  code: NoteCode;
  span?: Span;
}

/**
 * The kinds of notes. A later version may have more.
 *
 * @example
 * parseTarget('-').notes?.[0]?.code; // → 'dash'
 */
export type NoteCode =
  | 'ambiguous-number'
  | 'unit-inferred'
  | 'unit-changes'
  | 'qualifier-changes'
  | 'unit-overrides-column'
  | 'ocr-uncertain'
  | 'implausible'
  | 'illegible'
  | 'dash'
  | 'not-asked'
  | 'footnote-missing'
  | 'target-undetermined'
  | 'proxy'
  | 'footnote-unread'
  | 'direction-conflict'
  | 'kind-inferred'
  | 'kind-ambiguous'
  | 'requirement-in-name'
  | 'lead-inherited'
  | 'heading-lost'
  | 'taken-from-elsewhere'
  | 'empty'
  | 'unread-text'
  | 'bad-numeral'
  | 'number-out-of-range'
  | 'reversed'
  | 'ambiguous-sign'
  | 'too-long'
  | 'no-date'
  | 'no-such-date'
  | 'no-such-period'
  | 'no-year'
  | 'year-out-of-range'
  | 'unknown-cycle';

/**
 * A part of a text, counted in Unicode characters, not in the units of a JavaScript string.
 *
 * @example
 * const { text, notes = [] } = parseTarget('≥ 3.000');
 * const { start, end } = notes[0].span;
 * [...text].slice(start, end).join(''); // → '3.000'
 */
export interface Span {
  start: number;
  /** One past the last character. */
  end: number;
}

/**
 * Reads one deadline cell.
 *
 * Reading is total: a date is never guessed, and a cell that could not be read is `recognised: false`.
 *
 * @throws {TiendoError} `cell-too-long`, beyond 10,000 characters; `bad-option`.
 *
 * @example
 * parseDeadline('trước ngày 15/7/2025').due; // → '2025-07-14'
 * parseDeadline('6/2025', { monthDay: 25 }).due; // → '2025-06-25'
 */
export declare function parseDeadline(text: string, options?: DeadlineOptions): Deadline;

/**
 * What a caller may choose about reading deadlines.
 *
 * @example
 * parseDeadline('trước 15/7/2025', { beforeInclusive: true }).due; // → '2025-07-15'
 */
export interface DeadlineOptions {
  /** The day a bare month is due, 1 to 31; its last by default. */
  monthDay?: number | null;
  /** "Before" includes the day it names. */
  beforeInclusive?: boolean | null;
  /** "And the following years" falls due each 31 December. */
  followingYearsJudged?: boolean | null;
}

/**
 * When a task is due: the cell as published, and what was understood. Each part is independent of the others.
 *
 * @example
 * const deadline = parseDeadline('Báo cáo đầu tiên trước ngày 25/7/2026; cập nhật hằng tháng');
 * deadline.due; // → '2026-07-24'
 * deadline.recurrence; // → 'monthly'
 * deadline.why?.vi; // → '“Trước 25/7/2026”: ngày cuối cùng đúng hạn là 24/7/2026.'
 */
export interface Deadline {
  /** The first day of the work. */
  start?: ISODate;
  /** The date as written: differs from `due` under "before". */
  written?: ISODate;
  /** The last day on time. */
  due?: ISODate;
  /** How `due` was found. */
  rule?: DateRule;
  recurrence?: Cycle;
  /** The work goes on. */
  continues: boolean;
  /** "And the following years". */
  followingYears: boolean;
  /** What must come first. */
  awaits?: Awaits[];
  /** The outside document or schedule that sets the date, as written. */
  reference?: string;
  onDemand: boolean;
  recognised: boolean;
  notes?: Note[];
  /** The cell, verbatim. */
  text: string;
  /** How `due` follows from what is written; absent where there is no such day. */
  why?: Why;
}

/**
 * How the last day on time was found from what is written.
 *
 * @example
 * parseDeadline('6/2025').rule; // → 'month_end'
 */
export type DateRule =
  | 'day'
  | 'month_end'
  | 'month_day'
  | 'quarter_end'
  | 'half_end'
  | 'year_end'
  | 'civil_code_146'
  | 'before'
  | 'before_inclusive';

/**
 * How often something recurs.
 *
 * @example
 * parseDeadline('Định kỳ hằng quý').recurrence; // → 'quarterly'
 */
export type Cycle =
  | 'monthly'
  | 'quarterly'
  | 'half_yearly'
  | 'nine_monthly'
  | 'yearly'
  | 'term'
  | 'ad_hoc';

/**
 * A document or decision that must come first.
 *
 * @example
 * parseDeadline('30 ngày sau khi Trung ương ban hành').awaits?.[0]?.offsetDays; // → 30
 */
export interface Awaits {
  issuer?: string;
  /** The event as written. */
  text: string;
  /** Calendar days the work may take after it. */
  offsetDays?: number;
}

/**
 * Compares a value with a target.
 *
 * @param target as {@link parseTarget} returned it, or as it stands in a {@link Row}.
 * @throws {TiendoError} `bad-number` for a value that is no plain decimal; `bad-value` for two values at once or what
 *   is no direction; for what is no target, as for a file.
 *
 * @example
 * const target = parseTarget('≥ 0,7');
 * compare({ value: '0.70' }, target, 'higher_is_better').verdict; // → 'met'
 * compare({}, target, 'higher_is_better').reason; // → 'no-value'
 */
export declare function compare(
  measured: Measured,
  target: MilestoneTarget,
  direction: Direction,
  options?: CompareOptions,
): Comparison;

/**
 * What was measured: at most one of `value`, `present` and `judgement`, and what it measures where that is known.
 *
 * @example
 * compare({ present: true }, parseTarget('Có'), 'higher_is_better').verdict; // → 'met'
 */
export interface Measured {
  value?: Decimal | null;
  /** Whether the thing is in place. */
  present?: boolean | null;
  /** Whether a qualitative target is judged met. */
  judgement?: boolean | null;
  /** The value's unit; the target's where absent. */
  unit?: Unit | null;
  /** The thing measured, where it is not the indicator's usual one. */
  qualifier?: string | null;
  /** The values of the last two full years, the earlier first. */
  fullYears?: readonly [Decimal, Decimal] | null;
}

/**
 * Which way an indicator gets better.
 *
 * @example
 * compare({ value: '25' }, parseTarget('40% - 50%'), 'lower_is_better').verdict; // → 'met'
 */
export type Direction = 'higher_is_better' | 'lower_is_better';

/**
 * What a caller may choose about comparing.
 *
 * @example
 * compare({ value: '25' }, parseTarget('= 20%'), 'higher_is_better', { equalExactly: true }).verdict; // → 'not_met'
 */
export interface CompareOptions {
  /** A bare number and `=` ask for exactly that number, not that number or better. */
  equalExactly?: boolean | null;
  /** `và tăng dần` must hold too. */
  risingDecides?: boolean | null;
}

/**
 * The result of comparing a value with a target.
 *
 * @example
 * const result = compare({ value: '45' }, parseTarget('≥ 50%.'), 'higher_is_better');
 * result.verdict; // → 'not_met'
 * result.margin; // → '-5'
 * result.why.vi; // → '45% thấp hơn mức yêu cầu 50%: chưa đạt.'
 */
export interface Comparison {
  verdict: 'met' | 'not_met' | 'undetermined';
  /** Why the verdict is undetermined. */
  reason?: Reason;
  /** How much better (positive) or worse than asked, in the target's unit. */
  margin?: Decimal;
  /** Value ÷ required, or required ÷ value where lower is better. */
  attainment?: Decimal;
  /** Where the value lies against an interval. */
  position?: IntervalPosition;
  /** Whether the value rose, where the target asks for it. */
  rising?: Trend;
  /** One result for each of several requirements. */
  parts?: Comparison[];
  why: Why;
}

/**
 * Where a value lies against an interval; `within` and `beyond` both meet it.
 *
 * @example
 * compare({ value: '45' }, parseTarget('40% – 50%'), 'higher_is_better').position; // → 'within'
 */
export type IntervalPosition = 'short' | 'within' | 'beyond';

/**
 * Whether a value rose between the last two full years.
 *
 * @example
 * const target = parseTarget('≥ 3% và tăng dần');
 * compare({ value: '4', fullYears: ['3', '4'] }, target, 'higher_is_better').rising; // → 'rising'
 */
export type Trend = 'rising' | 'not_rising' | 'unknown';

/**
 * Why a verdict is undetermined.
 *
 * @example
 * compare({}, parseTarget('Tiên tiến, hiện đại'), 'higher_is_better').reason; // → 'needs-judgement'
 */
export type Reason =
  | 'no-target'
  | 'target-undetermined'
  | 'proxy-without-value'
  | 'footnote-missing'
  | 'unit-differs'
  | 'qualifier-differs'
  | 'needs-judgement'
  | 'no-value'
  | 'no-baseline'
  | 'too-few-points'
  | 'year-not-over'
  | 'not-numeric'
  | 'rank-base-changed'
  | 'divisor-zero'
  | 'unrecognised';

/**
 * Why a result is what it is: enough to recompute it by hand.
 *
 * @example
 * const { why } = compare({ value: '45' }, parseTarget('≥ 50%'), 'higher_is_better');
 * why.rule; // → 'at_least'
 * why.numbers; // → [{ name: 'value', value: '45' }, { name: 'required', value: '50' }]
 */
export interface Why {
  /** The code of the rule that decided. */
  rule: string;
  numbers: { name: string; value: Decimal }[];
  dates: { name: string; value: ISODate }[];
  /** The sentence in Vietnamese. */
  vi: string;
  /** The sentence in English. */
  en: string;
}

/**
 * How much `target` asks beside `other`, of the same measure; `null` where they cannot be compared: another unit, base
 * or qualifier, prose, no number.
 *
 * An interval counts by its weaker bound, a bare number and `=` as `≥` (or `≤` where lower is better), and of equal
 * numbers `>` asks for more than `≥`.
 *
 * @throws {TiendoError} for what is no target or direction.
 *
 * @example
 * compareTargets(parseTarget('> 60%'), parseTarget('≥ 60%'), 'higher_is_better'); // → 'stronger'
 * compareTargets(parseTarget('> 60%'), parseTarget('≥ 60'), 'higher_is_better'); // → null
 */
export declare function compareTargets(
  target: MilestoneTarget,
  other: MilestoneTarget,
  direction: Direction,
): Strength | null;

/**
 * How much one target asks beside another.
 *
 * @example
 * compareTargets(parseTarget('≤ 3'), parseTarget('≤ 5'), 'lower_is_better'); // → 'stronger'
 */
export type Strength = 'weaker' | 'equal' | 'stronger';

/**
 * Splits a cell (cơ quan chủ trì, cơ quan phối hợp) into the bodies and groups it names.
 *
 * Names hold commas and `và` themselves, so the longest name of the registry wins before anything separates. Words of
 * no entry are an unknown agency.
 *
 * @param registry the JSON of another registry than the library's own.
 * @throws {TiendoError} where the registry is wrong.
 *
 * @example
 * const cell = splitAgencies('Sở Văn hóa, Thể thao và Du lịch; các sở, ban, ngành liên quan;…');
 * cell.agencies.map(({ id }) => id); // → ['so-vhttdl', 'cac-so-ban-nganh']
 * cell.open; // → true
 */
export declare function splitAgencies(cell: string, registry?: string | null): AgencyCell;

/**
 * A cell of agencies, split.
 *
 * @example
 * splitAgencies('-').agencies; // → []
 */
export interface AgencyCell {
  /** The bodies and groups, in the order of the cell. */
  agencies: NamedAgency[];
  /** The list is left open (`…`). */
  open: boolean;
  /** The cell, verbatim. */
  text: string;
}

/**
 * One body or group that a cell names.
 *
 * @example
 * const [health] = splitAgencies('- Sở Y tế (nhiệm vụ 3).').agencies;
 * health.id; // → 'so-yt'
 * health.items; // → [3]
 */
export interface NamedAgency {
  kind: AgencyKind;
  /** Its id in the registry; absent for words of no entry. */
  id?: string;
  /** The canonical name of a body, else the words of the cell. */
  name: string;
  /** Which of them, as written after the name: `liên quan`. */
  tail?: string;
  /** The numbered items of the task it leads, `(nhiệm vụ 1,2)`; absent for all. */
  items?: number[];
  /** Its place in the cell. */
  span: Span;
}

/**
 * What a part of an agency cell names.
 *
 * @example
 * splitAgencies('Sở Phép thuật').agencies[0].kind; // → 'unknown'
 */
export type AgencyKind = 'agency' | 'group' | 'unknown';

/**
 * The bodies and groups that cells name, in the registry's order.
 *
 * @param registry the JSON of another registry than the library's own.
 * @throws {TiendoError} those of files; `duplicate-code` for an id or a name two entries share; `unknown-code` for a
 *   successor that is no id.
 *
 * @example
 * agencies().agencies.find(({ id }) => id === 'so-khcn')?.name; // → 'Sở Khoa học và Công nghệ'
 */
export declare function agencies(registry?: string | null): AgencyRegistry;

/**
 * A registry. Its file also has `schemaVersion` 1.
 *
 * @example
 * const known = agencies();
 * known.agencies.push({ id: 'bao-mau', name: 'Báo Mẫu', level: 'province' });
 * const registry = JSON.stringify({ schemaVersion: 1, ...known });
 * splitAgencies('Báo Mẫu', registry).agencies[0].id; // → 'bao-mau'
 */
export interface AgencyRegistry {
  agencies: Agency[];
  groups: AgencyGroup[];
}

/**
 * A body that leads, cooperates, reports or receives.
 *
 * @example
 * const agency = agencies().agencies.find(({ id }) => id === 'so-tttt');
 * agency?.ended?.on; // → '2025-03-01'
 * agency?.ended?.successor; // → 'so-khcn'
 */
export interface Agency {
  /** A short id, unique in the registry. */
  id: string;
  /** Its canonical name. */
  name: string;
  /** Short names, former spellings and known misspellings. */
  aliases?: string[];
  level: Level;
  /** The province or commune it belongs to; absent for a body every one has. */
  place?: string;
  ended?: {
    /** The first day it no longer existed. */
    on: ISODate;
    /** The one body that took over; absent where there is no single one. */
    successor?: string;
    /** The act that ended it, or what is known of it. */
    source: string;
  };
}

/**
 * A collective lead that stands for many bodies.
 *
 * @example
 * agencies().groups.find(({ id }) => id === 'cac-so-ban-nganh')?.name; // → 'Các sở, ban, ngành'
 */
export interface AgencyGroup {
  /** A short id, unique in the registry. */
  id: string;
  /** Its wording. */
  name: string;
  /** Other wordings. */
  aliases?: string[];
}

/**
 * Reads a plan's JSON, and in it each indicator's row and each task's deadline.
 *
 * Nothing is read in part: the first thing wrong is thrown with its place. The package's own plans are files,
 * `tiendo/plans/<id>.json`: `ha-tinh-231`, `tien-giang-69`, `tien-dien`, `ha-tinh-42-ctr-tu`, `dak-lak-146`.
 *
 * @param source the JSON as text or as its bytes in UTF-8.
 * @throws {TiendoError} with `path`, `row` and `column`.
 *
 * @example
 * const plan = planFromJson(json);
 * plan.number; // → '231/KH-UBND'
 * plan.indicators[0].row.targets[0].target.kind; // → 'at_least'
 * plan.tasks[3].readDeadline.due; // → '2025-06-30'
 */
export declare function planFromJson(source: string | ArrayBuffer | ArrayBufferView): Plan;

/**
 * Writes a plan as JSON: the same text for the same plan, without what was read from its cells.
 *
 * @throws {TiendoError} where the plan is not one {@link planFromJson} would read.
 *
 * @example
 * planToJson(planFromJson(json)) === json; // → true
 */
export declare function planToJson(plan: PlanFile | Plan): string;

/**
 * A published action plan, with every cell verbatim and what it means beside it.
 *
 * @example
 * planFromJson(json).indicators.length; // → 70
 */
export interface Plan extends Omit<PlanFile, 'indicators' | 'tasks'> {
  /** The indicators, in the order of the annex. */
  indicators: Indicator[];
  /** The tasks, in the order of the annex. */
  tasks: Task[];
}

/**
 * An indicator with its row as it was understood.
 *
 * @example
 * const indicator = planFromJson(json).indicators[0];
 * indicator.targets[0].text; // → '≥ 50%.'
 * indicator.row.targets[0].target.value; // → '50'
 */
export interface Indicator extends IndicatorCells {
  row: Row;
}

/**
 * A task with its deadline as it was understood.
 *
 * @example
 * const task = planFromJson(json).tasks[3];
 * task.readDeadline.text === task.deadline; // → true
 */
export interface Task extends TaskCells {
  readDeadline: Deadline;
}

/**
 * A row of the indicator table, read as a whole.
 *
 * @example
 * const { row } = planFromJson(json).indicators[7];
 * row.direction; // → 'lower_is_better'
 * row.decidedBy; // → 'operator'
 * row.targets.map(({ year }) => year); // → [2025, 2030, 2035, 2040, 2045]
 */
export interface Row {
  /** The targets in ascending order of year, every cell the row has. */
  targets: { year: number; target: MilestoneTarget }[];
  direction: Direction;
  /** What decided the direction. */
  decidedBy: DecidedBy;
  kind: MeasureKind;
  /** The lead cell, the parent's where the row has none. */
  lead: string;
  /** What to know about the row; spans are in the indicator's name. */
  notes?: Note[];
}

/**
 * What decided a direction.
 *
 * @example
 * planFromJson(json).indicators[0].row.decidedBy; // → 'operator'
 */
export type DecidedBy = 'declared' | 'operator' | 'rank' | 'falling' | 'default';

/**
 * What kind of quantity an indicator measures.
 *
 * @example
 * planFromJson(json).indicators[0].row.kind; // → 'level'
 */
export type MeasureKind = 'level' | 'yearly' | 'growth' | 'cumulative' | 'per_stage';

/**
 * The level of a body or a plan.
 *
 * @example
 * planFromJson(json).level; // → 'province'
 */
export type Level = 'central' | 'party' | 'province' | 'commune';

/**
 * A plan as its file has it: `schemaVersion` 1.
 *
 * @example
 * JSON.parse(planToJson(planFromJson(json))).schemaVersion; // → 1
 */
export interface PlanFile {
  schemaVersion: 1;
  /** A short id, `ha-tinh-231`. */
  id: string;
  /** The document's number, `231/KH-UBND`. */
  number?: string;
  title: string;
  titleEn?: string;
  issuer: string;
  level: Level;
  issued?: ISODate;
  /** The first day it is in force. */
  effective?: ISODate;
  /** The documents it implements. */
  implements?: PlanDocument[];
  /** The documents it replaces. */
  replaces?: PlanDocument[];
  /** The milestone years, ascending; a milestone's date is 31 December. */
  milestones: number[];
  footnotes?: Footnote[];
  pillars?: Pillar[];
  indicators: IndicatorCells[];
  tasks: TaskCells[];
  /** What the body of the document says of indicators that also stand in the annex; the annex decides. */
  body?: BodyStatement[];
  /** Which of its items derive from which of an upper plan's. */
  derives?: Lineage;
  regime?: Regime;
}

/**
 * A document a plan refers to.
 *
 * @example
 * planFromJson(json).implements?.[1]?.number; // → '42-CTr/TU'
 */
export interface PlanDocument {
  number: string;
  issuer?: string;
  issued?: ISODate;
}

/**
 * A footnote of the indicator table.
 *
 * @example
 * planFromJson(json).footnotes?.[0]?.text; // → 'Chưa xác định'
 */
export interface Footnote {
  /** `1` for `(*[1])` and `(*1)`, empty for `(*)`. */
  mark: string;
  text: string;
  /** The document the text was taken from, where the plan's own text lost it. */
  takenFrom?: string;
}

/**
 * A group of tasks (nhóm nhiệm vụ).
 *
 * @example
 * planFromJson(json).pillars?.[0]?.note; // → 'heading-lost'
 */
export interface Pillar {
  code: string;
  name: string;
  nameEn?: string;
  note?: NoteCode;
}

/**
 * A row of the indicator table, as published.
 *
 * @example
 * planFromJson(json).indicators.find(({ code }) => code === '51.3').parent; // → '51'
 */
export interface IndicatorCells {
  /** `51.3`: ordered by segment, never a number. */
  code: string;
  name: string;
  shortName?: string;
  nameEn?: string;
  /** The cell of the unit column. */
  unit?: string;
  /** The kind of measure, where declared. */
  kind?: MeasureKind;
  /** Which way is better, where declared. */
  direction?: Direction;
  targets: { year: number; text: string; source?: Source }[];
  /** The codes of other rows it was published in, where each milestone has its own rows. */
  otherCodes?: { year: number; code: string }[];
  /** A demand that the text states without a year, verbatim. */
  undated?: string;
  /** The lead cell. */
  lead: string;
  /** The code of the row this one belongs to. */
  parent?: string;
  sensitive?: boolean;
}

/**
 * How the text of a cell was obtained; absent for `published`. `checked` is a scan that a person has checked.
 *
 * @example
 * const { indicators } = planFromJson(file('ha-tinh-42-ctr-tu'));
 * indicators[0].targets[0].source; // → 'ocr'
 */
export type Source = 'published' | 'ocr' | 'checked' | 'illegible';

/**
 * What the body of a document says of an indicator.
 *
 * @example
 * planFromJson(file('tien-giang-69')).body?.[1]; // → { indicator: '7.1', year: 2030, text: 'trên 80%' }
 */
export interface BodyStatement {
  /** The indicator's code. */
  indicator: string;
  /** The milestone. */
  year: number;
  /** The words that hold the demand, verbatim. */
  text: string;
}

/**
 * The recorded derivation of a plan from an upper one.
 *
 * @example
 * planFromJson(file('tien-dien')).derives?.plan; // → 'ha-tinh-231'
 */
export interface Lineage {
  /** The upper plan's id. */
  plan: string;
  /** Which indicator derives from which, by code. */
  indicators: Link[];
  /** Which task derives from which, by number. */
  tasks: Link[];
}

/**
 * One item's derivation: the code or number in the lower plan, and in the upper one.
 *
 * @example
 * planFromJson(file('tien-dien')).derives?.indicators[2]; // → { child: '3', parent: '9', how: 'widened' }
 */
export interface Link {
  child: string;
  parent: string;
  how: Derivation;
}

/**
 * How an item derives from another.
 *
 * @example
 * planFromJson(json).derives?.indicators[0].how; // → 'same'
 */
export type Derivation = 'same' | 'localised' | 'widened' | 'narrowed' | 'part';

/**
 * A row of the task table, with a short title in place of the official wording.
 *
 * @example
 * planFromJson(json).tasks[122].deadline; // → 'Thường xuyên'
 */
export interface TaskCells {
  number: number;
  title: string;
  titleEn?: string;
  /** The code of its pillar. */
  pillar?: string;
  /** The lead cell. */
  lead: string;
  /** The cell of the cooperating agencies. */
  cooperating: string;
  /** The deadline cell. */
  deadline: string;
  /** The items the task's text numbers. */
  items?: { number: number; title: string; titleEn?: string }[];
  product?: string;
  sensitive?: boolean;
}

/**
 * A plan's reporting rules (chế độ báo cáo).
 *
 * @example
 * planFromJson(json).regime?.rules[0].recipient; // → 'Sở Khoa học và Công nghệ'
 */
export interface Regime {
  effective?: ISODate;
  rules: {
    code: string;
    cycle: Cycle;
    /** The day within the period by which a report is due. */
    due?: { day: number; monthOfPeriod: number; before: boolean };
    reporters: string;
    recipient: string;
    text: string;
  }[];
}

/**
 * What a careful reader of a plan would remark on, in the order of the plan.
 *
 * @param registry the JSON of another registry than the library's own.
 * @throws {TiendoError} where the plan or the registry is wrong.
 *
 * @example
 * const findings = lint(planFromJson(file('ha-tinh-42-ctr-tu')));
 * const twice = findings.filter(({ code }) => code === 'same-measure');
 * twice.map(({ places }) => places.map(({ code }) => code)); // → [['51.2', '53'], ['51.3', '52']]
 */
export declare function lint(plan: PlanFile | Plan, registry?: string | null): Finding[];

/**
 * Something a reader of a plan should know.
 *
 * @example
 * const ended = lint(planFromJson(file('tien-giang-69'))).find(({ code }) => code === 'orphaned-lead');
 * ended?.places; // → [{ plan: 'tien-giang-69', kind: 'indicator', code: '19' }]
 */
export interface Finding {
  code: FindingCode;
  /** Where, the lower plan's places first. */
  places: Place[];
  /** The sentence in Vietnamese. */
  vi: string;
  /** The sentence in English. */
  en: string;
}

/**
 * Where a finding is.
 *
 * @example
 * lint(planFromJson(file('tien-dien'))).every(({ places }) => places.every(({ plan }) => plan === 'tien-dien')); // → true
 */
export interface Place {
  /** The plan's id. */
  plan: string;
  kind: ItemKind;
  /** Its code or number; empty for the plan. */
  code: string;
  /** The milestone, where one cell is meant. */
  year?: number;
}

/**
 * What a place is in.
 *
 * @example
 * const places = lint(planFromJson(json)).flatMap(({ places }) => places);
 * places.some(({ kind }) => kind === 'pillar'); // → true
 */
export type ItemKind = 'plan' | 'indicator' | 'task' | 'pillar' | 'rule';

/**
 * The kinds of findings. A later version may have more.
 *
 * @example
 * lint(planFromJson(file('dak-lak-146'))).some(({ code }) => code === 'undated-demand'); // → true
 */
export type FindingCode =
  | 'target-weakens'
  | 'unit-changes'
  | 'qualifier-changes'
  | 'unit-inferred'
  | 'direction-inferred'
  | 'direction-conflict'
  | 'kind-inferred'
  | 'kind-ambiguous'
  | 'requirement-in-name'
  | 'undated-demand'
  | 'numbering-gap'
  | 'same-measure'
  | 'body-differs'
  | 'no-lead'
  | 'no-cooperating'
  | 'orphaned-lead'
  | 'succeeded-lead'
  | 'unknown-agency'
  | 'unread-cell'
  | 'illegible'
  | 'ocr-uncertain'
  | 'footnote-missing'
  | 'heading-lost'
  | 'no-effective-date'
  | 'target-weaker'
  | 'target-equal'
  | 'target-stronger'
  | 'target-not-comparable'
  | 'measure-widened'
  | 'measure-narrowed'
  | 'deadline-later'
  | 'deadline-earlier'
  | 'deadline-changed'
  | 'lead-changed'
  | 'item-missing'
  | 'item-new'
  | 'report-later';

/**
 * Compares a plan with the upper plan it derives from, by its recorded links: indicators, then tasks, then the reporting
 * rules, each in the lower plan's order.
 *
 * @param registry the JSON of another registry than the library's own.
 * @throws {TiendoError} `unknown-plan` where the plan records no derivation from `parent`; where a plan or the registry
 *   is wrong.
 *
 * @example
 * const findings = comparePlans(planFromJson(file('tien-dien')), planFromJson(json));
 * const later = findings.find(({ code }) => code === 'deadline-later');
 * later?.en; // → 'Task 4 is due 2025-09-30, after the 2025-06-30 of task 4 of 231/KH-UBND.'
 */
export declare function comparePlans(
  child: PlanFile | Plan,
  parent: PlanFile | Plan,
  registry?: string | null,
): Finding[];

/**
 * Links by name for items without a recorded one: the upper item whose name shares most words, at least 60 in 100.
 *
 * @throws {TiendoError} where a plan is wrong.
 *
 * @example
 * const links = suggestLinks(planFromJson(file('tien-giang-69')), planFromJson(json));
 * links.some(({ child, parent }) => child === '8' && parent === '50'); // → true
 */
export declare function suggestLinks(child: PlanFile | Plan, parent: PlanFile | Plan): SuggestedLink[];

/**
 * A link that nobody has recorded: the names share most of their words.
 *
 * @example
 * const [link] = suggestLinks(planFromJson(file('tien-giang-69')), planFromJson(json));
 * link.shared / link.together >= 0.6; // → true
 */
export interface SuggestedLink {
  kind: 'indicator' | 'task';
  /** The code or number in the lower plan. */
  child: string;
  /** The code or number in the upper plan. */
  parent: string;
  /** Words both names have. */
  shared: number;
  /** Words of both names together. */
  together: number;
}

/**
 * What went wrong, where, and what was expected instead.
 *
 * Arguments of another type than these declarations have are a `TypeError`.
 *
 * @example
 * try {
 *   planFromJson('{"schemaVersion": 1, "colour": "red"}');
 * } catch (error) {
 *   error.code; // → 'unknown-field'
 *   error.path; // → 'colour'
 * }
 */
export declare class TiendoError extends Error {
  private constructor();
  readonly name: 'TiendoError';
  /** The kind of error: the same word in every language. */
  readonly code: ErrorCode;
  /**
   * Where in the input: `indicators[3].targets[0].year`. Empty for the input as a whole. Where several arguments could be
   * meant, the argument comes first: `target.value`, `parent.milestones`.
   */
  readonly path: string;
  /** The line of a text, from 1. */
  readonly row?: number;
  /** The column, from 1. */
  readonly column?: number;
  /** The place within the text at `path`. */
  readonly span?: Span;
  /** What would have been accepted. */
  readonly expected: string;
}

/**
 * The kinds of errors. A later version may have more.
 *
 * @example
 * try {
 *   parseNumber('1.20.000');
 * } catch (error) {
 *   error.code; // → 'bad-number'
 * }
 */
export type ErrorCode =
  | 'bad-json'
  | 'too-large'
  | 'too-deep'
  | 'too-many'
  | 'cell-too-long'
  | 'unknown-version'
  | 'unknown-field'
  | 'missing-field'
  | 'duplicate-field'
  | 'wrong-type'
  | 'bad-value'
  | 'bad-code'
  | 'duplicate-code'
  | 'unknown-code'
  | 'bad-date'
  | 'year-out-of-range'
  | 'bad-number'
  | 'unknown-plan'
  | 'bad-option';
