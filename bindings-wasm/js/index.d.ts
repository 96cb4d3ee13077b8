/// <reference lib="esnext.disposable" />
/**
 * Reads published Vietnamese action plans: targets, deadlines and reporting cycles a program can check.
 *
 * Exact numbers are text (`'0.7'`), dates are text (`'2025-06-30'`): neither ever passes through a binary float or a
 * `Date`, which would change them. Results are plain objects; a field that says nothing is absent. The types of results and
 * of what callers bring are in `generated/results.d.ts`, made from the library's own.
 *
 * Plans, registries, calendars, records and what was asked of them stay in the library: these are handles, of which a
 * property or a method gives plain objects. One that is forgotten is freed in time; `free()` and `using` free it at once,
 * and afterwards any use of it is a `TypeError`.
 *
 * What is no text, number or object where one is asked is a `TypeError`, half of a surrogate pair the {@link TiendoError}
 * `bad-text`. An argument that is `null` counts as left out. What is no date is
 * `bad-date`, no language `bad-option`, and no code or result of the library's `bad-value`, each at the argument's name; what
 * else may be wrong stands at each function. Sentences are in Vietnamese by default.
 *
 * In the examples `json` is the text of `tiendo/plans/ha-tinh-231.json`, `upper` that plan, and `lower` `tien-dien`.
 * @module
 */

import type {
  Agency, AgencyCell, Amendment, Assessment, CalendarDay, CodeList, CompareOptions, Comparison, CsvStyle, CsvTable, Cycle, DayStatus, Deadline, DeadlineOptions,
  Direction, Due, ErrorCode, Exempt, Exemption, Extension, FeedOptions, FileKind, Finding, GivenReport, Group, Indicator, ISODate, Lang, Limits,
  MilestoneTarget, MonthDuty, NamedAgency, NoteCode, Numeral, Obligation, Observation, Options, OutsideDate, PeriodReading, PeriodicReport, Plan as PlanFile, Reason,
  RegimeReading, Reminder,
  Report, ReportFormat, ReportingOptions, ReportQuery, ReportingUnit, Retraction, Roster, Row, Rule, Sentence, Severity, Slack, Source, Span, Strength, Submission, Succession,
  SuggestedLink, Tally, TallyOf, Task, TaskUpdate, Trigger, Unit, Why,
} from './generated/results.js';

export * from './generated/results.js';
// The name `Plan` is that of a plan that was read; its file's fields are `PlanFile`.
export type { Plan as PlanFile } from './generated/results.js';

/**
 * Prepares the library; every other function needs it first.
 *
 * The first call starts the loading and every later one returns the same promise, whatever it is given; after a failure the
 * next call tries again. Without a source the package's own file is taken: fetched in a browser, read in Node. A page with
 * a Content-Security-Policy needs `script-src 'wasm-unsafe-eval'`.
 * @param source where the WebAssembly is, or the WebAssembly itself.
 * @throws {Error} where it cannot be fetched or compiled; `cause` is the reason.
 * @example
 * await load();
 * parseNumber('0,7').value; // → '0.7'
 */
export declare function load(
  // TypeScript's own type of a module is empty: alone it would let numbers in.
  source?: URL | string | Response | Promise<Response> | ArrayBuffer | ArrayBufferView | (WebAssembly.Module & object),
): Promise<void>;
/** What stays in the library until it is freed. */
declare abstract class Handle {
  protected constructor();
  /** Its JSON as the library writes it: of a file that is read again, the one form of it. */
  toJson(): string;
  /** What it holds, for `JSON.stringify`. */
  toJSON(): object;
  /** Lets go of it; more than once does nothing. */
  free(): void;
  /** The same, for `using`. */
  [Symbol.dispose](): void;
}

/** A file's JSON as text or as its bytes in UTF-8, or the object it makes, of which errors have no `row` and `column`. */
type FileOf<T> = string | ArrayBuffer | ArrayBufferView | T;

/**
 * Reads a plan.
 *
 * Nothing is read in part: what is wrong is thrown with its place, the first mistake with the {@link TiendoError.others}
 * beside it.
 * @throws {TiendoError} with `path`, and of a text `row` and `column`.
 * @example
 * plan(json).number; // → '231/KH-UBND'
 * plan(JSON.parse(json)).tasks.length; // → 123
 */
export declare function plan(source: FileOf<PlanFile> | Plan, limits?: Limits | null): Plan;
/**
 * Loads one of the package's own plans, a file beside it: fetched in a browser, read in Node.
 * @throws {TiendoError} `unknown-plan`, with the ids there are.
 * @throws {Error} where the file cannot be fetched.
 * @example
 * const scan = await loadPlan('ha-tinh-42-ctr-tu');
 * scan.level; // → 'party'
 */
export declare function loadPlan(id: string, limits?: Limits | null): Promise<Plan>;
/**
 * The ids of the package's own plans.
 * @example builtinPlanIds(); // → ['ha-tinh-231', 'tien-giang-69', 'tien-dien', 'ha-tinh-42-ctr-tu', 'dak-lak-146']
 */
export declare function builtinPlanIds(): string[];
/**
 * A published action plan that was read: the fields of its file, every cell verbatim, and what they mean.
 * @example
 * upper.indicators[7].targets[1].text; // → '≤ 20'
 * upper.rows[7].direction; // → 'lower_is_better'
 * upper.row('8').targets[1].target.value; // → '20'
 * upper.indicator('8').name === upper.indicators[7].name; // → true
 * upper.task(4).deadline; // → '6/2025'
 * upper.deadline(4).due; // → '2025-06-30'
 * upper.deadlines.length; // → 123
 * upper.milestoneOn('2026-01-01'); // → 2030
 * upper.lint()[0].code; // → 'unit-changes'
 * upper.obligations({ periods: ['2025-Q2'] }).at(0).due; // → '2025-06-09'
 * upper.toJson() === json; // → true
 * const none = records({ schemaVersion: 1, synthetic: true, records: [] });
 * upper.assess(none, '2026-11-27', { dueSoonDays: 60 }).indicators[0].standing; // → 'undetermined'
 */
export interface Plan extends PlanFile {}
export declare class Plan extends Handle {
  /** The row of each indicator, in the plan's order. */
  readonly rows: Row[];
  /** The deadline of each task, in the plan's order. */
  readonly deadlines: Deadline[];
  /** The indicator with a code, its own or one it was published under at another milestone. */
  indicator(code: string): Indicator | null;
  /** The row of that indicator. */
  row(code: string): Row | null;
  /** The task with a number. */
  task(number: number): Task | null;
  /** The deadline of that task. */
  deadline(number: number): Deadline | null;
  /** The milestone in view on a day. Error: `bad-date`. */
  milestoneOn(today: string): number | null;
  /**
   * What a careful reader would remark on, in the order of the plan; with `minimum` what weighs at least so much. Error:
   * `bad-value`.
   */
  lint(registry?: Registry | null, minimum?: Severity | null): Finding[];
  /**
   * Every report whose last day on time lies between two days (by option its written date, or its period's end), the first
   * included and the last not, or on some periods: by date, then in the order of the rules, then of the bodies.
   *
   * Errors: `bad-option` for an option's value that it does not take, an end before the start, neither days nor periods, a
   * body without a name; `unknown-field` for an option that is none, `wrong-type` for one of another type; `duplicate-code`
   * for a body, period or given report twice; `unknown-code` for a given report of no ad hoc or term rule; `too-many`
   * beyond the limits.
   */
  obligations(query: ReportingQuery): Obligations;
  /**
   * How the plan stands on a day, of the records known: each indicator, task and report, and why. The same inputs give the
   * same result, whatever the order of the records.
   *
   * Errors: `bad-option` for an option's value that it does not take, `unknown-field` for an option that is none; `bad-date`,
   * `year-out-of-range`; those of reports.
   */
  assess(records: Records, today: string, options?: AssessOptions | null): Assessment;
  toJSON(): PlanFile;
}

/**
 * How a plan stands on a day, from files to JSON text, the same in every language: of a plan, of records, and of options or
 * none. The page's own thread may send it on, or a worker make it.
 * @throws {TiendoError} those of files, and of {@link Plan.assess}.
 * @example
 * const known = '{ "schemaVersion": 1, "synthetic": true, "records": [] }';
 * assessJson(json, known, '2026-11-27').slice(0, 25); // → '{"schemaVersion":1,"plan"'
 */
export declare function assessJson(
  plan: FileOf<PlanFile>, records: FileOf<object>, today: string, options?: FileOf<AssessOptions> | null,
): string;

/**
 * What changed between two assessments of one plan (`JSON.parse` gives {@link Changes}): kinds, causes, a sentence an item.
 * @throws {TiendoError} `unknown-plan` where the plans differ, `bad-date` where the first is of the later day, `bad-option`
 * where other options differ than those of what is known and shown.
 * @example
 * const known = '{ "schemaVersion": 1, "synthetic": true, "records": [] }';
 * const [june, july] = ['2026-06-20', '2026-07-20'].map((day) => assessJson(json, known, day));
 * JSON.parse(changesJson(june, july)).to.today; // → '2026-07-20'
 */
export declare function changesJson(before: FileOf<Assessment>, after: FileOf<Assessment>): string;

/**
 * Which standings are others where one option is another (`trials`, `items`, `stable`). `trials` is a list of
 * `{ option, value }`; by default choices of two turned, and thresholds beside the usual ones.
 * @throws {TiendoError} those of files, `unknown-field` and `bad-option` for a trial, and of {@link Plan.assess}.
 * @example
 * const known = '{ "schemaVersion": 1, "synthetic": true, "records": [] }';
 * const tried = JSON.parse(sensitivityJson(json, known, '2026-07-15', null, '[{ "option": "onTrack", "value": "0.9" }]'));
 * tried.trials[0].option; // → 'onTrack'
 */
export declare function sensitivityJson(
  plan: FileOf<PlanFile>, records: FileOf<object>, today: string, options?: FileOf<AssessOptions> | null,
  trials?: string | Uint8Array | null,
): string;

/**
 * The figures of communes summed for their province's indicators, along recorded links (`JSON.parse` gives {@link RollUp}):
 * of the province's plan and records, of `units` (a list of `{ id, name, plan, records }`), of options or none.
 * @throws {TiendoError} those of files, and of {@link Plan.assess}.
 * @example
 * const known = '{ "schemaVersion": 1, "synthetic": true, "records": [] }';
 * JSON.parse(rollUpJson(json, known, '[]', '2026-07-15')).indicators; // → []
 */
export declare function rollUpJson(
  plan: FileOf<PlanFile>, records: FileOf<object>, units: string | Uint8Array, today: string,
  options?: FileOf<AssessOptions> | null,
): string;

/**
 * A table of an assessment for a spreadsheet. In the style `excel` it is as Vietnamese Excel reads it. A text that looks
 * like a formula begins with an apostrophe.
 * @throws {TiendoError} `bad-value` for a table there is none of, and for JSON that is no assessment.
 * @example
 * const known = '{ "schemaVersion": 1, "synthetic": true, "records": [] }';
 * csvJson(assessJson(json, known, '2026-07-15'), 'tasks').slice(0, 12); // → 'number,title'
 */
export declare function csvJson(
  assessment: FileOf<Assessment>, table: CsvTable, style?: CsvStyle | null, lang?: Lang | null,
): string;

/**
 * Everything ahead of an assessment's day as a calendar file that a program may subscribe to: tasks, reports, milestones.
 * @throws {TiendoError} `bad-date` for a stamp that is no instant, `bad-option`.
 * @example
 * const known = '{ "schemaVersion": 1, "synthetic": true, "records": [] }';
 * const july = assessJson(json, known, '2026-07-15');
 * calendarFeedJson(july, { stamp: '2026-07-15T00:00:00Z' }).slice(0, 15); // → 'BEGIN:VCALENDAR'
 */
export declare function calendarFeedJson(assessment: FileOf<Assessment>, options: FileOf<FeedOptions>): string;

/**
 * The report of a period as data (`JSON.parse` gives {@link PeriodicReport}): of an assessment, of that of the report before
 * or `null`, and of what is asked.
 * @throws {TiendoError} `bad-period`, `unknown-code` for an agency that has nothing in the plan, those of {@link changesJson}.
 * @example
 * const known = '{ "schemaVersion": 1, "synthetic": true, "records": [] }';
 * const june = assessJson(json, known, '2026-06-30');
 * JSON.parse(periodReportJson(june, null, { period: '2026-06' })).head.issuer; // → '[TÊN CƠ QUAN]'
 */
export declare function periodReportJson(
  assessment: FileOf<Assessment>, earlier: FileOf<Assessment> | null, query: FileOf<ReportQuery>,
): string;

/**
 * A report laid out: the bytes of a file. The same report gives the same bytes.
 * @throws {TiendoError} those of JSON that is no report; `bad-value` for a format there is none of.
 * @example
 * const known = '{ "schemaVersion": 1, "synthetic": true, "records": [] }';
 * const report = periodReportJson(assessJson(json, known, '2026-06-30'), null, { period: '2026-06' });
 * [...renderJson(report, 'docx').slice(0, 2)]; // → [80, 75]
 */
export declare function renderJson(report: FileOf<PeriodicReport>, format: ReportFormat): Uint8Array;

/**
 * All that is wrong with a file, in the order of its places, up to the limit on errors; nothing where it is read. The
 * rules are those of reading, which say more than the JSON Schemas under `tiendo/schemas` can.
 *
 * @throws {TiendoError} `bad-value` for a kind there is none of.
 * @example
 * validate('plan', { schemaVersion: 1, colour: 'red' })[0].path; // → 'colour'
 */
export declare function validate(kind: FileKind, source: FileOf<object>, limits?: Limits | null): TiendoError[];

/**
 * Compares a plan with the upper plan it derives from, by its recorded links: indicators, then tasks, then the reporting
 * rules, each in the lower plan's order.
 * @throws {TiendoError} `unknown-plan` where the plan records no derivation from `parent`.
 * @example
 * const later = comparePlans(lower, upper).find(({ code }) => code === 'deadline-later');
 * later.en; // → 'Task 4 is due 2025-09-30, after the 2025-06-30 of task 4 of 231/KH-UBND.'
 */
export declare function comparePlans(child: Plan, parent: Plan, registry?: Registry | null): Finding[];
/**
 * Links by name for items without a recorded one: the upper item whose name shares most words, at least 60 in 100.
 * @throws {TiendoError} `too-many` pairs of names.
 * @example
 * const links = suggestLinks(await loadPlan('tien-giang-69'), upper);
 * links.some(({ child, parent }) => child === '8' && parent === '50'); // → true
 */
export declare function suggestLinks(child: Plan, parent: Plan): SuggestedLink[];
/**
 * Orders indicator codes segment by segment, for `sort`: negative where `a` comes first, 0 for one code.
 * @example ['7.10', '7.2', '7'].sort(compareCodes); // → ['7', '7.2', '7.10']
 */
export declare function compareCodes(a: string, b: string): number;
/**
 * Reads a registry of bodies; without one it is the library's own.
 * @throws {TiendoError} those of files; `duplicate-code` for an id or a name two entries share; `unknown-code` for a
 *   successor that is no id; `bad-value` for bodies that succeed one another in a circle.
 * @example
 * const own = registry().toJSON();
 * own.agencies.push({ id: 'bao-mau', name: 'Báo Mẫu', level: 'province' });
 * registry(own).split('Báo Mẫu').agencies[0].id; // → 'bao-mau'
 */
export declare function registry(source?: FileOf<RegistryFile> | null, limits?: Limits | null): Registry;
/**
 * The bodies and groups that cells name, and what became of them.
 * @example
 * const bodies = registry();
 * bodies.agency('so-khcn').name; // → 'Sở Khoa học và Công nghệ'
 * bodies.find('phòng Văn hoá - Xã hội').id; // → 'phong-vhxh'
 * bodies.succession('so-tttt', '2025-03-01'); // → { kind: 'succeeded', successor: 'so-khcn' }
 * const cell = bodies.split('Sở Văn hóa, Thể thao và Du lịch; các sở, ban, ngành');
 * cell.agencies.map(({ id }) => id); // → ['so-vhttdl', 'cac-so-ban-nganh']
 * const roster = [{ group: 'cac-so-ban-nganh', agencies: ['so-nv', 'Sở Tài chính'] }];
 * bodies.expand(cell, roster).map(({ id }) => id); // → ['so-vhttdl', 'so-nv', 'so-tc']
 * bodies.groups.find(({ id }) => id === 'cac-so-ban-nganh').name; // → 'Các sở, ban, ngành'
 * bodies.agencies.some(({ id }) => id === 'so-yt'); // → true
 */
export declare class Registry extends Handle {
  /** The bodies, in the registry's order. */
  readonly agencies: Agency[];
  /** The groups, in the registry's order. */
  readonly groups: Group[];
  /** The body with an id. */
  agency(id: string): Agency | null;
  /** The body with a name, short name or known misspelling, however it is spaced, cased or accented. */
  find(name: string): Agency | null;
  /** What became of a body by a day; a successor that has ended too is followed. Error: `bad-date`. */
  succession(id: string, on: string): Succession;
  /**
   * Splits a cell (cơ quan chủ trì, cơ quan phối hợp) into the bodies and groups it names: the longest name of the registry
   * wins before anything separates, and words of no entry are an unknown agency. Error: `cell-too-long`.
   */
  split(cell: string): AgencyCell;
  /**
   * A cell's groups replaced by the bodies that a roster gives for them: each body once, as the cell names it where it does;
   * a group that is not on the roster stays. Errors: `bad-value` for what is no cell; those of a question.
   */
  expand(cell: AgencyCell, roster: readonly Roster[]): NamedAgency[];
  toJSON(): RegistryFile;
}

/**
 * A registry's file.
 * @example registry({ schemaVersion: 1, agencies: [], groups: [] }).find('Sở Y tế'); // → null
 */
export interface RegistryFile {
  schemaVersion: number;
  agencies: Agency[];
  groups: Group[];
}

/**
 * Reads a calendar, or takes one of the library's own by its id; without a source that of civil servants. A text that
 * begins with `{` is JSON.
 * @throws {TiendoError} those of files; `unknown-calendar`, with the ids there are.
 * @example
 * calendar('vn-civil-servants').years; // → [2025, 2026]
 * const plain = { schemaVersion: 1, id: 'x', name: 'Lịch mẫu', weekend: [6, 7], years: [2027], days: [] };
 * calendar(plain).status('2027-01-01'); // → { off: false }
 */
export declare function calendar(source?: FileOf<CalendarFile> | null, limits?: Limits | null): Calendar;
/**
 * The ids of the library's own calendars.
 * @example builtinCalendarIds(); // → ['vn-civil-servants']
 */
export declare function builtinCalendarIds(): string[];
/**
 * Days off and worked, of the years it knows; of other years nothing is said: a question about them is the error
 * `unknown-year`.
 * @example
 * const days = calendar();
 * days.status('2025-09-02').day.name; // → 'Quốc khánh'
 * days.nextWorkingDay('2026-08-29'); // → '2026-09-03'
 * days.previousWorkingDay('2025-11-29'); // → '2025-11-28'
 * const flood = { date: '2026-10-01', off: true, name: 'Nghỉ do mưa lũ', source: 'Quyết định của UBND tỉnh (ví dụ)' };
 * days.withDays([flood]).status('2026-10-01').off; // → true
 * [days.id, days.weekend, days.years]; // → ['vn-civil-servants', [6, 7], [2025, 2026]]
 * calendar(days.toJson()).name === days.name; // → true
 * days.days.find(({ date }) => date === '2026-08-22').off; // → false
 */
export declare class Calendar extends Handle {
  readonly id: string;
  /** Whose it is. */
  readonly name: string;
  /** The days of the week that are off, from 1 for Monday to 7 for Sunday. */
  readonly weekend: number[];
  /** The years it knows, ascending. */
  readonly years: number[];
  /** The days that differ from their day of the week, ascending. */
  readonly days: CalendarDay[];
  /** Whether a day is off, and the entry that decides. Errors: `bad-date`, `unknown-year`. */
  status(day: string): DayStatus;
  /** The first working day from a day on, itself included. Errors: `bad-date`; `unknown-year` where none is known. */
  nextWorkingDay(day: string): ISODate;
  /** The last working day up to a day, itself included. Errors: `bad-date`; `unknown-year` where none is known. */
  previousWorkingDay(day: string): ISODate;
  /** The calendar with these days in place of its own, or beside them. Error: `bad-value` for a year it does not know. */
  withDays(days: readonly (Omit<CalendarDay, 'date'> & { date: string })[]): Calendar;
  toJSON(): CalendarFile;
}

/**
 * A calendar's file.
 * @example calendar().toJSON().schemaVersion; // → 1
 */
export interface CalendarFile {
  schemaVersion: number;
  id: string;
  name: string;
  weekend: number[];
  years: number[];
  days: (Omit<CalendarDay, 'date'> & { date: string })[];
}

/**
 * Reads a period's id: `2025-06`, `2025-Q2`, `2025-H1`, `2025-9M`, `2025`.
 * @throws {TiendoError} `bad-period`; `year-out-of-range`, outside 1900 to 2200.
 * @example period('2025-H1').vi; // → '6 tháng đầu năm 2025'
 */
export declare function period(id: string): PeriodReading;
/**
 * The period of a cycle that holds a day; `null` where there is none: October to December of the nine months, and the
 * cycles whose dates the caller gives.
 * @example
 * periodHolding('quarterly', '2025-11-23')?.id; // → '2025-Q4'
 * periodHolding('nine_monthly', '2025-11-23'); // → null
 */
export declare function periodHolding(cycle: Cycle, date: string): PeriodReading | null;
/**
 * How many months a cycle has; `null` for those whose dates the caller gives.
 * @example cycleMonths('quarterly'); // → 3
 */
export declare function cycleMonths(cycle: Cycle): number | null;
/**
 * The date in Việt Nam of an instant, which RFC 3339 writes and `Date.prototype.toISOString` gives: what a last day on
 * time is compared with.
 * @throws {TiendoError} `bad-date` for text that is no instant with its offset; `year-out-of-range`.
 * @example
 * dateInVietnam('2025-06-19T16:59:59Z'); // → '2025-06-19'
 * dateInVietnam('2025-06-19T17:00:00Z'); // → '2025-06-20'
 */
export declare function dateInVietnam(instant: string): ISODate;
/**
 * What a caller asks about reports, and brings to it. Asked are the reports written for the days from `start`, included, to
 * `end`, not included; or those on `periods`.
 * @example
 * // Tiên Điền's text has no date: the caller says from when its rules hold.
 * const query = { start: '2026-01-01', end: '2026-02-01', effective: '2026-01-01' };
 * lower.obligations(query).at(0).due; // → '2026-01-14'
 */
export interface ReportingQuery extends ReportingOptions {
  /** The first day. */
  start?: string | null;
  /** The day after the last. */
  end?: string | null;
  /** In place of days: the ids of the periods. */
  periods?: readonly string[];
  /** The bodies that report, by id, name or short name, and groups the roster resolves; none for the reports as such. */
  agencies?: readonly string[];
  /** Which bodies the groups among `agencies` are; a group that is not on it is a body like any other. */
  roster?: readonly Roster[];
  /** From when the regime holds, where neither it nor the plan says so. */
  effective?: string | null;
  /** Ad hoc and term reports, which stand on dates of the caller's. */
  given?: readonly GivenReport[];
  /** The days off; by default those of civil servants. */
  calendar?: Calendar | CalendarFile | null;
  /** The bodies known; by default the library's own. */
  registry?: Registry | RegistryFile | null;
  /** How much the call takes and gives. */
  limits?: Limits;
}

/**
 * What a caller may choose about an assessment, and brings to it.
 * @example
 * const none = records({ schemaVersion: 1, synthetic: true, records: [] });
 * const { options } = upper.assess(none, '2026-11-27', { equalExactly: true, calendar: calendar() });
 * [options.equalExactly, options.minDays]; // → [true, 180]
 */
export interface AssessOptions extends Options {
  /** The days off; by default those of civil servants. */
  calendar?: Calendar | CalendarFile | null;
  /** The bodies known; by default the library's own. */
  registry?: Registry | RegistryFile | null;
}

/** A list in the library, of which entries are made when they are asked for. */
declare abstract class List<T> extends Handle implements Iterable<T> {
  readonly length: number;
  /** One entry, counted from the end where negative. */
  at(index: number): T | undefined;
  /** Some entries, as `Array.prototype.slice` has them. */
  slice(start?: number, end?: number): T[];
  [Symbol.iterator](): IterableIterator<T>;
  /** All entries; the same array each time. */
  readonly reports: T[];
}

/**
 * The reports owed.
 * @example
 * const june = upper.obligations({ start: '2025-06-01', end: '2025-06-30', agencies: ['so-nv', 'so-tc'] });
 * june.length; // → 6
 * june.at(-1).why.vi; // → '“Trước ngày 20/6/2025”: ngày cuối cùng đúng hạn là 19/6/2025.'
 * june.slice(0, 2).map(({ agency }) => agency); // → ['so-nv', 'so-tc']
 * [...june].length === june.reports.length; // → true
 * june.reportingUnits[1].name; // → 'Sở Tài chính'
 * lower.obligations({ periods: ['2026-01'] }).findings[0].code; // → 'no-effective-date'
 * june.toIcs('2025-05-10T00:00:00Z').includes('UID:ha-tinh-231.monthly.2025-06.so-nv@tiendo\r\n'); // → true
 * june.timeliness([], [], '2025-06-22').total.missing; // → 6
 */
export declare class Obligations extends List<Obligation> {
  /**
   * `no-effective-date`; `cutoff-after-due`, data closed after the last timely day; `calendar-unsourced`, a shift left out for a
   * year the calendar does not know; `unknown-agency`, a body or group the registry does not know.
   */
  readonly findings: Finding[];
  /** The bodies that report, in the order given, as the registry knows them. */
  readonly reportingUnits: ReportingUnit[];
  /**
   * Whether the reports came on time, by what was sent and exempted, as known on a day in Việt Nam ({@link dateInVietnam}).
   *
   * Errors: `bad-option` where no agencies are given; `conflicting-record` for two records with one id and other content;
   * `bad-date`; where a record is wrong, with its place.
   */
  timeliness(submissions: readonly Submission[], exemptions: readonly Exemption[], today: string): Timeliness;
  /**
   * Due days as an iCalendar file (RFC 5545), made at an instant; what is exempt or has no date is left out. A report has one
   * UID in every file, so that a file made anew updates the events of the one before. Errors: `bad-date`, `too-large`.
   */
  toIcs(stamp: string, lang?: Lang | null): string;
  toJSON(): { reports: Obligation[]; findings: Finding[] };
}

/**
 * Whether the reports owed came on time, on a day.
 * @example
 * const sent = { id: 's1', date: '2025-06-20', recorded: '2025-06-20', source: 'ví dụ', rule: 'monthly', period: '2025-06', agency: 'so-tc' };
 * const owed = upper.obligations({ start: '2025-06-19', end: '2025-06-20', agencies: ['so-tc', 'so-yt'] });
 * const judged = owed.timeliness([sent], [], '2025-06-22');
 * judged.reports.map(({ standing, days }) => [standing, days]); // → [['late', 1], ['missing', 3]]
 * judged.at(0).submitted === judged.slice(0, 1)[0].submitted; // → true
 * [judged.today, judged.length, judged.total.late, judged.unmatched]; // → ['2025-06-22', 2, 1, []]
 * [judged.byAgency, judged.byPeriod, judged.byCycle].map(([{ key }]) => key); // → ['so-tc', '2025-06', 'monthly']
 * judged.sentences('en')[0]; // → 'The report on June 2025 (due 2025-06-19): 0 of 2 on time; late: Sở Tài chính (1 day); missing: Sở Y tế.'
 * judged.reminders(7)[0].agency; // → 'so-yt'
 */
export declare class Timeliness extends List<Report> {
  /** The day it was judged. */
  readonly today: ISODate;
  /** The counts of all. */
  readonly total: Tally;
  /** The counts of each body, in the order given. */
  readonly byAgency: TallyOf[];
  /** The counts of each period, in the order they fall due. */
  readonly byPeriod: TallyOf[];
  /** The counts of each cycle, from monthly to ad hoc. */
  readonly byCycle: TallyOf[];
  /** The ids of records that speak of no obligation here: another rule, period or body. */
  readonly unmatched: string[];
  /** How each report went, one official sentence for each that has a date; Vietnamese by default. Error: `too-large`. */
  sentences(lang?: Lang | null): string[];
  /** What each body is reminded of: what is missing, and what falls due within so many days. Errors: `bad-option`, `too-large`. */
  reminders(withinDays: number, lang?: Lang | null): Reminder[];
}

/**
 * Reads a file of records: what a host knows of its indicators and reports.
 * @throws {TiendoError} those of files.
 * @example records('{ "schemaVersion": 1, "synthetic": true, "records": [] }').synthetic; // → true
 */
export declare function records(source: FileOf<object>, limits?: Limits | null): Records;
/**
 * Records that were read, by their kind.
 * @example
 * const [common, official] = [{ date: '2025-12-31', recorded: '2026-01-05', source: 'ví dụ' }, { status: 'official' }];
 * const measure = { type: 'observation', id: 'o1', ...common, ...official, indicator: '8', value: '19.5' };
 * const known = records({ schemaVersion: 1, synthetic: true, note: 'giả lập', records: [measure] });
 * known.latest('8', '2026-01-06').value; // → '19.5'
 * [known.observations.length, known.submissions, known.exemptions]; // → [1, [], []]
 * [known.synthetic, known.note]; // → [true, 'giả lập']
 * [known.taskUpdates, known.triggers, known.outsideDates, known.extensions]; // → [[], [], [], []]
 * [known.amendments, known.retractions]; // → [[], []]
 * Records.merged([known, known]).observations.length; // → 1
 * const table = 'type,id,date,recorded,source,task,state\ntask_update,u1,2026-06-20,2026-06-21,ví dụ,4,completed';
 * Records.fromCsv(table, true).taskUpdates[0].task; // → 4
 */
export declare class Records extends Handle {
  /** Whether they are made up. */
  readonly synthetic: boolean;
  readonly note?: string;
  readonly observations: Observation[];
  readonly taskUpdates: TaskUpdate[];
  readonly submissions: Submission[];
  readonly triggers: Trigger[];
  readonly outsideDates: OutsideDate[];
  readonly extensions: Extension[];
  readonly exemptions: Exemption[];
  readonly amendments: Amendment[];
  readonly retractions: Retraction[];
  /**
   * Reads a table of records: values separated by commas, semicolons or tabs, its first line the names of the columns. All
   * that is wrong is told at once, each with its row and column. `synthetic` says whether the data was made up.
   */
  static fromCsv(table: string | ArrayBuffer | ArrayBufferView, synthetic: boolean, limits?: Limits | null): Records;
  /** The records of several files as one, the same in whatever order they are given. Error: `conflicting-record`. */
  static merged(files: readonly Records[], limits?: Limits | null): Records;
  /** The observation of an indicator that holds on a day. Error: `bad-date`. */
  latest(indicator: string, today: string): Observation | null;
}

/**
 * What an observation measured, for {@link compare}.
 * @example
 * const seen = { id: 'o1', date: '2025-12-31', recorded: '2026-01-05', source: 'ví dụ', indicator: '8', value: '19.5', status: 'official' };
 * measured(seen); // → { value: '19.5' }
 */
export declare function measured(observation: Observation): Measured;
/**
 * A report in words, within a sentence.
 * @example obligationLabel(upper.obligations({ periods: ['2025-06'] }).at(0), 'en'); // → 'the report on June 2025'
 */
export declare function obligationLabel(obligation: Obligation, lang?: Lang | null): string;
/**
 * Why a body need not send a report, as one sentence.
 * @example
 * const { exempt } = upper.obligations({ periods: ['2025-06'], agencies: ['so-khcn'] }).at(0);
 * exemptSentence(exempt, 'en'); // → 'Exempt: the report goes to this body.'
 */
export declare function exemptSentence(exempt: Exempt, lang?: Lang | null): string;
/**
 * The due day of a rule in a period after each of its steps; `null` where it is due on no date there.
 * @throws {TiendoError} `bad-value` for what is no rule; `bad-period`; `bad-option`; `unknown-year`.
 * @example
 * const rule = upper.regime.rules.find(({ cycle }) => cycle === 'yearly');
 * dueIn(rule, '2025', { dayOffShift: 'next_working_day' }).due; // → '2025-12-01'
 */
export declare function dueIn(
  rule: Rule, period: string, options?: (ReportingOptions & Pick<ReportingQuery, 'calendar' | 'limits'>) | null,
): Due | null;
/**
 * What one body owes in a month under all its regimes: the reports whose last day on time lies in it, by that day, then
 * those without a date whose period ends in it.
 *
 * Which plans are the body's is the caller's to say: a rule for a group binds whoever is given. A plan that does not say
 * when it takes effect, where its question does not either, gives none.
 * @param plans each with the question that is its own, which has neither days, periods nor bodies.
 * @param agency the body, by id, name or short name.
 * @param month a month's id.
 * @throws {TiendoError} `bad-period` for what is no month; as {@link Plan.obligations}, with `plans[0]` first where one of
 *   the plans is meant; `too-large` texts.
 * @example
 * const plans = [{ plan: upper }, { plan: lower, query: { effective: '2026-01-01' } }];
 * dutiesOfMonth(plans, 'Phòng mẫu', '2026-01').map(({ plan }) => plan); // → ['tien-dien', 'ha-tinh-231']
 */
export declare function dutiesOfMonth(
  plans: readonly { plan: Plan; query?: ReportingQuery | null }[], agency: string, month: string, lang?: Lang | null,
): MonthDuty[];
/**
 * The days a lower tier's report leaves the upper one, for each period both report on by a date.
 * @throws {TiendoError} `too-large`.
 * @example
 * const days = { start: '2026-06-01', end: '2026-07-01' };
 * const between = slack(lower.obligations({ ...days, effective: '2026-01-01' }), upper.obligations(days));
 * between.map(({ period, days }) => [period, days]); // → [['2026-Q2', 5], ['2026-H1', 5], ['2026-06', 5]]
 */
export declare function slack(lower: Obligations, upper: Obligations): Slack[];
/**
 * Reads one numeral of Vietnamese official text.
 * @throws {TiendoError} `bad-number`.
 * @example
 * parseNumber('1.200,5'); // → { value: '1200.5', ambiguous: false }
 * parseNumber('3.000'); // → { value: '3000', ambiguous: true }
 */
export declare function parseNumber(text: string): Numeral;
/**
 * Reads one target cell.
 *
 * Reading is total: a cell that fits no form is `unrecognised` and its notes say why.
 * @param unit the text of the row's unit column, where there is one.
 * @throws {TiendoError} `cell-too-long`.
 * @example
 * parseTarget('≥ 50%.').kind; // → 'at_least'
 * parseTarget('≥ 20', '% GRDP').base; // → 'GRDP'
 */
export declare function parseTarget(text: string, unit?: string | null, limits?: Limits | null): MilestoneTarget;
/**
 * Reads a sentence that states an indicator: its name, and the target it sets.
 *
 * Reading is total: where no one requirement can be cut off, the name is the whole sentence.
 * @throws {TiendoError} `cell-too-long`.
 * @example
 * readSentence('Tỷ lệ dân số từ 15 tuổi trở lên có tài khoản đạt trên 55%').target.kind; // → 'more_than'
 * readSentence('100% xã có Internet').name; // → 'xã có Internet'
 */
export declare function readSentence(text: string, limits?: Limits | null): Sentence;
/**
 * A target in the library's own notation, which reads back as the same.
 * @example targetNotation(parseTarget('Tối thiểu 50 phần trăm')); // → '≥ 50%'
 */
export declare function targetNotation(target: MilestoneTarget): string;
/**
 * Whether two targets ask for the same, however they are written.
 * @example targetsMeanTheSame(parseTarget('≥ 50%.'), parseTarget('>= 50 %')); // → true
 */
export declare function targetsMeanTheSame(target: MilestoneTarget, other: MilestoneTarget): boolean;
/**
 * Whether a number decides about a target.
 * @example isNumeric(parseTarget('Có')); // → false
 */
export declare function isNumeric(target: MilestoneTarget): boolean;
/**
 * Reads one deadline cell.
 *
 * Reading is total: a date is never guessed, and a cell that could not be read is `recognised: false`.
 * @throws {TiendoError} `cell-too-long`; `bad-option` for a day of the month that is not 1 to 31.
 * @example
 * parseDeadline('trước ngày 15/7/2025').due; // → '2025-07-14'
 * parseDeadline('6/2025', { monthDay: 25 }).due; // → '2025-06-25'
 */
export declare function parseDeadline(text: string, options?: DeadlineOptions | null, limits?: Limits | null): Deadline;
/**
 * Reads the reporting rules that a text states, to be confirmed by who knows its plan.
 *
 * Reading is total: what was not understood stands in `notes`.
 * @throws {TiendoError} `cell-too-long`.
 * @example
 * const stated = parseRegime('Báo cáo quý trước ngày 10 tháng cuối quý về Sở Nội vụ');
 * stated.rules[0].rule.due; // → { day: 10, monthOfPeriod: 3, before: true }
 */
export declare function parseRegime(text: string, limits?: Limits | null): RegimeReading;
/**
 * How a deadline's day follows from what is written; `null` where it has none.
 * @example
 * deadlineWhy(parseDeadline('Trước 25/7/2026'))?.vi; // → '“Trước 25/7/2026”: ngày cuối cùng đúng hạn là 24/7/2026.'
 */
export declare function deadlineWhy(deadline: Deadline): Why | null;
/**
 * A deadline in the library's own notation, which reads back as the same.
 * @example deadlineNotation(parseDeadline('trước ngày 15/7/2025')); // → 'trước 15/7/2025'
 */
export declare function deadlineNotation(deadline: Deadline): string;
/**
 * Whether two deadlines mean the same, however they are written.
 * @example deadlinesMeanTheSame(parseDeadline('Tháng 6/2025'), parseDeadline('6/2025')); // → true
 */
export declare function deadlinesMeanTheSame(deadline: Deadline, other: Deadline): boolean;
/**
 * Compares a value with a target.
 * @param target as {@link parseTarget} returned it, or as it stands in a {@link Row}.
 * @throws {TiendoError} `bad-number` for a value that is no plain decimal; `bad-value` for two values at once or what is no
 *   direction; for what is no target, as for a file.
 * @example
 * const target = parseTarget('≥ 0,7');
 * compare({ value: '0.70' }, target, 'higher_is_better').verdict; // → 'met'
 * compare({}, target, 'higher_is_better').reason; // → 'no-value'
 */
export declare function compare(
  measured: Measured, target: MilestoneTarget, direction: Direction, options?: CompareOptions | null,
): Comparison;
/**
 * What was measured: at most one of `value`, `present` and `judgement`, and what it measures where that is known.
 * @example compare({ present: true }, parseTarget('Có'), 'higher_is_better').verdict; // → 'met'
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
 * How much `target` asks beside `other`, of the same measure; `null` where they cannot be compared: another unit, base
 * or qualifier, prose, no number.
 *
 * An interval counts by its weaker bound, a bare number and `=` as `≥` (or `≤` where lower is better), and of equal
 * numbers `>` asks for more than `≥`.
 * @example
 * compareTargets(parseTarget('> 60%'), parseTarget('≥ 60%'), 'higher_is_better'); // → 'stronger'
 * compareTargets(parseTarget('> 60%'), parseTarget('≥ 60'), 'higher_is_better'); // → null
 */
export declare function compareTargets(target: MilestoneTarget, other: MilestoneTarget, direction: Direction): Strength | null;
/**
 * The default limits: how much a call takes and gives.
 * @example limits().textChars; // → 10000
 */
export declare function limits(): { [limit in keyof Limits]-?: number };
/**
 * Every closed list of the library, each code with its labels.
 * @example
 * codeLists().find(({ name }) => name === 'ReportStanding').codes[1]; // → { code: 'late', vi: 'Trễ hạn', en: 'Late' }
 */
export declare function codeLists(): CodeList[];
/**
 * What a note says, as one sentence.
 * @example noteSentence(parseDeadline('').notes[0].code); // → 'Ô để trống.'
 */
export declare function noteSentence(code: NoteCode, lang?: Lang | null): string;
/**
 * Why a verdict is undetermined, as one sentence.
 * @example reasonSentence(compare({}, parseTarget('≥ 50%'), 'higher_is_better').reason); // → 'Chưa có số liệu.'
 */
export declare function reasonSentence(code: Reason, lang?: Lang | null): string;
/**
 * Whether a cell of this source is certainly as it was published.
 * @example isCertain('ocr'); // → false
 */
export declare function isCertain(source: Source): boolean;
/**
 * What went wrong, where, and what was expected instead.
 * @example
 * try {
 *   plan('{"schemaVersion": 1, "colour": "red"}');
 * } catch (error) {
 *   [error.code, error.path, error.others[0].code]; // → ['unknown-field', 'colour', 'missing-field']
 *   error.vi.startsWith('Dòng 1, cột 22, `colour`: trường không có trong định dạng; cần '); // → true
 * }
 */
export declare class TiendoError extends Error {
  private constructor();
  readonly name: 'TiendoError';
  /** The kind of error: the same word in every language. */
  readonly code: ErrorCode;
  /**
   * Where in the input: `indicators[3].targets[0].year`. Empty for the input as a whole. Where several arguments could be
   * meant, the argument comes first: `target.value`, `submissions[0].date`.
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
