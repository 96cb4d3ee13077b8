package vn.tiendo

import com.fasterxml.jackson.databind.DeserializationFeature
import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.json.JsonMapper
import com.fasterxml.jackson.databind.node.ObjectNode
import java.io.File
import java.math.BigDecimal
import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assertions.fail
import org.junit.jupiter.api.DynamicContainer
import org.junit.jupiter.api.DynamicTest

/** What the two runners share: reading a file of cases strictly, and the library's JSON form of a result. */
class Vectors(private val language: String, private val call: Call) {
    /** Calls the library and returns what it gives: a record, or a map of what the case compares. */
    fun interface Call {
        @Throws(TiendoException::class)
        fun call(function: String, input: Input): Any
    }

    /** The tests of every file, in order. */
    fun tests(): List<DynamicContainer> {
        val files = File("../../tests/vectors").listFiles { file -> file.extension == "json" }!!.sorted()
        assertTrue(files.isNotEmpty(), "no vectors")
        return files.map { file ->
            val (function, cases) = read(file)
            val counts = Counts(file.name, cases.size)
            DynamicContainer.dynamicContainer(
                file.name,
                cases.map { case ->
                    DynamicTest.dynamicTest(case["description"].asText()) { counts.of { check(function, case) } }
                },
            )
        }
    }

    private fun read(file: File): Pair<String, List<ObjectNode>> {
        val root = Input(mapper.readTree(file) as ObjectNode)
        val function = root.text("function")!!
        root.text("description")!!
        val cases = (root.node("cases")!!).map { it as ObjectNode }
        root.done()
        for (case in cases) {
            val fields = case.fieldNames().asSequence().toSet()
            val outcomes = setOf("expected", "error").intersect(fields)
            assertTrue(outcomes.size == 1 && fields == setOf("description", "input") + outcomes, "$file: $case")
        }
        assertEquals(cases.size, cases.map { it["description"] }.distinct().size, "$file: the same description twice")
        return function to cases
    }

    private fun check(function: String, case: ObjectNode) {
        val said = case["description"].asText()
        val input = Input(case["input"] as ObjectNode)
        val result = try {
            call.call(function, input)
        } catch (error: TiendoException.Refused) {
            val wanted = case["error"] ?: fail("$said: $error", error)
            assertTrue(wanted.has("code") && wanted.has("path"), "an error is compared by its code and path")
            val actual = tree(error, withWhy = false) as ObjectNode
            return assertEquals(wanted, actual.retain(wanted.fieldNames().asSequence().toList()), said)
        }
        input.done()
        val expected = case["expected"] ?: fail("$said: not refused but $result")
        val actual = tree(result, withWhy = expected.has("why"))
        assertEquals(expected, asGiven(function, actual, expected), said)
        val text = result.javaClass.methods.firstOrNull { it.name == "getText" } ?: return
        assertEquals(input.text, text.invoke(result), said)
    }

    /** Of reports the fields that the case gives are compared; of a finding the places, and beside them what it gives. */
    private fun asGiven(function: String, actual: JsonNode, expected: JsonNode): JsonNode {
        if (function == "obligations" || function == "timeliness") {
            return (actual as ObjectNode).retain(expected.fieldNames().asSequence().toList())
        }
        val findings = actual.path("findings")
        for ((finding, wanted) in findings.zip(expected.path("findings"))) {
            (finding as ObjectNode).retain(wanted.fieldNames().asSequence().toSet() + "places")
        }
        return actual
    }

    private fun tree(result: Any, withWhy: Boolean): JsonNode =
        mapper.readTree(mapper.writeValueAsString(json(result, withWhy)))

    /** Counts one file's cases and, after the last, adds its line to the table of all languages. */
    private inner class Counts(private val file: String, private val cases: Int) {
        private var passed = 0
        private var failed = 0

        fun of(test: () -> Unit) = try {
            test()
            passed++
        } catch (error: Throwable) {
            failed++
            throw error
        } finally {
            val table = System.getenv("TIENDO_VECTORS")
            if (table != null && passed + failed == cases) {
                File(table).appendText("$language\t$file\t$passed\t$failed\n")
            }
        }
    }
}

private val mapper = JsonMapper.builder()
    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
    .build()

/** A case's input, of which every field must be asked for. */
class Input(private val node: ObjectNode) {
    private val asked = mutableSetOf<String>()

    fun node(name: String): JsonNode? = node[name].also { asked += name }

    fun text(name: String): String? = node(name)?.also { assertTrue(it.isTextual, "$name is text") }?.textValue()

    fun flag(name: String): Boolean? = node(name)?.also { assertTrue(it.isBoolean, "$name is a flag") }?.booleanValue()

    fun number(name: String): BigDecimal? = text(name)?.let(::BigDecimal)

    fun date(name: String): LocalDate? = text(name)?.let(LocalDate::parse)

    fun whole(name: String): Long? = node(name)?.also { assertTrue(it.isInt, "$name is a number") }?.longValue()

    fun texts(name: String): List<String> = node(name)?.map { it.textValue()!! }.orEmpty()

    /** The object of a name or each one of its list, read whole; none where it is absent. */
    fun <T> objects(name: String, read: (Input) -> T): List<T> {
        val objects = node(name)?.let { if (it.isArray) it.toList() else listOf(it) }
        return objects.orEmpty().map { Input(it as ObjectNode).let { input -> read(input).also { input.done() } } }
    }

    /** The verbatim text of the case: its `text` or its `cell`, written out or repeated. */
    val text: String
        get() = text("text") ?: text("cell") ?: node("repeat")!!.let { it["text"].asText().repeat(it["times"].asInt()) }

    val fullYears: FullYears?
        get() = node("fullYears")?.let { FullYears(BigDecimal(it[0].asText()), BigDecimal(it[1].asText())) }

    val direction: Direction
        get() = Direction.of(text("direction")!!)!!

    val cycle: Cycle
        get() = Cycle.of(text("cycle")!!)!!

    val dayOffShift: DayOffShift?
        get() = text("dayOffShift")?.let { DayOffShift.of(it)!! }

    val given: List<GivenReport>
        get() = objects("given") {
            val (rule, period, written) = Triple(it.text("rule")!!, it.text("period")!!, it.date("written")!!)
            GivenReport(rule, period, written, it.flag("before") ?: false, it.date("start"), it.date("end"))
        }

    val submissions: List<Submission>
        get() = records.filterIsInstance<Submission>()

    val exemptions: List<Exemption>
        get() = records.filterIsInstance<Exemption>()

    private val records: List<Any>
        get() = objects("records") {
            val (id, source) = it.text("id")!! to it.text("source")!!
            val (date, recorded) = it.date("date")!! to it.date("recorded")!!
            val (agency, period, rule) = Triple(it.text("agency")!!, it.text("period")!!, it.text("rule"))
            when (it.text("type")) {
                "submission" ->
                    Submission(id, date, recorded, source, rule!!, period, agency, it.flag("returned") ?: false)
                "exemption" -> Exemption(id, date, recorded, source, agency, period, it.text("reason")!!, rule)
                else -> fail("a submission or an exemption: $it")
            }
        }

    fun done() = assertEquals(emptySet<String>(), node.fieldNames().asSequence().toSet() - asked, "unknown fields")
}

/** The findings of the case's `code`. */
fun findings(all: List<Finding>, input: Input): Map<String, Any> {
    val code = FindingCode.of(input.text("code")!!)!!
    return mapOf("findings" to all.filter { it.code == code })
}

/** A period with its labels. */
fun inWords(period: Period, vi: String, en: String): Map<String, Any?> =
    fields(period, withWhy = false) + mapOf("vi" to vi, "en" to en)

/** Of each report what is compared, and the findings' codes. */
fun owed(all: Obligations): Map<String, Any> = mapOf(
    "reports" to all.reports.map { report -> fields(report, withWhy = false).filterKeys { it in OF_A_REPORT } },
    "findings" to all.findings.map { it.code },
)

/** The whole result, of each report what is compared, and the sentences. */
fun judged(all: Timeliness, sentences: List<String>): Map<String, Any?> {
    val reports = all.reports.map { report ->
        (fields(report.obligation, withWhy = false) + fields(report, withWhy = false))
            .filterKeys { it in OF_A_STANDING }
    }
    return fields(all, withWhy = false) + mapOf("reports" to reports, "sentences" to sentences)
}

private val OF_A_REPORT =
    "rule period agency written due steps unsourcedDays cutoff coincides exempt".split(" ").toSet()
private val OF_A_STANDING = "rule period agency standing days submitted returned exempt".split(" ").toSet()

/** A record as the library's JSON form: what is absent, false or empty is left out, and so is every `text`. */
private fun json(value: Any?, withWhy: Boolean): Any? = when (value) {
    null, false -> null
    is String, is Int, is Long, true -> value
    is BigDecimal -> value.toPlainString()
    is LocalDate -> value.toString()
    is Enum<*> -> code(value)
    is List<*> -> value.map { json(it, withWhy) }.ifEmpty { null }
    is Map<*, *> -> value.mapValues { (_, field) -> json(field, withWhy) }.filterValues { it != null }
    is Comparison -> json(fields(value, withWhy) + verdict(value.verdict), withWhy)
    is TallyOf -> json(fields(value, withWhy) - "tally" + fields(value.tally, withWhy), withWhy)
    else -> json(fields(value, withWhy), withWhy)
}

private fun verdict(verdict: Verdict): Map<String, Any?> =
    mapOf("verdict" to verdict.code, "reason" to (verdict as? Verdict.Undetermined)?.reason)

/** How the code of whatever list is spelled. */
private fun code(value: Enum<*>): Any =
    Class.forName("vn.tiendo.Codes").getMethod("getCode", value.declaringJavaClass).invoke(null, value)

/** By the getters, so that a field the library gains is compared without anyone remembering it. */
private fun fields(record: Any, withWhy: Boolean): Map<String, Any?> = record.javaClass.methods
    .filter { it.name.startsWith("get") && it.parameterCount == 0 && it.declaringClass == record.javaClass }
    .associate { it.name.removePrefix("get").replaceFirstChar(Char::lowercase) to it.invoke(record) }
    .filterKeys { it != "text" && (it != "why" || withWhy) }
