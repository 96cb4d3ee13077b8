package vn.tiendo

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.TestFactory

/** The vectors every language shares, through the Kotlin API. */
class VectorsTest {
    @TestFactory
    fun vectors() = Vectors("kotlin", ::call).tests()

    private fun call(function: String, input: Input): String = when (function) {
        "parseNumber" -> parseNumber(input.text("text")!!).let { Input.same(it, it.toJson(), Numeral.Companion::fromJson) }
        "parseTarget" -> parseTarget(input.text("text")!!, input.text("unit"), input.limits)
            .let { Input.same(it, it.toJson(), MilestoneTarget.Companion::fromJson) }
        "readSentence" -> readSentence(input.text("text")!!, input.limits)
            .let { Input.same(it, it.toJson(), Sentence.Companion::fromJson) }
        "parseDeadline" ->
            parseDeadline(input.text("text")!!, input.json("options")?.let(DeadlineOptions.Companion::fromJson), input.limits)
                .let { Input.same(it, it.toJson(), Deadline.Companion::fromJson) }
        "parseRegime" -> parseRegime(input.text("text")!!, input.limits)
            .let { Input.same(it, it.toJson(), RegimeReading.Companion::fromJson) }
        "compare" -> compare(
            Measured.fromJson(input.json("measured")!!),
            MilestoneTarget.fromJson(input.json("target")!!),
            Direction.of(input.text("direction")!!)!!,
            CompareOptions.fromJson(input.json("options")!!),
        ).let { Input.same(it, it.toJson(), Comparison.Companion::fromJson) }
        "splitAgencies" -> Registry.builtin().split(input.text("cell")!!, input.limits)
            .let { Input.same(it, it.toJson(), AgencyCell.Companion::fromJson) }
        "period" -> (input.text("id")?.let(::period) ?: periodHolding(Cycle.of(input.text("cycle")!!)!!, input.date("date")!!))
            ?.let { Input.same(it, it.toJson(), PeriodReading.Companion::fromJson) } ?: "null"
        "planFromJson" -> plan(input).let { plan ->
            val (rows, deadlines) = plan.rows.map { it.toJson() } to plan.deadlines.map { it.toJson() }
            val json = Input.same(plan, plan.toJson(), Plan.Companion::fromJson)
            """{"plan":${Input.compact(json)},"rows":${Input.list(rows)},"deadlines":${Input.list(deadlines)}}"""
        }
        "recordsFromJson" -> file(input, Records.Companion::fromJson, Records.Companion::fromBytes).toJson()
        "calendarFromJson" -> file(input, Calendar.Companion::fromJson, Calendar.Companion::fromBytes).toJson()
        "registryFromJson" -> file(input, Registry.Companion::fromJson, Registry.Companion::fromBytes).toJson()
        "calendarById" -> Calendar.byId(input.text("id")!!).toJson()
        "lint" -> findings(plan(input).lint(null, input.text("minimum")?.let { Severity.of(it)!! }))
        "comparePlans" -> findings(comparePlans(Plan.builtin(input.text("child")!!), Plan.builtin(input.text("parent")!!)))
        "obligations" -> obligations(input).toJson()
        "timeliness" -> {
            val records = Records.fromJson(input.text("records")!!)
            val all = obligations(input).timeliness(records.submissions, records.exemptions, input.date("today")!!)
            val (vi, en) = Input.texts(all.sentences(Lang.VI)) to Input.texts(all.sentences(Lang.EN))
            """{"timeliness":${all.toJson()},"vi":$vi,"en":$en}"""
        }
        "assess" -> {
            val file = input.text("plan") ?: Plan.builtin(input.text("builtin")!!).toJson()
            val (records, options) = input.text("records")!! to input.json("options")
            val whole = assessJson(file, records, input.date("today")!!, options)
            val brought = input.at("options").firstOrNull()
            val assessed = Plan.fromJson(file).assess(
                Records.fromJson(records),
                input.date("today")!!,
                options?.let { Options.fromJson(it) },
                brought?.json("calendar")?.let { Calendar.fromJson(it) },
                brought?.json("registry")?.let { Registry.fromJson(it) },
            )
            assertEquals(whole, Input.same(assessed, assessed.toJson(), Assessment.Companion::fromJson))
            whole
        }
        "changes" -> changesJson(input.text("before")!!, input.text("after")!!)
        "sensitivity" -> sensitivityJson(
            input.text("plan")!!, input.text("records")!!, input.date("today")!!, input.json("options"), input.json("trials"),
        )
        "renderReport" -> Input.text(
            renderJson(input.text("report")!!, ReportFormat.of(input.text("format")!!)!!).toString(Charsets.UTF_8),
        )
        "rollUp" -> rollUpJson(
            input.text("plan")!!, input.text("records")!!, input.text("units")!!, input.date("today")!!, input.json("options"),
        )
        "periodReport" -> periodReportJson(input.text("assessment")!!, input.text("earlier"), input.json("query")!!)
        else -> entrance(function, input)
    }

    /** The calls that have no file of their own. */
    private fun entrance(function: String, input: Input): String = when (function) {
        "compareTargets" -> compareTargets(
            MilestoneTarget.fromJson(input.json("target")!!),
            MilestoneTarget.fromJson(input.json("other")!!),
            Direction.of(input.text("direction")!!)!!,
        )?.let { Input.text(it.code) } ?: "null"
        "targetNotation" -> Input.text(parseTarget(input.text("text")!!).toNotation())
        "deadlineNotation" -> Input.text(parseDeadline(input.text("text")!!).toNotation())
        "compareCodes" -> compareCodes(input.text("a")!!, input.text("b")!!).toString()
        "find" -> Registry.builtin().find(input.text("name")!!)?.toJson() ?: "null"
        "succession" -> Registry.builtin().succession(input.text("id")!!, input.date("on")!!).toJson()
        "expand" -> Registry.builtin().let { registry ->
            val roster = input.at("roster").map { Roster.fromJson(it.whole()) }
            Input.list(registry.expand(registry.split(input.text("cell")!!), roster).map { it.toJson() })
        }
        "dayStatus" -> calendar(input).status(input.date("day")!!).toJson()
        "nextWorkingDay" -> Input.text(calendar(input).nextWorkingDay(input.date("day")!!).toString())
        "previousWorkingDay" -> Input.text(calendar(input).previousWorkingDay(input.date("day")!!).toString())
        "dateInVietnam" -> Input.text(dateInVietnam(input.text("instant")!!).toString())
        "milestoneOn" -> plan(input).milestoneOn(input.date("day")!!).toString()
        "latest" ->
            Records.fromJson(input.text("records")!!).latest(input.text("indicator")!!, input.date("today")!!)?.toJson() ?: "null"
        "suggestLinks" -> Input.list(suggestLinks(tier(input, "child"), tier(input, "parent")).map { it.toJson() })
        "slack" -> Input.list(
            slack(obligations(input.at("lower").single()), obligations(input.at("upper").single())).map { it.toJson() },
        )
        "dueIn" -> {
            val rule = plan(input).regime!!.rules.single { it.code == input.text("rule") }
            rule.dueIn(input.text("period")!!, ReportingQuery.fromJson(input.json("options")!!).options)?.toJson() ?: "null"
        }
        "icalendar" -> Input.text(obligations(input).toIcs(input.text("stamp")!!, Lang.of(input.text("lang")!!)!!))
        "dutiesOfMonth" -> {
            val regimes = input.at("plans").map { RegimeQuery(plan(it), ReportingQuery.fromJson(it.json("query") ?: "{}")) }
            val lang = Lang.of(input.text("lang")!!)!!
            Input.list(dutiesOfMonth(regimes, input.text("agency")!!, input.text("month")!!, lang).map { it.toJson() })
        }
        else -> error("no function $function")
    }

    private fun tier(input: Input, name: String) = plan(input.at(name).single())

    private fun calendar(input: Input) = input.text("calendar")?.let { Calendar.fromJson(it) } ?: Calendar.builtin()

    private fun findings(all: List<Finding>) = Input.list(all.map { Input.same(it, it.toJson(), Finding.Companion::fromJson) })

    private fun plan(input: Input) =
        input.text("builtin")?.let(Plan.Companion::builtin) ?: file(input, Plan.Companion::fromJson, Plan.Companion::fromBytes)

    private fun obligations(input: Input) = plan(input).obligations(ReportingQuery.fromJson(input.json("query")!!))

    private fun <T> file(input: Input, text: (String, Limits?) -> T, bytes: (ByteArray, Limits?) -> T): T =
        input.bytes("json")?.let { bytes(it, input.limits) } ?: text(input.text("json")!!, input.limits)
}
