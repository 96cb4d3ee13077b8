/**
 * Reads published Vietnamese action plans: targets, deadlines and reporting cycles a program can check.
 *
 * Exact numbers are text (`'0.7'`), dates are text (`'2025-06-30'`): neither ever passes through a binary float or a
 * `Date`, which would change them. Results are plain objects; a field that says nothing is absent. The types of results are
 * in `generated/results.d.ts`, made from the library's own.
 *
 * In the examples `json` is the text of `tiendo/plans/ha-tinh-231.json`, and `file(id)` that of the plan with that id.
 *
 * @module
 */

import type {
  Agency, AgencyCell, CalendarDay, Comparison, Cycle, DayOffShift, Deadline, Direction, ErrorCode, Exempt, Finding, Group,
  Indicator as IndicatorCells, ISODate, CodeList, Lang, MilestoneTarget, MonthDuty, NamedAgency, NoteCode, Numeral, Obligation,
  Plan as PlanFile, Reason, Reminder, Report, ReportingUnit, Row, Slack, Span, Strength, Succession, SuggestedLink, Tally,
  TallyOf, Task as TaskCells, Unit, Why,
} from './generated/results.js';

export * from './generated/results.js';
// A plan's file, and its tables as published: the names `Plan`, `Indicator` and `Task` are those of a plan that was read.
export type {
  Document as PlanDocument, Group as AgencyGroup, Indicator as IndicatorCells, Plan as PlanFile, Task as TaskCells,
} from './generated/results.js';

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
 * How much a call takes and gives; beyond a limit it fails with that limit's error, or says so in a finding or a note. Those
 * left out are as by default.
 *
 * @example
 * try {
 *   planFromJson(json, { limits: { tasks: 100 } });
 * } catch (error) {
 *   error.code; // → 'too-many'
 * }
 */
export interface Limits {
  /** Bytes of a JSON text (`too-large`). */
  jsonBytes: number;
  /** Bytes of a JSON text of records (`too-large`). */
  recordsBytes: number;
  /** Lists and objects within one another (`too-deep`); more than 128 are not read whatever is set. */
  depth: number;
  /** Unicode characters of a cell, a name or any other text (`cell-too-long`). */
  textChars: number;
  /** Unicode characters of an id (`cell-too-long`). */
  idChars: number;
  /** Unicode characters of a body's or a given report's name in a call (`cell-too-long`). */
  nameChars: number;
  /** Indicators of a plan, and the items of any list the other limits do not name (`too-many`). */
  indicators: number;
  /** Tasks of a plan (`too-many`). */
  tasks: number;
  /** Footnotes of a plan (`too-many`). */
  footnotes: number;
  /** Milestones of a plan (`too-many`). */
  milestones: number;
  /** Rules of a reporting regime (`too-many`). */
  rules: number;
  /** Records of a call (`too-many`). */
  records: number;
  /** Bodies that succeed one another, and rows that inherit from one another (`too-many`). */
  chain: number;
  /** Items of a task that one cell of agencies may number (note `too-many-items`). */
  items: number;
  /** Pairs of names that are compared word by word (`too-many`, or a finding `limit-reached`). */
  pairs: number;
  /** Reports on dates of the caller's in a call (`too-many`). */
  given: number;
  /** Days of grace (`bad-option`). */
  graceDays: number;
  /** Reports of a call, apart from who owes them (`too-many`). */
  reports: number;
  /** Obligations of a call (`too-many`). */
  obligations: number;
  /** Bytes of a text that a call makes (`too-large`). */
  outputBytes: number;
  /** Errors of a file that are told at once. */
  errors: number;
}

/**
 * The default limits.
 *
 * @example
 * limits().textChars; // → 10000
 */
export declare function limits(): Limits;

/**
 * What a caller may choose about reading.
 *
 * @example
 * parseTarget('≥ 5%', null, { limits: { textChars: 4 } }).value; // → '5'
 */
export interface ReadingOptions {
  /** How much the call takes and gives, where it differs from the default. */
  limits?: Partial<Limits> | null;
}

/**
 * Every closed list of the library, each code with its labels.
 *
 * @example
 * const standings = codeLists().find(({ name }) => name === 'ReportStanding');
 * standings.codes[1]; // → { code: 'late', vi: 'Trễ hạn', en: 'Late' }
 */
export declare function codeLists(): CodeList[];

/**
 * What a note says, as one sentence.
 *
 * @param lang Vietnamese by default.
 * @throws {TiendoError} `bad-value` for what is no code; `bad-option` for what is no language.
 *
 * @example
 * const { notes } = parseDeadline('');
 * noteSentence(notes[0].code); // → 'Ô để trống.'
 */
export declare function noteSentence(code: NoteCode, lang?: Lang | null): string;

/**
 * Why a verdict is undetermined, as one sentence.
 *
 * @param lang Vietnamese by default.
 * @throws {TiendoError} `bad-value` for what is no code; `bad-option` for what is no language.
 *
 * @example
 * const { reason } = compare({}, parseTarget('≥ 50%'), 'higher_is_better');
 * reasonSentence(reason); // → 'Chưa có số liệu.'
 */
export declare function reasonSentence(code: Reason, lang?: Lang | null): string;

/**
 * Why a body need not send a report, as one sentence.
 *
 * @param lang Vietnamese by default.
 * @throws {TiendoError} `bad-value` for what a report does not have; `bad-option` for what is no language.
 *
 * @example
 * const [report] = obligations(planFromJson(json), '2025-06-20', '2025-06-21', { agencies: ['so-khcn'] }).reports;
 * exemptSentence(report.exempt, 'en'); // → 'Exempt: the report goes to this body.'
 */
export declare function exemptSentence(exempt: Exempt, lang?: Lang | null): string;

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
 * Reads one target cell.
 *
 * Reading is total: a cell that fits no form is `unrecognised` and its notes say why.
 *
 * @param unit the text of the row's unit column, where there is one.
 * @throws {TiendoError} `cell-too-long`.
 *
 * @example
 * parseTarget('≥ 50%.').kind; // → 'at_least'
 * parseTarget('≥ 20', '% GRDP').base; // → 'GRDP'
 */
export declare function parseTarget(text: string, unit?: string | null, options?: ReadingOptions | null): MilestoneTarget;

/**
 * Reads one deadline cell.
 *
 * Reading is total: a date is never guessed, and a cell that could not be read is `recognised: false`.
 *
 * @throws {TiendoError} `cell-too-long`; `bad-option` for a day of the month that is not 1 to 31.
 *
 * @example
 * parseDeadline('trước ngày 15/7/2025').due; // → '2025-07-14'
 * parseDeadline('6/2025', { monthDay: 25 }).due; // → '2025-06-25'
 */
export declare function parseDeadline(text: string, options?: DeadlineOptions): ReadDeadline;

/**
 * What a caller may choose about reading deadlines.
 *
 * @example
 * parseDeadline('trước 15/7/2025', { beforeInclusive: true }).due; // → '2025-07-15'
 */
export interface DeadlineOptions extends ReadingOptions {
  /** The day a bare month is due, 1 to 31; its last by default. */
  monthDay?: number | null;
  /** "Before" includes the day it names. */
  beforeInclusive?: boolean | null;
  /** "And the following years" falls due each 31 December. */
  followingYearsJudged?: boolean | null;
}

/**
 * A deadline and how its day follows from what is written; there is no `why` where there is no such day.
 *
 * @example
 * const deadline = parseDeadline('Báo cáo đầu tiên trước ngày 25/7/2026; cập nhật hằng tháng');
 * deadline.due; // → '2026-07-24'
 * deadline.recurrence; // → 'monthly'
 * deadline.why?.vi; // → '“Trước 25/7/2026”: ngày cuối cùng đúng hạn là 24/7/2026.'
 */
export type ReadDeadline = Deadline & { why?: Why };

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
  /** The number, as exact text: `'52.5'`. */
  value?: string | null;
  /** Whether the thing is in place. */
  present?: boolean | null;
  /** Whether a qualitative target is judged met. */
  judgement?: boolean | null;
  /** The value's unit; the target's where absent. */
  unit?: Unit | null;
  /** The thing measured, where it is not the indicator's usual one. */
  qualifier?: string | null;
  /** The values of the last two full years, the earlier first. */
  fullYears?: readonly [string, string] | null;
}

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
 * Splits a cell (cơ quan chủ trì, cơ quan phối hợp) into the bodies and groups it names.
 *
 * Names hold commas and `và` themselves, so the longest name of the registry wins before anything separates. Words of
 * no entry are an unknown agency.
 *
 * @param registry the JSON of another registry than the library's own.
 * @throws {TiendoError} `cell-too-long`; where the registry is wrong.
 *
 * @example
 * const cell = splitAgencies('Sở Văn hóa, Thể thao và Du lịch; các sở, ban, ngành liên quan;…');
 * cell.agencies.map(({ id }) => id); // → ['so-vhttdl', 'cac-so-ban-nganh']
 * cell.open; // → true
 */
export declare function splitAgencies(cell: string, registry?: string | null, options?: ReadingOptions | null): AgencyCell;

/**
 * A cell's groups replaced by the bodies that a roster gives for them; a group that is not on it stays one group.
 *
 * A body comes once, and as the cell names it where it does; one the registry does not know comes as an unknown agency
 * under the roster's words.
 *
 * @param cell as {@link splitAgencies} gave it.
 * @param registry the JSON of another registry than the library's own.
 * @throws {TiendoError} `bad-value` for what is no cell; where the roster or the registry is wrong.
 *
 * @example
 * const cell = splitAgencies('Các sở, ban, ngành');
 * const roster = [{ group: 'cac-so-ban-nganh', agencies: ['so-nv', 'Sở Tài chính'] }];
 * expand(cell, roster).map(({ id }) => id); // → ['so-nv', 'so-tc']
 */
export declare function expand(
  cell: AgencyCell,
  roster: readonly Roster[],
  registry?: string | null,
  options?: ReadingOptions | null,
): NamedAgency[];

/**
 * The bodies that a collective lead stands for, as the caller knows them.
 *
 * @example
 * const roster = [{ group: 'các sở, ban, ngành', agencies: ['so-nv', 'so-tc'] }];
 * const options = { agencies: ['cac-so-ban-nganh'], roster };
 * obligations(planFromJson(json), '2025-06-20', '2025-06-21', options).reportingUnits.length; // → 2
 */
export interface Roster {
  /** The group: its id, or its words. */
  group: string;
  /** Its bodies, each by id or name. */
  agencies: readonly string[];
}

/**
 * The bodies and groups that cells name, in the registry's order.
 *
 * @param registry the JSON of another registry than the library's own.
 * @throws {TiendoError} those of files; `duplicate-code` for an id or a name two entries share; `unknown-code` for a
 *   successor that is no id; `bad-value` for bodies that succeed one another in a circle.
 *
 * @example
 * agencies().agencies.find(({ id }) => id === 'so-khcn')?.name; // → 'Sở Khoa học và Công nghệ'
 */
export declare function agencies(registry?: string | null, options?: ReadingOptions | null): AgencyRegistry;

/**
 * The body with a name, short name or known misspelling, however it is spaced, cased or accented; `null` where there is
 * none.
 *
 * @param registry the JSON of another registry than the library's own.
 * @throws {TiendoError} where the registry is wrong.
 *
 * @example
 * find('phòng Văn hoá - Xã hội')?.id; // → 'phong-vhxh'
 * find('Sở Phép thuật'); // → null
 */
export declare function find(name: string, registry?: string | null, options?: ReadingOptions | null): Agency | null;

/**
 * What became of a body by a day; a successor that has ended too is followed. Who is not in the registry is the same.
 *
 * @param registry the JSON of another registry than the library's own.
 * @throws {TiendoError} `bad-date`; where the registry is wrong.
 *
 * @example
 * succession('so-tttt', '2025-03-01'); // → { kind: 'succeeded', successor: 'so-khcn' }
 * succession('ubnd-tp-my-tho', '2025-07-01').kind; // → 'orphaned'
 */
export declare function succession(
  id: string,
  on: string,
  registry?: string | null,
  options?: ReadingOptions | null,
): Succession;

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
  groups: Group[];
}

/**
 * Reads a plan's JSON, and in it each indicator's row and each task's deadline.
 *
 * Nothing is read in part: what is wrong is thrown with its place, the first mistake with the {@link TiendoError.others}
 * beside it. The package's own plans are files,
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
export declare function planFromJson(
  source: string | ArrayBuffer | ArrayBufferView,
  options?: ReadingOptions | null,
): Plan;

/**
 * Writes a plan as JSON: the same text for the same plan, without what was read from its cells.
 *
 * @throws {TiendoError} where the plan is not one {@link planFromJson} would read.
 *
 * @example
 * planToJson(planFromJson(json)) === json; // → true
 */
export declare function planToJson(plan: PlanFile | Plan, options?: ReadingOptions | null): string;

/**
 * Orders indicator codes segment by segment, for `sort`: negative where `a` comes first, 0 for one code.
 *
 * @example
 * ['7.10', '7.2', '7'].sort(compareCodes); // → ['7', '7.2', '7.10']
 */
export declare function compareCodes(a: string, b: string): number;

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
  readDeadline: ReadDeadline;
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
export declare function lint(plan: PlanFile | Plan, registry?: string | null, options?: ReadingOptions | null): Finding[];

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
  options?: ReadingOptions | null,
): Finding[];

/**
 * Links by name for items without a recorded one: the upper item whose name shares most words, at least 60 in 100.
 *
 * @throws {TiendoError} `too-many` pairs of names; where a plan is wrong.
 *
 * @example
 * const links = suggestLinks(planFromJson(file('tien-giang-69')), planFromJson(json));
 * links.some(({ child, parent }) => child === '8' && parent === '50'); // → true
 */
export declare function suggestLinks(
  child: PlanFile | Plan,
  parent: PlanFile | Plan,
  options?: ReadingOptions | null,
): SuggestedLink[];

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
export declare function periodHolding(cycle: Cycle, date: string): Period | null;

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
  /** The days that differ from their day of the week, ascending: each a {@link CalendarDay}, its date any text. */
  days: (Omit<CalendarDay, 'date'> & { date: string })[];
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
export declare function dayStatus(date: string, calendar?: Calendar | null, options?: ReadingOptions | null): DayStatus;

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
export declare function nextWorkingDay(date: string, calendar?: Calendar | null, options?: ReadingOptions | null): ISODate;

/**
 * The last working day up to a day, itself included.
 *
 * @param calendar another one than the library's own.
 * @throws {TiendoError} `unknown-year`, where the years known end before one is found; as {@link dayStatus}.
 *
 * @example
 * previousWorkingDay('2025-11-29'); // → '2025-11-28'
 */
export declare function previousWorkingDay(date: string, calendar?: Calendar | null, options?: ReadingOptions | null): ISODate;

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
 * the order of the rules, then of the bodies. In place of days there may be periods.
 *
 * @throws {TiendoError} `bad-option` for an option's value that it does not take, an end before the start, neither days nor
 *   periods, a body without a name; `unknown-field` for an option that is none, `wrong-type` for one of another type;
 *   `duplicate-code` for a body, period or given report twice; `unknown-code` for a given report of no ad hoc or term rule;
 *   `unknown-year` where a day-off shift needs a year the calendar does not know; `too-many` beyond the limits; for what is
 *   no plan, date, calendar or registry.
 *
 * @example
 * const plan = planFromJson(json);
 * const { reports } = obligations(plan, '2025-06-01', '2025-06-30', { agencies: ['so-nv', 'so-tc'] });
 * reports.length; // → 6
 * reports[0].due; // → '2025-06-09'
 * reports[0].why.vi; // → '“Trước ngày 10/6/2025”: ngày cuối cùng đúng hạn là 9/6/2025.'
 * obligations(plan, null, null, { periods: ['2025-Q2'] }).reports[0].due; // → '2025-06-09'
 */
export declare function obligations(
  plan: PlanFile | Plan,
  start: string | null | undefined,
  end: string | null | undefined,
  options?: ReportingQuery,
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
}

/**
 * What a caller brings to a question about the reports of one plan, beside its days.
 *
 * @example
 * // Tiên Điền's text has no date: the caller says from when its rules hold.
 * const commune = planFromJson(file('tien-dien'));
 * obligations(commune, '2026-01-01', '2026-02-01', { effective: '2026-01-01' }).reports[0].due; // → '2026-01-14'
 */
export interface ReportingQuery extends ReportingOptions, ReadingOptions {
  /** In place of days, which are then `null`: the ids of the periods. */
  periods?: readonly string[] | null;
  /** The bodies that report, by id, name or short name, and groups the roster resolves; none for the reports as such. */
  agencies?: readonly string[] | null;
  /** Which bodies the groups among `agencies` are; a group that is not on it is a body like any other. */
  roster?: readonly Roster[] | null;
  /** From when the regime holds, in place of the day the plan says. */
  effective?: string | null;
  /** Ad hoc and term reports. */
  given?: readonly GivenReport[] | null;
  /** Another calendar than the library's own. */
  calendar?: Calendar | null;
  /** The JSON of another registry than the library's own. */
  registry?: string | null;
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
  written: string;
  /** Whether it was asked for "before" that date. */
  before?: boolean | null;
  /** The first day it reports on. */
  start?: string | null;
  /** The last day it reports on. */
  end?: string | null;
}

/**
 * The reports owed.
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
  /** The bodies that report, in the order given, as the registry knows them. */
  reportingUnits: ReportingUnit[];
}

/**
 * Whether the reports owed came on time, by what was sent and exempted, as known on a day.
 *
 * @throws {TiendoError} `bad-option` for records where no agencies are given; `conflicting-record` for two records with
 *   one id and other content; as {@link obligations}; where a record is wrong, with its place.
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
  start: string | null | undefined,
  end: string | null | undefined,
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
export interface TimelinessOptions extends ReportingQuery {
  /** What was sent and exempted. */
  records: readonly (Submission | Exemption)[];
  /** The day it is judged, in Việt Nam ({@link dateInVietnam}). */
  today: string;
  /** Asks for reminders of what is missing and of what falls due within so many days. */
  withinDays?: number | null;
  /** The language of the reminders; Vietnamese by default. */
  lang?: Lang | null;
}

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
  date: string;
  /** The day it was recorded. */
  recorded: string;
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
  date: string;
  /** The day it was recorded. */
  recorded: string;
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
  start: string | null | undefined,
  end: string | null | undefined,
  options: ICalendarOptions,
): string;

/**
 * What a caller brings to an iCalendar file.
 *
 * @example
 * const options = { stamp: '2025-05-10T00:00:00Z', lang: 'en' };
 * icalendar(planFromJson(json), '2025-06-20', '2025-06-21', options).includes('SUMMARY:Due: the report on June 2025'); // → true
 */
export interface ICalendarOptions extends ReportingQuery {
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
 *   the plans is meant; `too-large` texts.
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
  effective?: string | null;
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
export interface DutiesOptions
  extends Omit<ReportingQuery, 'periods' | 'agencies' | 'roster' | 'effective' | 'given'> {
  /** The language of the texts; Vietnamese by default. */
  lang?: Lang | null;
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
  start: string | null | undefined,
  end: string | null | undefined,
  options?: SlackOptions,
): Slack[];

/**
 * What a caller brings to compare the due days of two tiers.
 *
 * @example
 * slack(planFromJson(file('tien-dien')), planFromJson(json), '2026-06-01', '2026-07-01', { lowerEffective: null }); // → []
 */
export interface SlackOptions extends Omit<ReportingQuery, 'agencies' | 'roster' | 'effective' | 'given'> {
  /** From when the lower regime holds, in place of the day its plan says. */
  lowerEffective?: string | null;
  /** From when the upper regime holds, in place of the day its plan says. */
  upperEffective?: string | null;
}

/**
 * What went wrong, where, and what was expected instead.
 *
 * Arguments of another type than these declarations have are a `TypeError`; what stands in an object that is read whole, as
 * plans, records and questions about reports are, is an error of its place: `wrong-type` at `graceDays`.
 *
 * @example
 * try {
 *   planFromJson('{"schemaVersion": 1, "colour": "red"}');
 * } catch (error) {
 *   error.code; // → 'unknown-field'
 *   error.path; // → 'colour'
 *   error.vi.startsWith('Dòng 1, cột 22, `colour`: trường không có trong định dạng; cần '); // → true
 *   error.others[0].code; // → 'missing-field'
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
  /** The same in Vietnamese. */
  readonly expectedVi: string;
  /** The error as a sentence in Vietnamese. */
  readonly vi: string;
  /** The error as a sentence in English; `message` is a line for logs. */
  readonly en: string;
  /** The other errors of the same file, in the order of their places; none of these has others. */
  readonly others: readonly TiendoError[];
}

