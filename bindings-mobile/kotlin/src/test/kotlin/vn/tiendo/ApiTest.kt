package vn.tiendo

import java.math.BigDecimal
import java.nio.charset.CharacterCodingException
import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** What the vectors do not show: the host's types, defaults, errors and equality. */
class ApiTest {
    private val plan = planBuiltin("ha-tinh-231")

    private fun refusal(call: () -> Unit) = assertThrows(TiendoException.Refused::class.java) { call() }

    @Test
    fun `numbers are BigDecimal and dates are LocalDate`() {
        val number: BigDecimal = parseNumber("0,70").value
        assertEquals(BigDecimal("0.7"), number)
        val due: LocalDate? = parseDeadline("trước ngày 15/7/2025").due
        assertEquals(LocalDate.of(2025, 7, 14), due)
        assertEquals(LocalDate.of(2025, 5, 10), plan.issued)
    }

    @Test
    fun `options have defaults`() {
        assertEquals(LocalDate.of(2025, 6, 30), parseDeadline("6/2025").due)
        assertEquals(LocalDate.of(2025, 6, 25), parseDeadline("6/2025", DeadlineOptions(monthDay = 25)).due)
        assertEquals("GRDP", parseTarget("≥ 20", unit = "% GRDP").base)
        assertNull(parseTarget("≥ 20").base)
    }

    @Test
    fun `a comparison says why`() {
        val measured = Measured(MeasuredValue.Number(BigDecimal("45")))
        val result = compare(measured, parseTarget("≥ 50%."), Direction.HIGHER_IS_BETTER)
        assertEquals(Verdict.NotMet, result.verdict)
        assertEquals(BigDecimal("-5") to BigDecimal("0.9"), result.margin to result.attainment)
        assertEquals(RuleCode.AT_LEAST, result.why.rule)
        val missing = compare(Measured(MeasuredValue.Missing), parseTarget("≥ 50%."), Direction.HIGHER_IS_BETTER)
        assertEquals(Verdict.Undetermined(Reason.NO_VALUE), missing.verdict)
    }

    @Test
    fun `a plan has its rows and deadlines read`() {
        assertTrue("ha-tinh-231" in builtinPlanIds())
        assertEquals(70 to 123, plan.indicators.size to plan.tasks.size)
        val rows = planRows(plan)
        assertEquals(plan.indicators.map { it.code }.toSet(), rows.keys)
        val row = rows.getValue("8")
        assertEquals(Direction.LOWER_IS_BETTER to DecidedBy.OPERATOR, row.direction to row.decidedBy)
        assertEquals(plan.milestones, row.targets.map { it.year })
        val deadlines = planDeadlines(plan)
        assertEquals(plan.tasks.map { it.number to it.deadline }.toMap(), deadlines.mapValues { it.value.text })
        assertEquals(LocalDate.of(2025, 6, 30), deadlines.getValue(4).due)
    }

    @Test
    fun `a deadline says why`() {
        val deadline = parseDeadline("6/2025")
        val why = deadlineWhy(deadline)!!
        assertEquals("Tháng 6/2025: hạn là ngày cuối tháng, 30/6/2025.", why.vi)
        assertEquals(RuleCode.MONTH_END to deadline.due, why.rule to why.dates.last().value)
        assertNull(deadlineWhy(parseDeadline("Thường xuyên")))
        assertEquals("6/2025", deadlineNotation(deadline))
        assertEquals("bad-date", refusal { deadlineWhy(deadline.copy(due = LocalDate.MAX)) }.code.code)
    }

    @Test
    fun `a note has its sentence`() {
        assertEquals("Ô để trống.", noteSentence(NoteCode.EMPTY, Lang.VI))
        assertTrue(NoteCode.entries.all { noteSentence(it, Lang.EN).endsWith(".") })
        val notes = planRows(plan).values.flatMap { it.notes + it.targets.flatMap { cell -> cell.target.notes } }
        assertTrue(notes.isNotEmpty())
        assertTrue(Reason.entries.all { reasonSentence(it, Lang.VI).endsWith(".") })
    }

    @Test
    fun `targets are compared and written in one notation`() {
        fun strength(own: String, upper: String) =
            compareTargets(parseTarget(own), parseTarget(upper), Direction.HIGHER_IS_BETTER)
        assertEquals(Strength.STRONGER, strength("> 60%", "≥ 60%"))
        assertEquals(Strength.WEAKER, strength("≥ 50%", "≥ 60%"))
        assertNull(strength("≥ 50%", "≥ 60 xã"))
        assertEquals("≥ 40%", targetNotation(parseTarget("đạt tối thiểu 40%.")))
        val inexact = parseTarget("≥ 5").copy(value = BigDecimal("0.1234567"))
        val compared = refusal { compareTargets(inexact, inexact, Direction.HIGHER_IS_BETTER) }
        assertEquals(ErrorCode.BAD_NUMBER, compared.code)
        assertEquals(ErrorCode.BAD_NUMBER, refusal { targetNotation(inexact) }.code)
        val target = parseTarget("90% vào năm 2028")
        assertEquals(target, targetFromJson(targetToJson(target)))
        assertEquals(ErrorCode.UNKNOWN_FIELD, refusal { targetFromJson("""{"colour": 1}""") }.code)
    }

    @Test
    fun `a cell is split by the registry given`() {
        val cell = splitAgencies("📱; Sở Y tế (nhiệm vụ 3), các sở, ban, ngành liên quan…")
        assertEquals(listOf(AgencyKind.UNKNOWN, AgencyKind.AGENCY, AgencyKind.GROUP), cell.agencies.map { it.kind })
        assertEquals("so-yt" to listOf(3L), cell.agencies[1].let { it.id to it.items })
        assertEquals(Span(0, 1), cell.agencies[0].span)
        assertEquals("liên quan" to true, cell.agencies[2].tail to cell.open)
        val registry =
            """{"schemaVersion": 1, "groups": [], "agencies": [{"id": "x", "name": "Sở Mẫu", "level": "province"}]}"""
        assertEquals("x", splitAgencies("sở mẫu", registry).agencies.single().id)
        assertEquals(listOf(Agency("x", "Sở Mẫu", listOf(), Level.PROVINCE, null, null, null)), agencies(registry))
        val misspelt = refusal { splitAgencies("sở mẫu", registry.replace("name", "nom")) }
        assertEquals(ErrorCode.UNKNOWN_FIELD, misspelt.code)
        assertEquals(listOf(ErrorCode.MISSING_FIELD), misspelt.others.map { it.code })
        val ended = agencies().first { it.id == "so-tttt" }.ended!!
        assertEquals(LocalDate.of(2025, 3, 1) to "so-khcn", ended.on to ended.successor)
        assertEquals(LocalDate.of(2025, 7, 1), agencies().first { it.id == "phong-vhxh" }.begun!!.on)
    }

    @Test
    fun `a plan is linted by the registry given`() {
        val unknown = { findings: List<Finding> -> findings.count { it.code == FindingCode.UNKNOWN_AGENCY } }
        val nobody = """{"schemaVersion": 1, "groups": [], "agencies": []}"""
        assertTrue(unknown(lint(plan)) < unknown(lint(plan, nobody)))
        assertEquals(ErrorCode.BAD_JSON, refusal { lint(plan, "{") }.code)
        val finding = lint(planBuiltin("tien-giang-69")).first { it.code == FindingCode.ORPHANED_LEAD }
        assertEquals(Place("tien-giang-69", ItemKind.INDICATOR, "19", null), finding.places.single())
        assertTrue(finding.vi.endsWith(".") && finding.en.endsWith("no single body succeeds it."), finding.en)
    }

    @Test
    fun `a plan is compared with the one it derives from`() {
        val child = planBuiltin("tien-dien")
        assertEquals(Link("3", "9", Derivation.WIDENED), child.derives!!.indicators.first { it.child == "3" })
        val later = comparePlans(child, plan).first { it.code == FindingCode.DEADLINE_LATER }
        assertEquals(listOf("tien-dien", "ha-tinh-231"), later.places.map { it.plan })
        assertEquals("Task 4 is due 2025-09-30, after the 2025-06-30 of task 4 of 231/KH-UBND.", later.en)
        val error = refusal { comparePlans(plan, child) }
        assertEquals(ErrorCode.UNKNOWN_PLAN to "derives.plan", error.code to error.path)
        val suggested = suggestLinks(planBuiltin("tien-giang-69"), plan).first { it.child == "8" }
        assertEquals(ItemKind.INDICATOR to "50", suggested.kind to suggested.parent)
        assertTrue(suggested.shared * 100 >= suggested.together * 60)
    }

    @Test
    fun `what a document says beside its annex comes along`() {
        val published = planBuiltin("tien-giang-69")
        assertTrue(published.body.any { it.text == "trên 80%" })
        assertEquals(PublishedCode(2045, "26"), published.indicators.first { it.code == "6" }.otherCodes[0])
        assertTrue(planBuiltin("dak-lak-146").indicators.any { it.undated != null })
        val scanned = planBuiltin("ha-tinh-42-ctr-tu").indicators.flatMap { it.targets }
        assertTrue(scanned.any { it.source == Source.CHECKED } && scanned.any { it.source == Source.OCR })
        for (id in builtinPlanIds()) assertEquals(planBuiltin(id), planFromJson(planToJson(planBuiltin(id))), id)
    }

    @Test
    fun `records are equal by what they hold`() {
        assertEquals(parseTarget("≥ 50%."), parseTarget("≥ 50%."))
        assertEquals(parseTarget("≥ 50%.").hashCode(), parseTarget("≥ 50%.").hashCode())
        assertNotEquals(parseTarget("≥ 50%."), parseTarget("≥ 50%"))
        assertEquals(plan, planFromJson(planToJson(plan)))
    }

    @Test
    fun `an error has its fields`() {
        val error = refusal { planFromJson("{\"schemaVersion\": 1,\n \"colour\": \"red\"}") }
        assertEquals(ErrorCode.UNKNOWN_FIELD to "colour", error.code to error.path)
        assertEquals("unknown-field" to "Unknown field", error.code.code to error.code.label(Lang.EN))
        assertEquals(2L, error.row)
        assertNull(error.span)
        assertTrue(error.column!! > 0 && error.expected.isNotEmpty())
        assertTrue(error.toString().startsWith("unknown-field at colour (line 2, "), error.toString())
        assertTrue(error.sentence(Lang.VI).startsWith("Dòng 2, cột 2, `colour`: "), error.sentence(Lang.VI))
        assertTrue("id" in error.others.map { it.path }, error.others.toString())
        assertTrue(error.others.all { "`${it.path}`: " in it.sentence(Lang.EN) }, error.others.toString())
        assertEquals(ErrorCode.UNKNOWN_PLAN, refusal { planBuiltin("nowhere-1") }.code)
        val option = refusal { parseDeadline("6/2025", DeadlineOptions(monthDay = 32)) }
        assertEquals(ErrorCode.BAD_OPTION to "monthDay", option.code to option.path)
    }

    @Test
    fun `values that no plan can hold are refused`() {
        fun code(changed: Plan) = refusal { planToJson(changed) }.code.code
        assertEquals("bad-date", code(plan.copy(issued = LocalDate.of(10_000, 1, 1))))
        assertEquals("bad-date", code(plan.copy(issued = LocalDate.of(-5, 1, 1))))
        assertEquals("year-out-of-range", code(plan.copy(issued = LocalDate.of(1899, 12, 31))))
        assertEquals("bad-value", code(plan.copy(schemaVersion = -1)))
        assertEquals("unknown-version", code(plan.copy(schemaVersion = 2)))
        val regime = plan.regime!!.let { it.copy(rules = it.rules + it.rules) }
        assertEquals("duplicate-code", code(plan.copy(regime = regime)))
        val twice = plan.copy(tasks = plan.tasks + plan.tasks)
        assertEquals("duplicate-code", code(twice))
        assertEquals("tasks[123].number", refusal { lint(twice) }.path)
        assertEquals(ErrorCode.DUPLICATE_CODE, refusal { comparePlans(twice, plan) }.code)
        assertEquals(ErrorCode.DUPLICATE_CODE, refusal { suggestLinks(plan, twice) }.code)
    }

    @Test
    fun `numbers that are not exact are refused`() {
        fun code(number: String) = refusal {
            compare(Measured(MeasuredValue.Number(BigDecimal(number))), parseTarget("≥ 5"), Direction.HIGHER_IS_BETTER)
        }.code.code
        assertEquals("bad-number", code("0.1234567"))
        assertEquals("bad-number", code("1E+40"))
        val exact = Measured(MeasuredValue.Number(BigDecimal("5E+3")))
        assertEquals(Verdict.Met, compare(exact, parseTarget("= 5000"), Direction.HIGHER_IS_BETTER).verdict)
    }

    @Test
    fun `text that is no Unicode never reaches the library`() {
        assertThrows(CharacterCodingException::class.java) { parseTarget("\ud800") }
    }

    @Test
    fun `a place counts code points`() {
        val deadline = parseDeadline("📱 31/02/2026")
        val span = deadline.notes.single().span!!
        val from = deadline.text.offsetByCodePoints(0, span.start.toInt())
        val to = deadline.text.offsetByCodePoints(0, span.end.toInt())
        assertEquals(1L, span.end - span.start)
        assertEquals("📱", deadline.text.substring(from, to))
    }

    @Test
    fun `every code has its spelling and its labels in every list`() {
        assertEquals(DateRule.CIVIL_CODE_146, parseDeadline("giữa năm 2026").rule)
        assertFalse(DateRule.entries.any { it.name.any { letter -> letter.isLowerCase() } })
        assertEquals("civil_code_146", DateRule.CIVIL_CODE_146.code)
        assertEquals(DateRule.CIVIL_CODE_146, DateRule.of("civil_code_146"))
        assertNull(NoteCode.of("no-such-note"))
        val labels = Class.forName("vn.tiendo.Codes").methods.filter { it.name == "label" }
        for (list in codeLists()) {
            val type = Class.forName("vn.tiendo.${list.name}")
            if (type == Verdict::class.java) continue
            val label = labels.single { it.parameterTypes[0] == type }
            val told = type.enumConstants.map { label.invoke(null, it, Lang.VI) to label.invoke(null, it, Lang.EN) }
            assertEquals(list.codes.map { it.vi to it.en }, told, list.name)
        }
        assertEquals("Chưa đạt", Verdict.NotMet.label(Lang.VI))
    }

    @Test
    fun `a body is found, followed and expanded`() {
        assertEquals("phong-vhxh", find("phòng Văn hoá - Xã hội")!!.id)
        assertNull(find("Sở Phép thuật"))
        val day = LocalDate.of(2025, 3, 1)
        assertEquals(Succession.Same, succession("so-tttt", day.minusDays(1)))
        assertEquals(Succession.Succeeded("so-khcn"), succession("so-tttt", day))
        assertEquals(Succession.Orphaned, succession("ubnd-tp-my-tho", LocalDate.of(2025, 7, 1)))
        val roster = listOf(Roster("cac-so-ban-nganh", listOf("so-nv", "Sở Tài chính", "Sở Phép thuật")))
        val expanded = expand(splitAgencies("Các sở, ban, ngành"), roster)
        assertEquals(listOf("Sở Nội vụ", "Sở Tài chính", "Sở Phép thuật"), expanded.map { it.name })
        assertTrue(groups().any { it.id == "cac-so-ban-nganh" })
    }

    @Test
    fun `codes of indicators are put in order`() {
        assertEquals(listOf("2", "10", "10.2"), listOf("10", "10.2", "2").sortedWith(::compareCodes))
    }

    @Test
    fun `limits are the caller's`() {
        assertEquals(defaultLimits(), Limits())
        fun code(call: () -> Unit) = refusal(call).code
        assertEquals(ErrorCode.TOO_LARGE, code { planFromJson(planToJson(plan), Limits(jsonBytes = 8)) })
        assertEquals(ErrorCode.CELL_TOO_LONG, code { lint(plan, limits = Limits(textChars = 3)) })
        val nobody = """{"schemaVersion": 1, "groups": [], "agencies": []}"""
        assertEquals(ErrorCode.CELL_TOO_LONG, code { splitAgencies("Sở Y tế", nobody, Limits(textChars = 3)) })
        assertEquals(ErrorCode.CELL_TOO_LONG, code { parseTarget("≥ 50%", limits = Limits(textChars = 3)) })
        assertEquals(ErrorCode.CELL_TOO_LONG, code { parseDeadline("6/2025", limits = Limits(textChars = 3)) })
        assertEquals(ErrorCode.BAD_VALUE, code { parseTarget("≥ 50%", limits = Limits(textChars = -1)) })
        assertTrue(refusal { planFromJson("{}") }.others.isNotEmpty())
        assertTrue(refusal { planFromJson("{}", Limits(errors = 1)) }.others.isEmpty())
    }
}
