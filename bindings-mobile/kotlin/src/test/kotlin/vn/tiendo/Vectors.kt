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
            val tally = Tally(file.name, cases.size)
            DynamicContainer.dynamicContainer(
                file.name,
                cases.map { case ->
                    DynamicTest.dynamicTest(case["description"].asText()) { tally.of { check(function, case) } }
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
        assertEquals(expected, asGiven(actual, expected), said)
        val text = result.javaClass.methods.firstOrNull { it.name == "getText" } ?: return
        assertEquals(input.text, text.invoke(result), said)
    }

    /** Of a finding the places are compared, and beside them what the case gives. */
    private fun asGiven(actual: JsonNode, expected: JsonNode): JsonNode {
        val findings = actual.path("findings")
        for ((finding, wanted) in findings.zip(expected.path("findings"))) {
            (finding as ObjectNode).retain(wanted.fieldNames().asSequence().toSet() + "places")
        }
        return actual
    }

    private fun tree(result: Any, withWhy: Boolean): JsonNode =
        mapper.readTree(mapper.writeValueAsString(json(result, withWhy)))

    /** Counts one file's cases and, after the last, adds its line to the table of all languages. */
    private inner class Tally(private val file: String, private val cases: Int) {
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

    /** The verbatim text of the case: its `text` or its `cell`, written out or repeated. */
    val text: String
        get() = text("text") ?: text("cell") ?: node("repeat")!!.let { it["text"].asText().repeat(it["times"].asInt()) }

    val fullYears: FullYears?
        get() = node("fullYears")?.let { FullYears(BigDecimal(it[0].asText()), BigDecimal(it[1].asText())) }

    val direction: Direction
        get() = Direction.valueOf(text("direction")!!.uppercase())

    fun done() = assertEquals(emptySet<String>(), node.fieldNames().asSequence().toSet() - asked, "unknown fields")
}

/** The findings of the case's `code`. */
fun findings(all: List<Finding>, input: Input): Map<String, Any> {
    val code = input.text("code")!!
    return mapOf("findings" to all.filter { it.code == code })
}

/** A record as the library's JSON form: what is absent, false or empty is left out, and so is every `text`. */
private fun json(value: Any?, withWhy: Boolean): Any? = when (value) {
    null, false -> null
    is String, is Int, is Long, true -> value
    is BigDecimal -> value.toPlainString()
    is LocalDate -> value.toString()
    is Reason -> value.name.lowercase().replace('_', '-')
    is Enum<*> -> value.name.lowercase()
    is List<*> -> value.map { json(it, withWhy) }.ifEmpty { null }
    is Map<*, *> -> value.mapValues { (_, field) -> json(field, withWhy) }.filterValues { it != null }
    is Comparison -> json(fields(value, withWhy) + verdict(value.verdict), withWhy)
    else -> json(fields(value, withWhy), withWhy)
}

private fun verdict(verdict: Verdict): Map<String, Any> = when (verdict) {
    Verdict.Met -> mapOf("verdict" to "met")
    Verdict.NotMet -> mapOf("verdict" to "not_met")
    is Verdict.Undetermined -> mapOf("verdict" to "undetermined", "reason" to verdict.reason)
}

/** By the getters, so that a field the library gains is compared without anyone remembering it. */
private fun fields(record: Any, withWhy: Boolean): Map<String, Any?> = record.javaClass.methods
    .filter { it.name.startsWith("get") && it.parameterCount == 0 && it.declaringClass == record.javaClass }
    .associate { it.name.removePrefix("get").replaceFirstChar(Char::lowercase) to it.invoke(record) }
    .filterKeys { it != "text" && (it != "why" || withWhy) }
