/**
 * Reads published Vietnamese action plans: targets, deadlines and reporting cycles a program can check.
 *
 * Exact numbers are text (`'0.7'`), dates are text (`'2025-06-30'`): neither ever passes through a binary float or a
 * `Date`, which would change them. Results are plain objects; a field that says nothing is absent.
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
 * @throws {TiendoError} `bad-number` for a value that is no plain decimal; `bad-value` for two values at once, or what
 *   is no target or direction.
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
 * Reads a plan's JSON, and in it each indicator's row and each task's deadline.
 *
 * Nothing is read in part: the first thing wrong is thrown with its place. The package's own plans are files:
 * `tiendo/plans/ha-tinh-231.json`.
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
  /** The lead cell. */
  lead: string;
  /** The code of the row this one belongs to. */
  parent?: string;
  sensitive?: boolean;
}

/**
 * How the text of a cell was obtained.
 *
 * @example
 * planFromJson(json).indicators[0].targets[0].source; // → undefined
 */
export type Source = 'published' | 'ocr' | 'illegible';

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
  /** Where in the input: `indicators[3].targets[0].year`. Empty for the input as a whole. */
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
