package vn.tiendo

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.json.JsonMapper
import java.io.File
import java.nio.ByteBuffer
import java.nio.charset.CharacterCodingException
import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.TestFactory

/** Files that would make a reader loop, fill memory or fall: each comes out as the list says (`tests/src/hostile`). */
class HostileTest {
    private val folder = File("target/hostile")

    @TestFactory
    fun files(): List<DynamicTest> {
        val files = JsonMapper().readTree(File(folder, "index.json")).toList()
        assertTrue(files.size > 50, "${files.size} files")
        return files.map { file -> DynamicTest.dynamicTest(file["name"].asText()) { check(file) } }
    }

    private fun check(file: JsonNode) {
        val bytes = File(folder, file["name"].asText() + ".json").readBytes()
        val wanted = file["error"]?.asText()
        val text = try {
            Charsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString()
        } catch (error: CharacterCodingException) {
            // What is no text is no string of this host's: it never reaches the library.
            return assertTrue(wanted != null, error.toString())
        }
        val refused = try {
            read(file, text)
            null
        } catch (error: TiendoException.Refused) {
            assertTrue(error.others.size < 100 && error.sentence(Lang.VI).length < 2_000, "${error.others.size} others")
            error.code.code
        }
        assertEquals(wanted, refused, file["breaks"].asText())
    }

    private fun read(file: JsonNode, text: String): Any? = when (val kind = file["kind"].asText()) {
        "plan" -> lint(planFromJson(text))
        "registry" -> file["cell"]?.let { splitAgencies(it.asText(), text) } ?: agencies(text)
        "calendar" -> withDays(listOf(), text)
        "query" -> obligations(planBuiltin("ha-tinh-231"), reportingQueryFromJson(text))
        "records" -> {
            val records = recordsFromJson(text)
            val query = ReportingQuery(periods = listOf("2025-06"), agencies = listOf("so-nv"))
            timeliness(planBuiltin("ha-tinh-231"), query, records.submissions, records.exemptions, TODAY)
        }
        else -> error("no kind $kind")
    }
}

private val TODAY = LocalDate.of(2025, 6, 22)
