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
  begun?: {
    /** Its first day. */
    on: ISODate;
    /** The act that began it, or what is known of it. */
    source: string;
  };
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
 * planFromJson(json).regime?.effective; // → '2025-05-10'
 */
export interface Regime {
  /** The first day the rules apply; absent where the text does not say. */
  effective?: ISODate;
  /** The rules, in the order of the text. */
  rules: Rule[];
}

/**
 * One duty to report.
 *
 * @example
 * planFromJson(json).regime?.rules[0].recipient; // → 'Sở Khoa học và Công nghệ'
 */
export interface Rule {
  /** Unique within the regime. */
  code: string;
  cycle: Cycle;
  /** The day by which a report is due; absent where the text states the duty without a date. */
  due?: {
    /** The day of the month. */
    day: number;
    /** The month of the period, from 1; beyond its months it is one that follows. */
    monthOfPeriod: number;
    /** Whether the text says "before" (trước ngày) that day. */
    before: boolean;
  };
  /** The last day of the data (thời điểm chốt số liệu), where the plan sets one. */
  cutoff?: { day: number; monthOfPeriod: number };
  /** Who reports, as written. */
  reporters: string;
  /** To whom, as written. */
  recipient: string;
  /** The rule's words in the plan, verbatim. */
  text: string;
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
  | 'cutoff-after-due'
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
 * Reads a period's id: `2025-06`, `2025-Q2`, `2025-H1`, `2025-9M`, `2025`.
 *
 * @throws {TiendoError} `bad-period`; `year-out-of-range`, outside 1900 to 2200.
 *
 * @example
 * period('2025-Q2').end; // → '2025-06-30'
 * period('2025-H1').vi; // → '6 tháng đầu năm 2025'
 */
export declare function period(id: string): Period;

/**
 * The period of a cycle that holds a day; `null` where there is none: October to December of the nine months, and the
 * cycles whose dates the caller gives.
 *
 * @throws {TiendoError} `bad-value` for what is no cycle; `bad-date`.
 *
 * @example
 * periodHolding('quarterly', '2025-11-23')?.id; // → '2025-Q4'
 * periodHolding('nine_monthly', '2025-11-23'); // → null
 */
export declare function periodHolding(cycle: Cycle, date: ISODate): Period | null;

/**
 * A month, quarter, half, nine months or year.
 *
 * @example
 * period('2025-06').en; // → 'June 2025'
 */
export interface Period {
  id: string;
  cycle: Cycle;
  /** The first day. */
  start: ISODate;
  /** The last day. */
  end: ISODate;
  /** The period in Vietnamese, within a sentence. */
  vi: string;
  /** The period in English, within a sentence. */
  en: string;
}

/**
 * The calendar of Vietnamese civil servants that comes with the library.
 *
 * @example
 * calendar().years; // → [2025, 2026]
 */
export declare function calendar(): Calendar;

/**
 * Days off and working days of the years it knows, as a calendar's file has them: `schemaVersion` 1. Of other years
 * nothing is said: a question about them is the error `unknown-year`.
 *
 * @example
 * const known = calendar();
 * known.days.push({ date: '2026-12-31', off: true, name: 'Nghỉ do mưa lũ', source: 'Quyết định của UBND tỉnh (ví dụ)' });
 * dayStatus('2026-12-31', known).day?.name; // → 'Nghỉ do mưa lũ'
 */
export interface Calendar {
  schemaVersion: 1;
  id: string;
  name: string;
  /** The days of the week that are off, from 1 for Monday to 7 for Sunday. */
  weekend: number[];
  /** The years it knows, ascending. */
  years: number[];
  /** The days that differ from their day of the week, ascending. */
  days: CalendarDay[];
}

/**
 * A day that differs from its day of the week: a holiday, a day off in exchange, or a worked Saturday.
 *
 * @example
 * calendar().days.find(({ date }) => date === '2026-08-22')?.off; // → false
 */
export interface CalendarDay {
  date: ISODate;
  off: boolean;
  name: string;
  nameEn?: string;
  /** The act or notice that says so; absent where none was found. */
  source?: string;
}

/**
 * Whether a day is off, and the calendar's entry that decides.
 *
 * @param calendar another one than the library's own.
 * @throws {TiendoError} `unknown-year`; `bad-date`; where the calendar is wrong, with its place after `calendar`.
 *
 * @example
 * dayStatus('2025-09-02').day?.name; // → 'Quốc khánh'
 * dayStatus('2025-11-29'); // → { off: true }
 */
export declare function dayStatus(date: ISODate, calendar?: Calendar | null): DayStatus;

/**
 * What a calendar says of a day.
 *
 * @example
 * dayStatus('2025-09-03').off; // → false
 */
export interface DayStatus {
  off: boolean;
  /** The entry that decides; absent where the day of the week does. */
  day?: CalendarDay;
}

/**
 * The first working day from a day on, itself included.
 *
 * @param calendar another one than the library's own.
 * @throws {TiendoError} `unknown-year`, where the years known end before one is found; as {@link dayStatus}.
 *
 * @example
 * nextWorkingDay('2026-08-29'); // → '2026-09-03'
 */
export declare function nextWorkingDay(date: ISODate, calendar?: Calendar | null): ISODate;

/**
 * The last working day up to a day, itself included.
 *
 * @param calendar another one than the library's own.
 * @throws {TiendoError} `unknown-year`, where the years known end before one is found; as {@link dayStatus}.
 *
 * @example
 * previousWorkingDay('2025-11-29'); // → '2025-11-28'
 */
export declare function previousWorkingDay(date: ISODate, calendar?: Calendar | null): ISODate;

/**
 * The date in Việt Nam of an instant, which RFC 3339 writes and `Date.prototype.toISOString` gives: what a last day on
 * time is compared with.
 *
 * @throws {TiendoError} `bad-date` for text that is no instant with its offset; `year-out-of-range`.
 *
 * @example
 * dateInVietnam('2025-06-19T16:59:59Z'); // → '2025-06-19'
 * dateInVietnam('2025-06-19T17:00:00Z'); // → '2025-06-20'
 */
export declare function dateInVietnam(instant: string): ISODate;

/**
 * Every report of a plan whose written date lies between two days, the first included and the last not: by date, then in
 * the order of the rules, then of the bodies.
 *
 * @throws {TiendoError} `bad-option` for an end before the start, a body without a name or too much grace;
 *   `duplicate-code` for a body or given report twice; `unknown-code` for a given report of no ad hoc or term rule;
 *   `unknown-year` where a day-off shift needs a year the calendar does not know; `too-many` beyond 5,000,000
 *   obligations; for what is no plan, date, calendar or registry.
 *
 * @example
 * const { reports } = obligations(planFromJson(json), '2025-06-01', '2025-06-30', { agencies: ['so-nv', 'so-tc'] });
 * reports.length; // → 6
 * reports[0].due; // → '2025-06-09'
 * reports[0].why.vi; // → '“Trước ngày 10/6/2025”: ngày cuối cùng đúng hạn là 9/6/2025.'
 */
export declare function obligations(
  plan: PlanFile | Plan,
  start: ISODate,
  end: ISODate,
  options?: ObligationsOptions,
): Obligations;

/**
 * What a caller may choose about reports.
 *
 * @example
 * const options = { dayOffShift: 'next_working_day', graceDays: 2 };
 * const [year] = obligations(planFromJson(json), '2025-11-30', '2025-12-01', options).reports;
 * year.due; // → '2025-12-03'
 */
export interface ReportingOptions {
  /** "Before" includes the day it names; by default the day before is the last on time. */
  beforeInclusive?: boolean | null;
  /** A bare day of a monthly rule is one of the month after; by default of the same month. */
  ofNextMonth?: boolean | null;
  /** Where a last timely day that is off moves to; by default nowhere. */
  dayOffShift?: DayOffShift | null;
  /** Calendar days added at the end, at most 366. */
  graceDays?: number | null;
  /** Data are closed by Decree 09/2019/NĐ-CP, art. 12, for State bodies. */
  decree09Cutoff?: boolean | null;
  /** A report counts from its first version; by default from its first version not returned. */
  countReturned?: boolean | null;
  /** Another calendar than the library's own. */
  calendar?: Calendar | null;
  /** The JSON of another registry than the library's own. */
  registry?: string | null;
}

/**
 * What a caller brings to a question about the reports of one plan.
 *
 * @example
 * // Tiên Điền's text has no date: the caller says from when its rules hold.
 * const commune = planFromJson(file('tien-dien'));
 * obligations(commune, '2026-01-01', '2026-02-01', { effective: '2026-01-01' }).reports[0].due; // → '2026-01-14'
 */
export interface ObligationsOptions extends ReportingOptions {
  /** The bodies that report, by id, name or short name; none for the reports as such. */
  agencies?: readonly string[] | null;
  /** From when the regime holds, in place of the day the plan says. */
  effective?: ISODate | null;
  /** Ad hoc and term reports. */
  given?: readonly GivenReport[] | null;
}

/**
 * An ad hoc or term report: the caller gives its date, the plan only the duty.
 *
 * @example
 * const given = [{ rule: 'ad-hoc', period: 'Theo Công văn 12/VP', written: '2025-08-15', before: true }];
 * obligations(planFromJson(json), '2025-08-15', '2025-08-16', { given }).reports[0].due; // → '2025-08-14'
 */
export interface GivenReport {
  /** The code of an ad hoc or term rule. */
  rule: string;
  /** What the report is called, in the place of a period's id; no other of the rule has it. */
  period: string;
  /** The date as it was asked for. */
  written: ISODate;
  /** Whether it was asked for "before" that date. */
  before?: boolean | null;
  /** The first day it reports on. */
  start?: ISODate | null;
  /** The last day it reports on. */
  end?: ISODate | null;
}

/**
 * Where a last timely day that is off moves to.
 *
 * @example
 * const options = { dayOffShift: 'previous_working_day' };
 * obligations(planFromJson(json), '2025-11-30', '2025-12-01', options).reports[0].due; // → '2025-11-28'
 */
export type DayOffShift = 'none' | 'next_working_day' | 'previous_working_day';

/**
 * The reports owed between two days.
 *
 * @example
 * const { reports, findings } = obligations(planFromJson(file('tien-dien')), '2026-01-01', '2027-01-01');
 * reports; // → []
 * findings[0].code; // → 'no-effective-date'
 */
export interface Obligations {
  reports: Obligation[];
  /** `no-effective-date`; `cutoff-after-due`, data closed after the last timely day. */
  findings: Finding[];
}

/**
 * One report on one period, owed by one body.
 *
 * @example
 * const { reports } = obligations(planFromJson(json), '2025-06-10', '2025-06-11');
 * reports.map(({ period }) => period); // → ['2025-Q2', '2025-H1']
 * reports[0].coincides; // → [{ rule: 'half-year', period: '2025-H1' }]
 */
export interface Obligation {
  /** The plan's id. */
  plan: string;
  /** The rule's code. */
  rule: string;
  cycle: Cycle;
  /** The period's id, or what a given report is called. */
  period: string;
  /** The body that owes it, as the caller gave it; absent where none was given. */
  agency?: string;
  /** The first day it reports on. */
  start?: ISODate;
  /** The last day it reports on. */
  end?: ISODate;
  /** The date as written; absent for a rule without one. */
  written?: ISODate;
  /** The last day on time, after all steps. */
  due?: ISODate;
  /** The steps from `written` to `due` that applied, in their order. */
  steps?: DueStep[];
  /** Days the shift rests on that the calendar has no source for. */
  unsourcedDays?: ISODate[];
  cutoff?: Cutoff;
  /** To whom it goes, as written. */
  recipient: string;
  /** To whom the recipient reports in turn, as written. */
  feeds?: string[];
  /** The body's other reports written for the same day. */
  coincides?: ReportId[];
  /** That the body need not send it. */
  exempt?: Exempt;
  /** How the last day on time follows. */
  why: Why;
}

/**
 * A step that led from the date as written to the last day on time.
 *
 * @example
 * obligations(planFromJson(json), '2025-06-20', '2025-06-21').reports[0].steps; // → ['before']
 */
export type DueStep =
  | 'of_next_month'
  | 'month_end'
  | 'before'
  | 'before_inclusive'
  | 'next_working_day'
  | 'previous_working_day'
  | 'grace';

/**
 * The first and the last day of a report's data (thời điểm chốt số liệu).
 *
 * @example
 * const [june] = obligations(planFromJson(json), '2025-06-20', '2025-06-21', { decree09Cutoff: true }).reports;
 * june.cutoff; // → { from: '2025-05-15', to: '2025-06-14', rule: 'decree_09_2019' }
 */
export interface Cutoff {
  from: ISODate;
  /** Included. */
  to: ISODate;
  rule: CutoffRule;
}

/**
 * What closed the data of a report: the period's end or the last timely day, the day the plan declares, or the decree.
 *
 * @example
 * obligations(planFromJson(json), '2025-06-20', '2025-06-21').reports[0].cutoff?.rule; // → 'period'
 */
export type CutoffRule = 'period' | 'declared' | 'decree_09_2019';

/**
 * A report by its rule and period.
 *
 * @example
 * const [, half] = obligations(planFromJson(json), '2025-06-10', '2025-06-11').reports;
 * half.coincides; // → [{ rule: 'quarterly', period: '2025-Q2' }]
 */
export interface ReportId {
  rule: string;
  period: string;
}

/**
 * That a body need not send a report, and why.
 *
 * @example
 * const plan = planFromJson(file('tien-giang-69'));
 * const { reports } = obligations(plan, '2025-11-01', '2025-12-01', { agencies: ['ubnd-tp-my-tho'] });
 * reports[0].exempt?.reason; // → 'body-ended'
 * reports[0].exempt?.date; // → '2025-07-01'
 */
export interface Exempt {
  reason: ExemptReason;
  /** The day the body began or ended. */
  date?: ISODate;
  /** The name of the body that took over, where there is a single one. */
  successor?: string;
  /** The recorded reason. */
  text?: string;
}

/**
 * Why a body need not send a report: it had ended, it had not begun, the report goes to it, or a record says so.
 *
 * @example
 * const { reports } = obligations(planFromJson(json), '2025-06-20', '2025-06-21', { agencies: ['so-khcn'] });
 * reports[0].exempt; // → { reason: 'recipient' }
 */
export type ExemptReason = 'body-ended' | 'body-not-begun' | 'recipient' | 'recorded';

/**
 * Whether the reports owed came on time, by what was sent and exempted, as known on a day.
 *
 * @throws {TiendoError} `bad-option` for records where no agencies are given; as {@link obligations}; where a record is
 *   wrong, with its place.
 *
 * @example
 * const records = [{ type: 'submission', id: 's1', date: '2025-06-20', recorded: '2025-06-20', source: 'ví dụ',
 *   rule: 'monthly', period: '2025-06', agency: 'so-tc' }];
 * const options = { agencies: ['so-tc', 'so-yt'], records, today: '2025-06-22' };
 * const result = timeliness(planFromJson(json), '2025-06-20', '2025-06-21', options);
 * result.reports.map(({ standing, days }) => [standing, days]); // → [['late', 1], ['missing', 3]]
 * result.sentences.en; // → ['The report on June 2025 (due 2025-06-19): 0 of 2 on time; late: Sở Tài chính (1 day); missing: Sở Y tế.']
 */
export declare function timeliness(
  plan: PlanFile | Plan,
  start: ISODate,
  end: ISODate,
  options: TimelinessOptions,
): Timeliness;

/**
 * What a caller brings to judge reports.
 *
 * @example
 * const options = { agencies: ['so-nv'], records: [], today: '2025-06-12', withinDays: 7, lang: 'en' };
 * const { reminders } = timeliness(planFromJson(json), '2025-06-20', '2025-06-21', options);
 * reminders[0].text; // → 'Under 231/KH-UBND, Sở Nội vụ is asked to send to Sở Khoa học và Công nghệ: the report on June 2025 (due 2025-06-19, 7 days left).'
 */
export interface TimelinessOptions extends ObligationsOptions {
  /** What was sent and exempted. */
  records: readonly (Submission | Exemption)[];
  /** The day it is judged, in Việt Nam ({@link dateInVietnam}). */
  today: ISODate;
  /** Asks for reminders of what is missing and of what falls due within so many days. */
  withinDays?: number | null;
  /** The language of the reminders; Vietnamese by default. */
  lang?: Lang | null;
}

/**
 * The language of a text.
 *
 * @example
 * const [duty] = dutiesOfMonth([{ plan: planFromJson(json) }], 'so-nv', '2025-10', { lang: 'en' });
 * duty.text.startsWith('By 2025-10-19: send the report on October 2025'); // → true
 */
export type Lang = 'vi' | 'en';

/**
 * A version of a report, sent on a day.
 *
 * @example
 * const sent = { type: 'submission', id: 's1', date: '2025-06-19', recorded: '2025-06-19', source: 'ví dụ',
 *   rule: 'monthly', period: '2025-06', agency: 'Sở Nội vụ', returned: true };
 * const options = { agencies: ['so-nv'], records: [sent], today: '2025-06-19' };
 * const { reports } = timeliness(planFromJson(json), '2025-06-20', '2025-06-21', options);
 * reports[0].standing; // → 'not_due'
 * reports[0].returned; // → true
 */
export interface Submission {
  type: 'submission';
  /** Unique among the records. */
  id: string;
  /** The day it was sent, in Việt Nam. */
  date: ISODate;
  /** The day it was recorded. */
  recorded: ISODate;
  /** Where it comes from. */
  source: string;
  /** The code of the rule it answers. */
  rule: string;
  /** The period's id, or what a given report is called. */
  period: string;
  /** The body that sent it, by id or name. */
  agency: string;
  /** Whether it was sent back to be done again. */
  returned?: boolean | null;
}

/**
 * That a body need not report on a period.
 *
 * @example
 * const exemption = { type: 'exemption', id: 'e1', date: '2025-06-01', recorded: '2025-06-01', source: 'ví dụ',
 *   agency: 'so-nv', period: '2025-06', reason: 'đang sắp xếp tổ chức' };
 * const options = { agencies: ['so-nv'], records: [exemption], today: '2025-06-30' };
 * const { reports } = timeliness(planFromJson(json), '2025-06-20', '2025-06-21', options);
 * reports[0].exempt; // → { reason: 'recorded', text: 'đang sắp xếp tổ chức' }
 */
export interface Exemption {
  type: 'exemption';
  /** Unique among the records. */
  id: string;
  /** The day it was decided. */
  date: ISODate;
  /** The day it was recorded. */
  recorded: ISODate;
  /** Where it comes from. */
  source: string;
  /** The body, by id or name. */
  agency: string;
  /** The period's id, or what a given report is called. */
  period: string;
  /** The code of the one rule it is about; absent for every report on the period. */
  rule?: string | null;
  /** Why. */
  reason: string;
}

/**
 * Whether the reports owed came on time, on a day.
 *
 * @example
 * const options = { agencies: ['so-nv', 'so-tc'], records: [], today: '2025-06-22' };
 * const { total, byPeriod } = timeliness(planFromJson(json), '2025-06-20', '2025-06-21', options);
 * total.missing; // → 2
 * byPeriod[0].key; // → '2025-06'
 */
export interface Timeliness {
  /** The day it was judged. */
  today: ISODate;
  total: Tally;
  /** The counts of each body, in the order given. */
  byAgency: TallyOf[];
  /** The counts of each period, in the order they fall due. */
  byPeriod: TallyOf[];
  /** The counts of each cycle, from monthly to ad hoc. */
  byCycle: TallyOf[];
  /** The ids of records that speak of no obligation here: another rule, period or body. */
  unmatched: string[];
  reports: Report[];
  /** How each report went, one official sentence for each that has a date; none where no agencies are given. */
  sentences: { vi: string[]; en: string[] };
  /** What each body is reminded of, where `withinDays` asks for it. */
  reminders?: Reminder[];
}

/**
 * An obligation and whether it was met: its `exempt` also says what a record exempts, its `why` how the standing follows.
 *
 * @example
 * const options = { agencies: ['so-nv'], records: [], today: '2025-06-22' };
 * const [report] = timeliness(planFromJson(json), '2025-06-20', '2025-06-21', options).reports;
 * report.why.vi; // → '“Trước ngày 20/6/2025”: ngày cuối cùng đúng hạn là 19/6/2025. Đến ngày 22/6/2025 chưa nộp, quá hạn 3 ngày.'
 */
export interface Report extends Obligation {
  standing: ReportStanding;
  /** How many days late, or past its last day on time and missing. */
  days?: number;
  /** The day of the version that counts. */
  submitted?: ISODate;
  /** Whether a version was sent back. */
  returned: boolean;
}

/**
 * Whether a report came on time: sent by the last day, sent later, not sent, not due yet, not to be sent, or asked for
 * without a date.
 *
 * @example
 * const options = { agencies: ['so-nv'], records: [], today: '2025-06-19' };
 * timeliness(planFromJson(json), '2025-06-20', '2025-06-21', options).reports[0].standing; // → 'not_due'
 */
export type ReportStanding = 'on_time' | 'late' | 'missing' | 'not_due' | 'exempt' | 'undated';

/**
 * Counts of reports. Expected is on time, late and missing together; the others stand beside it.
 *
 * @example
 * const options = { agencies: ['so-nv', 'so-tc'], records: [], today: '2025-06-22' };
 * const { total } = timeliness(planFromJson(json), '2025-06-20', '2025-06-21', options);
 * total.expected; // → 2
 * total.onTimeRate; // → '0'
 */
export interface Tally {
  expected: number;
  onTime: number;
  late: number;
  missing: number;
  notDue: number;
  exempt: number;
  undated: number;
  /** On time out of 100 expected; absent where nothing was. */
  onTimeRate?: Decimal;
  /** On time or late out of 100 expected; absent where nothing was. */
  submittedRate?: Decimal;
}

/**
 * The tally of a body, a period or a cycle.
 *
 * @example
 * const options = { agencies: ['so-nv', 'so-tc'], records: [], today: '2025-06-22' };
 * const { byAgency } = timeliness(planFromJson(json), '2025-06-20', '2025-06-21', options);
 * byAgency.map(({ key, rank }) => [key, rank]); // → [['so-nv', 1], ['so-tc', 1]]
 */
export interface TallyOf extends Tally {
  /** The body as the caller gave it, the period's id or the cycle's code. */
  key: string;
  /** Its place among the bodies by the rate on time, equal ones sharing it; only where something was expected. */
  rank?: number;
}

/**
 * What one body is reminded of (đôn đốc).
 *
 * @example
 * const options = { agencies: ['so-nv'], records: [], today: '2025-06-12', withinDays: 7 };
 * const { reminders } = timeliness(planFromJson(json), '2025-06-01', '2025-07-01', options);
 * reminders[0].missing; // → 2
 * reminders[0].dueSoon; // → 1
 */
export interface Reminder {
  /** The body, as the caller gave it. */
  agency: string;
  /** How many of its reports are missing. */
  missing: number;
  /** How many fall due within the days asked for. */
  dueSoon: number;
  text: string;
}

/**
 * Due days as an iCalendar file (RFC 5545); what is exempt or has no date is left out. A report has one UID in every
 * file, so that a file made anew updates the events of the one before.
 *
 * @throws {TiendoError} `bad-date` for a stamp that is no instant; as {@link obligations}.
 *
 * @example
 * const options = { agencies: ['so-nv'], stamp: '2025-05-10T00:00:00Z' };
 * const ics = icalendar(planFromJson(json), '2025-06-20', '2025-06-21', options);
 * ics.includes('UID:ha-tinh-231.monthly.2025-06.so-nv@tiendo\r\n'); // → true
 * ics.includes('DTSTART;VALUE=DATE:20250619\r\n'); // → true
 */
export declare function icalendar(
  plan: PlanFile | Plan,
  start: ISODate,
  end: ISODate,
  options: ICalendarOptions,
): string;

/**
 * What a caller brings to an iCalendar file.
 *
 * @example
 * const options = { stamp: '2025-05-10T00:00:00Z', lang: 'en' };
 * icalendar(planFromJson(json), '2025-06-20', '2025-06-21', options).includes('SUMMARY:Due: the report on June 2025'); // → true
 */
export interface ICalendarOptions extends ObligationsOptions {
  /** The instant the file is made, as RFC 3339 writes it. */
  stamp: string;
  /** The language of the events; Vietnamese by default. */
  lang?: Lang | null;
}

/**
 * What one body owes in a month under all its regimes: the reports whose last day on time lies in it, by that day, then
 * those without a date whose period ends in it.
 *
 * Which plans are the body's is the caller's to say: a rule for a group binds whoever is given. A plan that does not say
 * when it takes effect, where the caller does not either, gives none.
 *
 * @param agency the body, by id, name or short name.
 * @param month a month's id.
 * @throws {TiendoError} `bad-period` for what is no month; as {@link obligations}, with `plans[0]` first where one of
 *   the plans is meant.
 *
 * @example
 * const duties = dutiesOfMonth([{ plan: planFromJson(json) }], 'Sở Nội vụ', '2025-11');
 * duties.map(({ rule, due }) => [rule, due]); // → [['monthly', '2025-11-19'], ['year', '2025-11-29']]
 */
export declare function dutiesOfMonth(
  plans: readonly PlanInForce[],
  agency: string,
  month: string,
  options?: DutiesOptions,
): MonthDuty[];

/**
 * One of several plans, and what of it the caller knows.
 *
 * @example
 * const plans = [{ plan: planFromJson(json) }, { plan: planFromJson(file('tien-dien')), effective: '2026-01-01' }];
 * dutiesOfMonth(plans, 'Phòng mẫu', '2026-01').map(({ plan }) => plan); // → ['tien-dien', 'ha-tinh-231']
 */
export interface PlanInForce {
  plan: PlanFile | Plan;
  /** From when the regime holds, in place of the day the plan says. */
  effective?: ISODate | null;
  /** Ad hoc and term reports. */
  given?: readonly GivenReport[] | null;
}

/**
 * What a caller may choose about the duties of a month.
 *
 * @example
 * const options = { dayOffShift: 'next_working_day' };
 * const duties = dutiesOfMonth([{ plan: planFromJson(json) }], 'so-nv', '2025-12', options);
 * duties.map(({ due }) => due); // → ['2025-12-01', '2025-12-09', '2025-12-19']
 */
export interface DutiesOptions extends ReportingOptions {
  /** The language of the texts; Vietnamese by default. */
  lang?: Lang | null;
}

/**
 * A report one body owes in a month.
 *
 * @example
 * const [duty] = dutiesOfMonth([{ plan: planFromJson(json) }], 'so-nv', '2025-10');
 * duty.text; // → 'Chậm nhất ngày 19/10/2025: gửi báo cáo tháng 10/2025 đến Sở Khoa học và Công nghệ để tổng hợp, báo cáo Ủy ban nhân dân tỉnh (theo 231/KH-UBND).'
 */
export interface MonthDuty {
  /** The plan's id. */
  plan: string;
  /** The rule's code. */
  rule: string;
  /** The period's id, or what a given report is called. */
  period: string;
  /** The last day on time; absent for a report without a date. */
  due?: ISODate;
  /** To whom it goes, as written. */
  recipient: string;
  /** To whom the recipient reports in turn, as written. */
  feeds?: string[];
  /** The duty in words. */
  text: string;
}

/**
 * The days a lower tier's report leaves the upper one, for each period both report on by a date between two days.
 *
 * @throws {TiendoError} as {@link obligations}; of a plan the path begins with `lower` or `upper`.
 *
 * @example
 * const [lower, upper] = [planFromJson(file('tien-dien')), planFromJson(json)];
 * const days = slack(lower, upper, '2026-06-01', '2026-07-01', { lowerEffective: '2026-01-01' });
 * days.map(({ period, days }) => [period, days]); // → [['2026-Q2', 5], ['2026-H1', 5], ['2026-06', 5]]
 */
export declare function slack(
  lower: PlanFile | Plan,
  upper: PlanFile | Plan,
  start: ISODate,
  end: ISODate,
  options?: SlackOptions,
): Slack[];

/**
 * What a caller brings to compare the due days of two tiers.
 *
 * @example
 * slack(planFromJson(file('tien-dien')), planFromJson(json), '2026-06-01', '2026-07-01', { lowerEffective: null }); // → []
 */
export interface SlackOptions extends ReportingOptions {
  /** From when the lower regime holds, in place of the day its plan says. */
  lowerEffective?: ISODate | null;
  /** From when the upper regime holds, in place of the day its plan says. */
  upperEffective?: ISODate | null;
}

/**
 * The days between a report of a lower tier and one of the upper tier on the same period.
 *
 * @example
 * const [lower, upper] = [planFromJson(file('tien-dien')), planFromJson(json)];
 * const [year] = slack(lower, upper, '2026-11-20', '2026-12-01', { lowerEffective: '2026-01-01' });
 * year.upperDue; // → '2026-11-29'
 */
export interface Slack {
  /** The period's id. */
  period: string;
  /** The lower tier's rule. */
  lowerRule: string;
  /** The upper tier's rule. */
  upperRule: string;
  /** The lower tier's last day on time. */
  lowerDue: ISODate;
  /** The upper tier's last day on time. */
  upperDue: ISODate;
  /** Days from the one to the other; negative where the lower tier is due after the upper one. */
  days: number;
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
  | 'bad-period'
  | 'unknown-year'
  | 'bad-number'
  | 'unknown-plan'
  | 'bad-option';
