import Foundation
import XCTest

import Tiendo

/// The vectors every language shares, through the Swift API; `tests/README.md` has their format.
final class VectorsTests: XCTestCase {
    func testVectors() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../../tests/vectors").standardizedFileURL
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "json" }
            .sorted { $0.path < $1.path }
        XCTAssertFalse(files.isEmpty, "no vectors")
        for file in files {
            let root = try XCTUnwrap(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
            XCTAssertEqual(Set(root.keys), ["function", "description", "cases"], file.lastPathComponent)
            let function = try XCTUnwrap(root["function"] as? String)
            let cases = try XCTUnwrap(root["cases"] as? [[String: Any]])
            var descriptions = Set<String>()
            var passed = 0
            for fields in cases {
                let description = try XCTUnwrap(fields["description"] as? String)
                XCTAssertTrue(descriptions.insert(description).inserted, "twice: \(description)")
                let outcome: Set = [fields["error"] == nil ? "expected" : "error"]
                XCTAssertEqual(Set(fields.keys), outcome.union(["description", "input"]), description)
                let input = Input(fields: try XCTUnwrap(fields["input"] as? [String: Any]))
                let (wanted, actual) = try outcomes(function, input, fields)
                XCTAssertEqual(wanted, actual, description)
                passed += wanted == actual ? 1 : 0
            }
            try record("swift\t\(file.lastPathComponent)\t\(passed)\t\(cases.count - passed)\n")
        }
    }

    /// What the case expects and what came, as JSON text.
    private func outcomes(
        _ function: String, _ input: Input, _ fields: [String: Any]
    ) throws -> (String, String) {
        do {
            let result = try call(function, input)
            XCTAssertEqual(input.unasked, [], "unknown fields")
            let wanted = fields["expected"] as? [String: Any]
            var actual = json(result, withWhy: wanted?["why"] != nil) as? [String: Any] ?? [:]
            let text = Mirror(reflecting: result).children.first { $0.label == "text" }?.value as? String
            if let text, text != input.text { actual["textChanged"] = text }
            return (try written(wanted ?? [:]), try written(asGiven(function, actual, wanted ?? [:])))
        } catch let TiendoError.Refused(code, path, row, column, span, expected, expectedVi, _) {
            let wanted = fields["error"] as? [String: Any] ?? [:]
            let all: [String: Any?] = [
                "code": code.code, "path": path, "row": row, "column": column,
                "span": span.flatMap { json($0, withWhy: false) }, "expected": expected, "expectedVi": expectedVi,
            ]
            return (try written(wanted), try written(all.compactMapValues { $0 }.filter { wanted[$0.key] != nil }))
        }
    }

    private func call(_ function: String, _ input: Input) throws -> Any {
        switch function {
        case "parseNumber": return try parseNumber(text: input.text)
        case "parseTarget": return try parseTarget(text: input.text, unit: input["unit"])
        case "parseDeadline": return try parseDeadline(text: input.text)
        case "compare":
            let years: [String]? = input["fullYears"]
            return try compare(
                measured: Measured(
                    value: measuredValueOf(
                        value: number(input["value"]), present: input["present"], judgement: input["judgement"]),
                    unit: input["valueUnit"],
                    qualifier: input["qualifier"],
                    fullYears: years.map { FullYears(earlier: number($0[0])!, later: number($0[1])!) }),
                target: parseTarget(text: input["target"]!, unit: input["targetUnit"]),
                direction: Direction(code: input["direction"]!)!,
                options: CompareOptions(
                    equalExactly: input["equalExactly"] ?? false, risingDecides: input["risingDecides"] ?? false))
        case "planFromJson":
            let plan = try self.plan(input)
            return ["id": plan.id, "indicators": plan.indicators.count, "tasks": plan.tasks.count]
        case "splitAgencies": return try splitAgencies(cell: input.text)
        case "lint": return findings(try lint(plan: plan(input)), input)
        case "comparePlans":
            let (child, parent) = try (planBuiltin(id: input["child"]!), planBuiltin(id: input["parent"]!))
            return findings(try comparePlans(child: child, parent: parent), input)
        case "period":
            let id: String? = input["id"]
            let found =
                try id.map { try period(id: $0) }
                ?? periodHolding(cycle: Cycle(code: input["cycle"]!)!, date: input["date"]!)
            guard let found else { return [String: Any]() }
            let labels = try [
                "vi": periodLabel(id: found.id, lang: .vi), "en": periodLabel(id: found.id, lang: .en),
            ]
            return members(found).merging(labels) { $1 }
        case "obligations":
            let all = try obligations(plan: plan(input), query: query(input))
            return [
                "reports": all.reports.map { report in members(report).filter { ofAReport.contains($0.key) } },
                "findings": all.findings.map { $0.code.code },
            ]
        case "timeliness":
            let (plan, query, records) = try (self.plan(input), self.query(input), self.records(input))
            let (sent, exempt) = (records.compactMap { $0 as? Submission }, records.compactMap { $0 as? Exemption })
            let today: String = input["today"]!
            let all = try timeliness(plan: plan, query: query, submissions: sent, exemptions: exempt, today: today)
            let reports = all.reports.map { report in
                members(report.obligation).merging(members(report)) { $1 }.filter { ofAStanding.contains($0.key) }
            }
            let sentences = try timelinessSentences(
                plan: plan, query: query, submissions: sent, exemptions: exempt, today: today, lang: .vi)
            return members(all).merging(["reports": reports, "sentences": sentences]) { $1 }
        default: fatalError("no function \(function)")
        }
    }

    private func plan(_ input: Input) throws -> Plan {
        let text: String? = input["json"]
        return try text.map { try planFromJson(text: $0) } ?? planBuiltin(id: input["builtin"]!)
    }

    private func query(_ input: Input) throws -> ReportingQuery {
        let options = try input.objects("options") { options in
            let shift: String? = options["dayOffShift"]
            let graceDays: Int? = options["graceDays"]
            return ReportingOptions(
                beforeInclusive: options["beforeInclusive"] ?? false, ofNextMonth: options["ofNextMonth"] ?? false,
                dayOffShift: shift.map { DayOffShift(code: $0)! }, graceDays: Int64(graceDays ?? 0),
                decree09Cutoff: options["decree09Cutoff"] ?? false, countReturned: options["countReturned"] ?? false)
        }
        let given = try input.objects("given") {
            GivenReport(
                rule: $0["rule"]!, period: $0["period"]!, written: $0["written"]!, before: $0["before"] ?? false,
                start: $0["start"], end: $0["end"])
        }
        return ReportingQuery(
            start: input["start"], end: input["end"], agencies: input["agencies"] ?? [],
            effective: input["effective"], given: given, options: options.first ?? ReportingOptions(),
            calendar: input["calendar"])
    }

    /// The submissions and exemptions of the case.
    private func records(_ input: Input) throws -> [Any] {
        try input.objects("records") { record -> Any in
            let type: String = record["type"]!
            guard type == "exemption" else {
                XCTAssertEqual(type, "submission")
                return Submission(
                    id: record["id"]!, date: record["date"]!, recorded: record["recorded"]!, source: record["source"]!,
                    rule: record["rule"]!, period: record["period"]!, agency: record["agency"]!,
                    returned: record["returned"] ?? false)
            }
            return Exemption(
                id: record["id"]!, date: record["date"]!, recorded: record["recorded"]!, source: record["source"]!,
                agency: record["agency"]!, period: record["period"]!, reason: record["reason"]!, rule: record["rule"])
        }
    }

    /// The findings of the case's `code`.
    private func findings(_ all: [Finding], _ input: Input) -> [String: Any] {
        let code: String? = input["code"]
        return ["findings": all.filter { $0.code.code == code }]
    }

    /// Of reports the fields that the case gives are compared; of a finding the places, and beside them what it gives.
    private func asGiven(_ function: String, _ actual: [String: Any], _ expected: [String: Any]) -> [String: Any] {
        if ["obligations", "timeliness"].contains(function) { return actual.filter { expected[$0.key] != nil } }
        guard let found = actual["findings"] as? [[String: Any]], let wanted = expected["findings"] as? [[String: Any]],
            found.count == wanted.count
        else { return actual }
        var given = actual
        given["findings"] = zip(found, wanted).map { finding, fields in
            finding.filter { $0.key == "places" || fields[$0.key] != nil }
        }
        return given
    }

    private func number(_ text: String?) -> Decimal? { text.flatMap { Decimal(string: $0) } }

    private func written(_ value: [String: Any]) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: value, options: .sortedKeys), as: UTF8.self)
    }

    private func record(_ line: String) throws {
        guard let path = ProcessInfo.processInfo.environment["TIENDO_VECTORS"] else { return }
        let earlier = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        try (earlier + line).write(toFile: path, atomically: false, encoding: .utf8)
    }
}

/// A case's input, of which every field must be asked for.
private final class Input {
    private let fields: [String: Any]
    private var asked = Set<String>()

    init(fields: [String: Any]) { self.fields = fields }

    subscript<Value>(name: String) -> Value? {
        asked.insert(name)
        return fields[name] as? Value
    }

    /// The object of a name or each one of its list, read whole; none where it is absent.
    func objects<Value>(_ name: String, _ read: (Input) throws -> Value) throws -> [Value] {
        let object: [String: Any]? = self[name]
        let list: [[String: Any]]? = self[name]
        return try (list ?? object.map { [$0] } ?? []).map { fields in
            let input = Input(fields: fields)
            let value = try read(input)
            XCTAssertEqual(input.unasked, [], "unknown fields of \(name)")
            return value
        }
    }

    var text: String {
        let given: String? = self["text"]
        let cell: String? = self["cell"]
        let part: [String: Any]? = self["repeat"]
        return given ?? cell ?? String(repeating: part!["text"] as! String, count: part!["times"] as! Int)
    }

    var unasked: Set<String> { Set(fields.keys).subtracting(asked) }
}

private let ofAReport: Set = [
    "rule", "period", "agency", "written", "due", "steps", "unsourcedDays", "cutoff", "coincides", "exempt",
]
private let ofAStanding: Set = [
    "rule", "period", "agency", "standing", "days", "submitted", "returned", "exempt",
]

/// A record's fields by name.
private func members(_ record: Any) -> [String: Any] {
    Dictionary(uniqueKeysWithValues: Mirror(reflecting: record).children.map { ($0.label!, $0.value) })
}

/// A record as the library's JSON form: what is absent, false or empty is left out, and so is every `text`.
private func json(_ value: Any, withWhy: Bool) -> Any? {
    switch value {
    case let flag as Bool: return flag ? true : nil
    case is String, is Int, is Int32, is Int64: return value
    case let number as Decimal: return number.description
    case let coded as any Coded: return coded.code
    case let of as TallyOf:
        let fields = members(of).filter { $0.key != "tally" }
        return json(fields.merging(members(of.tally)) { $1 }, withWhy: withWhy)
    case let fields as [String: Any]:
        return fields.compactMapValues { json($0, withWhy: withWhy) }
    case let list as [Any]: return list.isEmpty ? nil : list.map { json($0, withWhy: withWhy)! }
    default: break
    }
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .optional {
        return mirror.children.first.flatMap { json($0.value, withWhy: withWhy) }
    }
    var fields: [String: Any] = [:]
    for (label, field) in mirror.children where label != "text" && (label != "why" || withWhy) {
        fields[label!] = json(field, withWhy: withWhy)
        if let verdict = field as? Verdict, case let .undetermined(reason) = verdict { fields["reason"] = reason.code }
    }
    return fields
}

/// What has a code in the library's JSON form.
private protocol Coded {
    var code: String { get }
}
extension NoteCode: Coded {}
extension TargetKind: Coded {}
extension Reason: Coded {}
extension IntervalPosition: Coded {}
extension Trend: Coded {}
extension RuleCode: Coded {}
extension Verdict: Coded {}
extension DateRule: Coded {}
extension Cycle: Coded {}
extension AgencyKind: Coded {}
extension FindingCode: Coded {}
extension ItemKind: Coded {}
extension DueStep: Coded {}
extension CutoffRule: Coded {}
extension ExemptReason: Coded {}
extension ReportStanding: Coded {}
