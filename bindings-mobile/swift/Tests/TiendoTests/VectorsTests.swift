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
            return (try written(wanted ?? [:]), try written(asGiven(actual, wanted ?? [:])))
        } catch let TiendoError.Refused(code, path, row, column, span, expected) {
            let wanted = fields["error"] as? [String: Any] ?? [:]
            let all: [String: Any?] = [
                "code": code, "path": path, "row": row, "column": column,
                "span": span.flatMap { json($0, withWhy: false) }, "expected": expected,
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
                direction: input["direction"]! == "higher_is_better" ? .higherIsBetter : .lowerIsBetter,
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
        default: fatalError("no function \(function)")
        }
    }

    private func plan(_ input: Input) throws -> Plan {
        let text: String? = input["json"]
        return try text.map { try planFromJson(text: $0) } ?? planBuiltin(id: input["builtin"]!)
    }

    /// The findings of the case's `code`.
    private func findings(_ all: [Finding], _ input: Input) -> [String: Any] {
        let code: String? = input["code"]
        return ["findings": all.filter { $0.code == code }]
    }

    /// Of a finding the places are compared, and beside them what the case gives.
    private func asGiven(_ actual: [String: Any], _ expected: [String: Any]) -> [String: Any] {
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

    var text: String {
        let given: String? = self["text"]
        let cell: String? = self["cell"]
        let part: [String: Any]? = self["repeat"]
        return given ?? cell ?? String(repeating: part!["text"] as! String, count: part!["times"] as! Int)
    }

    var unasked: Set<String> { Set(fields.keys).subtracting(asked) }
}

/// A record as the library's JSON form: what is absent, false or empty is left out, and so is every `text`.
private func json(_ value: Any, withWhy: Bool) -> Any? {
    switch value {
    case let flag as Bool: return flag ? true : nil
    case is String, is Int, is Int32, is Int64: return value
    case let number as Decimal: return number.description
    case let reason as Reason: return code(reason).replacingOccurrences(of: "_", with: "-")
    case let fields as [String: Any]: return fields.compactMapValues { json($0, withWhy: withWhy) }
    case let list as [Any]: return list.isEmpty ? nil : list.map { json($0, withWhy: withWhy)! }
    default: break
    }
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .optional {
        return mirror.children.first.flatMap { json($0.value, withWhy: withWhy) }
    }
    if mirror.displayStyle == .enum { return code(value) }
    var fields: [String: Any] = [:]
    for (label, field) in mirror.children where label != "text" && (label != "why" || withWhy) {
        if let verdict = field as? Verdict, case let .undetermined(reason) = verdict {
            fields["verdict"] = "undetermined"
            fields["reason"] = json(reason, withWhy: withWhy)
        } else {
            fields[label!] = json(field, withWhy: withWhy)
        }
    }
    return fields
}

/// `atLeast` as `at_least`, `civilCode146` as `civil_code_146`.
private func code(_ value: Any) -> String {
    String(describing: value)
        .replacingOccurrences(of: "([a-z])([A-Z]|[0-9])", with: "$1_$2", options: .regularExpression)
        .lowercased()
}
