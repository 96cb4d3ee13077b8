package vn.tiendo

import java.math.BigDecimal
import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** What the vectors do not show: the host's types, defaults, errors and equality. */
class ApiTest {
    private val plan = Plan.builtin("ha-tinh-231")

    private fun refusal(call: () -> Unit) = assertThrows(TiendoException::class.java) { call() }

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
    fun `codes of indicators are put in order`() {
        assertEquals(listOf("2", "10", "10.2"), listOf("10", "10.2", "2").sortedWith(::compareCodes))
    }


    @Test
    fun `a plan has its rows and deadlines read`() {
        assertTrue("ha-tinh-231" in builtinPlanIds())
        assertEquals(70 to 123, plan.indicators.size to plan.tasks.size)
        val row = plan.row("8")!!
        assertEquals(Direction.LOWER_IS_BETTER to DecidedBy.OPERATOR, row.direction to row.decidedBy)
        assertEquals(plan.milestones, row.targets.map { it.year })
        assertEquals(row, plan.rows[plan.indicators.indexOfFirst { it.code == "8" }])
        assertEquals(plan.tasks.map { it.deadline }, plan.deadlines.map { it.text })
        assertEquals(LocalDate.of(2025, 6, 30), plan.deadline(4)!!.due)
        assertEquals("8" to 4L, plan.indicator("8")!!.code to plan.task(4)!!.number)
        assertNull(plan.row("none"))
        assertNull(plan.deadline(9_999))
        assertEquals(2025, plan.milestoneOn(LocalDate.of(2025, 6, 1)))
        // Made once: a plan does not cross again with each question.
        assertSame(plan.indicators, plan.indicators)
    }

    @Test
    fun `a deadline says why`() {
        val deadline = parseDeadline("6/2025")
        val why = deadline.why()!!
        assertEquals("Tháng 6/2025: hạn là ngày cuối tháng, 30/6/2025.", why.vi)
        assertEquals(RuleCode.MONTH_END to deadline.due, why.rule to why.dates.last().value)
        assertNull(parseDeadline("Thường xuyên").why())
        assertEquals("6/2025", deadline.toNotation())
        assertTrue(deadline.meansTheSame(parseDeadline("Tháng 6/2025")))
        assertEquals("bad-date", refusal { deadline.copy(due = LocalDate.MAX).why() }.code.code)
    }

    @Test
    fun `codes have their sentences and properties`() {
        assertEquals("Ô để trống.", NoteCode.EMPTY.sentence(Lang.VI))
        assertTrue(NoteCode.entries.all { it.sentence(Lang.EN).endsWith(".") })
        assertTrue(Reason.entries.all { it.sentence(Lang.VI).endsWith(".") })
        assertEquals(listOf(null, 1, 3, 6, 9, 12, null, null, null), Cycle.entries.map { it.months })
        assertTrue(Source.PUBLISHED.isCertain && !Source.OCR.isCertain)
    }

    @Test
    fun `targets are compared and written in one notation`() {
        fun strength(own: String, upper: String) =
            compareTargets(parseTarget(own), parseTarget(upper), Direction.HIGHER_IS_BETTER)
        assertEquals(Strength.STRONGER, strength("> 60%", "≥ 60%"))
        assertEquals(Strength.WEAKER, strength("≥ 50%", "≥ 60%"))
        assertNull(strength("≥ 50%", "≥ 60 xã"))
        val target = parseTarget("đạt tối thiểu 40%.")
        assertEquals("≥ 40%", target.toNotation())
        assertTrue(target.isNumeric() && target.meansTheSame(parseTarget("≥ 40%")))
        val inexact = parseTarget("≥ 5").copy(value = BigDecimal("0.1234567"))
        val compared = refusal { compareTargets(inexact, inexact, Direction.HIGHER_IS_BETTER) }
        assertEquals(ErrorCode.BAD_NUMBER, compared.code)
        assertEquals(ErrorCode.BAD_NUMBER, refusal { inexact.toNotation() }.code)
    }

    @Test
    fun `every result is written as JSON and read back`() {
        val target = parseTarget("90% vào năm 2028")
        assertEquals(target, MilestoneTarget.fromJson(target.toJson()))
        assertEquals(ErrorCode.UNKNOWN_FIELD, refusal { MilestoneTarget.fromJson("""{"colour": 1}""") }.code)
        assertEquals("""{"value":"1200.5","ambiguous":false}""", parseNumber("1.200,5").toJson())
        val row = plan.row("8")!!
        assertEquals(row, Row.fromJson(row.toJson()))
        assertEquals(ErrorCode.BAD_VALUE, refusal { Row.fromJson("{}") }.code)
        assertEquals(ErrorCode.BAD_JSON, refusal { Row.fromJson("{") }.code)
        assertEquals(ErrorCode.TOO_LARGE, refusal { Row.fromJson("{}", Limits(jsonBytes = 1)) }.code)
        val limits = Limits(tasks = 7)
        assertEquals(limits, Limits.fromJson(limits.toJson()))
        val measured = Measured(MeasuredValue.Number(BigDecimal("5.5")), "percent", fullYears = FullYears(BigDecimal.ONE, BigDecimal.TEN))
        assertEquals(measured, Measured.fromJson(measured.toJson()))
        assertEquals(Verdict.Undetermined(Reason.NO_VALUE), Verdict.fromJson(Verdict.Undetermined(Reason.NO_VALUE).toJson()))
    }

    @Test
    fun `a cell is split by the registry given`() {
        val registry = Registry.builtin()
        val cell = registry.split("📱; Sở Y tế (nhiệm vụ 3), các sở, ban, ngành liên quan…")
        assertEquals(listOf(AgencyKind.UNKNOWN, AgencyKind.AGENCY, AgencyKind.GROUP), cell.agencies.map { it.kind })
        assertEquals("so-yt" to listOf(3L), cell.agencies[1].let { it.id to it.items })
        assertEquals(Span(0, 1), cell.agencies[0].span)
        assertEquals("liên quan" to true, cell.agencies[2].tail to cell.open)
        val own = Registry.fromJson(ONE_BODY)
        assertEquals("x", own.split("sở mẫu").agencies.single().id)
        assertEquals(listOf(Agency("x", "Sở Mẫu", listOf(), Level.PROVINCE, null, null, null, null)), own.agencies)
        assertEquals(own, Registry.fromJson(own.toJson()))
        val misspelt = refusal { Registry.fromJson(ONE_BODY.replace("name", "nom")) }
        assertEquals(ErrorCode.UNKNOWN_FIELD, misspelt.code)
        assertEquals(listOf(ErrorCode.MISSING_FIELD), misspelt.others.map { it.code })
        val ended = registry.agency("so-tttt")!!.ended!!
        assertEquals(LocalDate.of(2025, 3, 1) to "so-khcn", ended.on to ended.successor)
    }

    @Test
    fun `a body is found, followed and expanded`() {
        val registry = Registry.builtin()
        assertEquals("phong-vhxh", registry.find("phòng Văn hoá - Xã hội")!!.id)
        assertNull(registry.find("Sở Phép thuật"))
        val day = LocalDate.of(2025, 3, 1)
        assertEquals(Succession.Same, registry.succession("so-tttt", day.minusDays(1)))
        assertEquals(Succession.Succeeded("so-khcn"), registry.succession("so-tttt", day))
        assertEquals(Succession.Orphaned, registry.succession("ubnd-tp-my-tho", LocalDate.of(2025, 7, 1)))
        val roster = listOf(Roster("cac-so-ban-nganh", listOf("so-nv", "Sở Tài chính", "Sở Phép thuật")))
        val expanded = registry.expand(registry.split("Các sở, ban, ngành"), roster)
        assertEquals(listOf("Sở Nội vụ", "Sở Tài chính", "Sở Phép thuật"), expanded.map { it.name })
        assertTrue(registry.groups.any { it.id == "cac-so-ban-nganh" })
    }

    @Test
    fun `a plan is linted by the registry given`() {
        val unknown = { findings: List<Finding> -> findings.count { it.code == FindingCode.UNKNOWN_AGENCY } }
        assertTrue(unknown(plan.lint()) < unknown(plan.lint(Registry.fromJson(NOBODY))))
        val finding = Plan.builtin("tien-giang-69").lint().first { it.code == FindingCode.ORPHANED_LEAD }
        assertEquals(Place("tien-giang-69", ItemKind.INDICATOR, "19", null), finding.places.single())
        assertTrue(finding.vi.endsWith(".") && finding.en.endsWith("no single body succeeds it."), finding.en)
    }

    @Test
    fun `a plan is compared with the one it derives from`() {
        val child = Plan.builtin("tien-dien")
        assertEquals(Link("3", "9", Derivation.WIDENED), child.derives!!.indicators.first { it.child == "3" })
        val later = comparePlans(child, plan).first { it.code == FindingCode.DEADLINE_LATER }
        assertEquals(listOf("tien-dien", "ha-tinh-231"), later.places.map { it.plan })
        assertEquals("Task 4 is due 2025-09-30, after the 2025-06-30 of task 4 of 231/KH-UBND.", later.en)
        val error = refusal { comparePlans(plan, child) }
        assertEquals(ErrorCode.UNKNOWN_PLAN to "derives.plan", error.code to error.path)
        val suggested = suggestLinks(Plan.builtin("tien-giang-69"), plan).first { it.child == "8" }
        assertEquals(ItemKind.INDICATOR to "50", suggested.kind to suggested.parent)
        assertTrue(suggested.shared * 100 >= suggested.together * 60)
    }

    @Test
    fun `what a document says beside its annex comes along`() {
        val published = Plan.builtin("tien-giang-69")
        assertTrue(published.body.any { it.text == "trên 80%" })
        assertEquals(PublishedCode(2045, "26"), published.indicators.first { it.code == "6" }.otherCodes[0])
        assertTrue(Plan.builtin("dak-lak-146").indicators.any { it.undated != null })
        val scanned = Plan.builtin("ha-tinh-42-ctr-tu").indicators.flatMap { it.targets }
        assertTrue(scanned.any { it.source == Source.CHECKED } && scanned.any { it.source == Source.OCR })
    }

    @Test
    fun `results and handles are equal by what they hold`() {
        assertEquals(parseTarget("≥ 50%."), parseTarget("≥ 50%."))
        assertEquals(parseTarget("≥ 50%.").hashCode(), parseTarget("≥ 50%.").hashCode())
        assertNotEquals(parseTarget("≥ 50%."), parseTarget("≥ 50%"))
        for (id in builtinPlanIds()) {
            val (one, other) = Plan.builtin(id) to Plan.fromJson(Plan.builtin(id).toJson())
            assertEquals(one to one.hashCode(), other to other.hashCode())
        }
        assertNotEquals(plan, Plan.builtin("tien-dien"))
        assertEquals(Registry.builtin(), Registry.builtin())
        assertEquals(Calendar.builtin(), Calendar.byId(builtinCalendarIds().single()))
        assertEquals(ErrorCode.UNKNOWN_CALENDAR, refusal { Calendar.byId("none") }.code)
    }

    @Test
    fun `all that is wrong with a file is said, and its schema is in the jar`() {
        val errors = validate(FileKind.PLAN, """{"schemaVersion": 1, "id": 3, "colour": "red"}""")
        assertEquals(listOf(ErrorCode.WRONG_TYPE to "id", ErrorCode.UNKNOWN_FIELD to "colour"), errors.take(2).map { it.code to it.path })
        assertEquals(emptyList<Refusal>(), validate(FileKind.PLAN, plan.toJson()))
        for (kind in listOf("plan", "records", "registry", "calendar")) {
            val schema = Plan::class.java.getResource("/vn/tiendo/schemas/$kind.schema.json")!!.readText()
            assertTrue("https://json-schema.org/draft/2020-12/schema" in schema, kind)
        }
    }

    @Test
    fun `a person can read what is printed`() {
        val deadline = parseDeadline("trước ngày 15/7/2025")
        assertEquals("Deadline(written=2025-07-15, due=2025-07-14, rule=BEFORE, recognised=true, text=trước ngày 15/7/2025)", deadline.toString())
        assertEquals("Met", Verdict.Met.toString())
        assertTrue(plan.toString().startsWith("Plan { id: \"ha-tinh-231\""), plan.toString())
    }

    @Test
    fun `results cannot be changed`() {
        val tasks = plan.tasks as MutableList<*>
        assertThrows(UnsupportedOperationException::class.java) { tasks.clear() }
    }

    @Test
    fun `a handle that was closed says so, and others go on`() {
        val closed = Plan.builtin("tien-dien")
        closed.close()
        closed.close()
        assertThrows(IllegalStateException::class.java) { closed.lint() }
        assertTrue(Plan.builtin("tien-dien").lint().isNotEmpty())
    }

    @Test
    fun `an error has its fields`() {
        val error = refusal { Plan.fromJson("{\"schemaVersion\": 1,\n \"colour\": \"red\"}") }
        assertEquals(ErrorCode.UNKNOWN_FIELD to "colour", error.code to error.path)
        assertEquals("unknown-field" to "Unknown field", error.code.code to error.code.label(Lang.EN))
        assertEquals(2L, error.row)
        assertNull(error.span)
        assertTrue(error.column!! > 0 && error.expected.isNotEmpty())
        assertTrue(error.message.startsWith("unknown-field at colour (line 2, "), error.message)
        assertEquals("vn.tiendo.TiendoException: ${error.message}", error.toString())
        assertTrue(error.sentence(Lang.VI).startsWith("Dòng 2, cột 2, `colour`: "), error.sentence(Lang.VI))
        assertTrue("id" in error.others.map { it.path }, error.others.toString())
        assertTrue(error.others.all { "`${it.path}`: " in it.sentence(Lang.EN) }, error.others.toString())
        assertEquals(ErrorCode.UNKNOWN_PLAN, refusal { Plan.builtin("nowhere-1") }.code)
        val option = refusal { parseDeadline("6/2025", DeadlineOptions(monthDay = 32)) }
        assertEquals(ErrorCode.BAD_OPTION to "monthDay", option.code to option.path)
        assertEquals(ErrorCode.BAD_JSON, refusal { Plan.fromBytes(byteArrayOf(-1)) }.code)
    }

    @Test
    fun `limits are the caller's`() {
        assertEquals(Limits(), Limits.fromJson("{}"))
        fun code(call: () -> Unit) = refusal(call).code
        assertEquals(ErrorCode.TOO_LARGE, code { Plan.fromJson(plan.toJson(), Limits(jsonBytes = 8)) })
        assertEquals(ErrorCode.CELL_TOO_LONG, code { Plan.fromJson(plan.toJson(), Limits(textChars = 3)) })
        assertEquals(ErrorCode.CELL_TOO_LONG, code { Registry.builtin().split("Sở Y tế", Limits(textChars = 3)) })
        assertEquals(ErrorCode.CELL_TOO_LONG, code { parseTarget("≥ 50%", limits = Limits(textChars = 3)) })
        assertEquals(ErrorCode.CELL_TOO_LONG, code { parseDeadline("6/2025", limits = Limits(textChars = 3)) })
        val negative = refusal { parseTarget("≥ 50%", limits = Limits(textChars = -1)) }
        assertEquals("textChars", negative.path)
        assertTrue(refusal { Plan.fromJson("{}") }.others.isNotEmpty())
        assertTrue(refusal { Plan.fromJson("{}", Limits(errors = 1)) }.others.isEmpty())
    }
}

private const val NOBODY = """{"schemaVersion": 1, "groups": [], "agencies": []}"""
private const val ONE_BODY =
    """{"schemaVersion": 1, "groups": [], "agencies": [{"id": "x", "name": "Sở Mẫu", "level": "province"}]}"""
