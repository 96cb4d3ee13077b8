package vn.tiendo

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.json.JsonMapper
import java.io.File
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
        val refused = try {
            read(file, bytes)
            null
        } catch (error: TiendoException) {
            assertTrue(error.others.size < 100 && error.sentence(Lang.VI).length < 2_000, "${error.others.size} others")
            error.code.code
        }
        assertEquals(wanted, refused, file["breaks"].asText())
    }

    private fun read(file: JsonNode, bytes: ByteArray): Any? = when (val kind = file["kind"].asText()) {
        "plan" -> Plan.fromBytes(bytes).lint()
        "registry" -> Registry.fromBytes(bytes).let { it.split(file["cell"]?.asText() ?: "Sở Y tế") }
        "calendar" -> Calendar.fromBytes(bytes).withDays(listOf())
        // A question has no entrance of bytes: what is no UTF-8 is no text of this host's, and no JSON.
        "query" -> Plan.builtin("ha-tinh-231").obligations(ReportingQuery.fromJson(bytes.toString(Charsets.UTF_8)))
        "records" -> {
            val records = Records.fromBytes(bytes)
            val query = ReportingQuery(periods = listOf("2025-06"), agencies = listOf("so-nv"))
            val all = Plan.builtin("ha-tinh-231").obligations(query)
            all.timeliness(records.submissions, records.exemptions, TODAY)
        }
        else -> error("no kind $kind")
    }
}

private val TODAY = LocalDate.of(2025, 6, 22)
