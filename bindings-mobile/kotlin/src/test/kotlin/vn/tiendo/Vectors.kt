package vn.tiendo

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.json.JsonMapper
import com.fasterxml.jackson.databind.node.ObjectNode
import java.io.File
import java.time.DateTimeException
import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.DynamicContainer
import org.junit.jupiter.api.DynamicTest

/** Runs the vectors as `tests/README.md` has them, as whole cases: the JSON of each result, or all of its error. */
class Vectors(private val language: String, private val call: Call) {
    /** The JSON of what the library gives, byte for byte; none where a runner passes over a function. */
    fun interface Call {
        @Throws(TiendoException::class)
        fun call(function: String, input: Input): String?
    }

    fun tests(): List<DynamicContainer> = File("target/vectors").listFiles()!!.sorted().map { file ->
        val (read, counts) = mapper.readTree(file) to IntArray(2)
        val cases = read["cases"].map { case ->
            val function = (case["function"] ?: read["function"]).asText()
            DynamicTest.dynamicTest(case["description"].asText()) {
                counts[1]++
                check(function, case)
                counts.also { it[1]-- }[0]++
            }
        }
        val told = DynamicTest.dynamicTest("its line in the table") {
            val line = "$language\t${file.name}\t${counts[0]}\t${counts[1]}\n"
            System.getenv("TIENDO_VECTORS")?.let { File(it).appendText(line) }
        }
        DynamicContainer.dynamicContainer(file.name, cases + told)
    }

    private fun check(function: String, case: JsonNode): Unit = try {
        val found = call.call(function, Input(case["input"]))
        if (found != null) assertEquals(case["output"]?.asText(), found) else Unit
    } catch (refused: TiendoException) {
        val found = mapper.readTree(mapper.writeValueAsString(tree(refused)))
        // Of an object nobody has seen the text, which this runner writes: its lines and columns say nothing.
        if (case["input"].any { it.isObject } && case["error"]?.has("row") == false) bare(found)
        assertEquals(case["error"], found)
    } catch (_: DateTimeException) {
        // What is no day is no date of this host's.
    }

    private fun bare(error: JsonNode) {
        (error as ObjectNode).remove(listOf("row", "column"))
        error["others"]?.forEach(::bare)
    }

    private fun tree(of: TiendoException): Map<String, Any?> =
        fields(of.code, of.path, of.row, of.column, of.span, of.expected, of.expectedVi) + listOfNotNull(
            "others" to of.others.map { fields(it.code, it.path, it.row, it.column, it.span, it.expected, it.expectedVi) },
        ).filter { of.others.isNotEmpty() }

    private fun fields(code: ErrorCode, vararg of: Any?): Map<String, Any?> =
        (listOf("code" to code.code) + NAMES.zip(of)).filter { it.second != null }.toMap()
}

private val NAMES = listOf("path", "row", "column", "span", "expected", "expectedVi")
private val mapper = JsonMapper()

/** What a case gives a function. */
class Input(private val node: JsonNode) {
    /** A text, which may be none: given as units of UTF-16. */
    fun text(name: String): String? = node[name]?.let { given ->
        given["units"]?.let { units -> String(CharArray(units.size()) { units[it].asInt().toChar() }) } ?: given.asText()
    }

    /** The bytes of a file, where they are given as such. */
    fun bytes(name: String): ByteArray? = node[name]?.get("bytes")?.let { bytes -> ByteArray(bytes.size()) { bytes[it].asInt().toByte() } }

    fun whole(): String = node.toString()

    /** An object's JSON. */
    fun json(name: String): String? = node[name]?.toString()

    /** What stands below, each of a list or the one. */
    fun at(name: String): List<Input> = node[name]?.let { if (it.isArray) it.toList() else listOf(it) }.orEmpty().map(::Input)

    fun date(name: String): LocalDate? = text(name)?.let(LocalDate::parse)

    @get:Throws(TiendoException::class)
    val limits: Limits?
        get() = json("limits")?.let { Limits.fromJson(it) }

    companion object {
        /** A result's JSON, which reads back as the same. */
        @JvmStatic
        fun <T> same(result: T, json: String, read: (String) -> T): String = json.also { assertEquals(result, read(json)) }

        @JvmStatic
        fun list(items: List<String>): String = items.joinToString(",", "[", "]")

        /** A text as JSON. */
        fun text(of: String): String = mapper.writeValueAsString(of)

        @JvmStatic
        fun texts(items: List<String>): String = mapper.writeValueAsString(items)

        /** A file's JSON, which is written for people, on one line. */
        @JvmStatic
        fun compact(json: String): String = mapper.readTree(json).toString()
    }
}
