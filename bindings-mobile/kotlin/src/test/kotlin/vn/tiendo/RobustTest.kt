package vn.tiendo

import java.io.File
import java.lang.reflect.InvocationTargetException
import java.lang.reflect.Modifier
import java.lang.reflect.ParameterizedType
import java.lang.reflect.Type
import java.math.BigDecimal
import java.time.LocalDate
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import kotlin.random.Random
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Rubbish, many threads and forgotten handles: an exception of ours at most, and no memory kept. */
class RobustTest {
    private val plan = Plan.builtin("ha-tinh-231")
    private val surrogate = "\ud800"

    private fun refusedText(path: String, call: () -> Any?) {
        val error = assertThrows(TiendoException::class.java) { call() }
        assertEquals(ErrorCode.BAD_TEXT to path, error.code to error.path, error.message)
    }

    @Test
    fun `text that is no Unicode is refused by the name of its argument`() {
        refusedText("text") { parseTarget(surrogate) }
        refusedText("unit") { parseTarget("≥ 5", "a$surrogate") }
        refusedText("json") { Plan.fromJson(surrogate) }
        refusedText("cell") { Registry.builtin().split(surrogate) }
        refusedText("query") { plan.obligations(ReportingQuery(agencies = listOf(surrogate))) }
        refusedText("other") { parseDeadline("6/2025").let { it.meansTheSame(it.copy(text = surrogate)) } }
        refusedText("this") { parseDeadline("6/2025").copy(text = surrogate).toJson() }
        refusedText("json") { Limits.fromJson(surrogate) }
        assertEquals("\u0000", parseTarget("\u0000").text)
    }

    /** The memory of this process, in KiB; of it the heap has its whole size from the beginning (`pom.xml`). */
    private fun resident(): Long =
        File("/proc/self/status").readLines().first { it.startsWith("VmRSS:") }.filter { it.isDigit() }.toLong()

    private fun grown(calls: Int, call: () -> Unit): Long {
        repeat(calls / 10) { call() }
        System.gc()
        val before = resident()
        repeat(calls) { call() }
        System.gc()
        return resident() - before
    }

    @Test
    fun `no memory is kept where a later argument is refused`() {
        // Were the first argument kept, this would be a gigabyte.
        val long = "x".repeat(10_000)
        val grown = grown(100_000) { assertThrows(TiendoException::class.java) { parseTarget(long, surrogate) } }
        assertTrue(grown < 100_000, "$grown KiB")
        // Nor the plan: it is freed when it is closed, whatever was refused before.
        val json = plan.toJson()
        val plans = grown(1_000) {
            Plan.fromJson(json).use { assertThrows(TiendoException::class.java) { it.indicator(surrogate) } }
        }
        assertTrue(plans < 100_000, "$plans KiB")
    }

    @Test
    fun `a handle that is forgotten is freed`() {
        val json = plan.toJson()
        val grown = grown(2_000) {
            Plan.fromJson(json)
            if (Random.nextInt(100) == 0) System.gc()
        }
        assertTrue(grown < 200_000, "$grown KiB")
    }

    @Test
    fun `eight threads get equal results`() {
        val (registry, calendar) = Registry.builtin() to Calendar.builtin()
        val query = ReportingQuery(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1), listOf("so-nv", "so-tc"), calendar = calendar)
        val shared = Plan.fromJson(plan.toJson())
        fun all(): List<Any?> = listOf(
            shared.rows,
            shared.lint(registry),
            shared.obligations(query).timeliness(listOf(), listOf(), LocalDate.of(2025, 7, 1)).byAgency,
            shared.tasks.map { registry.split(it.cooperating) },
            (1L..28L).map { calendar.nextWorkingDay(LocalDate.of(2025, 2, it.toInt())) },
        )
        val alone = all()
        val threads = Executors.newFixedThreadPool(8)
        try {
            val found = threads.invokeAll(List(8) { Callable { (1..5).map { all() } } }).flatMap { it.get() }
            assertEquals(listOf(alone), found.distinct())
        } finally {
            threads.shutdownNow()
        }
    }

    /** Anything of a type, mostly rubbish. */
    private fun any(random: Random, of: Type): Any? {
        val type = (if (of is ParameterizedType) of.rawType else of) as Class<*>
        return when {
            type == String::class.java -> TEXTS.random(random)
            type == Long::class.java || type == java.lang.Long::class.java -> NUMBERS.random(random)
            type == Int::class.java || type == java.lang.Integer::class.java -> NUMBERS.random(random).toInt()
            type == Boolean::class.java || type == java.lang.Boolean::class.java -> random.nextBoolean()
            type == BigDecimal::class.java -> BigDecimal(DECIMALS.random(random))
            type == LocalDate::class.java -> DATES.random(random)
            type == ByteArray::class.java -> random.nextBytes(random.nextInt(40))
            type == Plan::class.java -> plan
            type == Registry::class.java -> Registry.builtin()
            type == Calendar::class.java -> Calendar.builtin()
            type == Obligations::class.java -> plan.obligations(ReportingQuery(periods = listOf("2025-06")))
            type == Timeliness::class.java ->
                plan.obligations(ReportingQuery(periods = listOf("2025-06"), agencies = listOf("so-nv")))
                    .timeliness(listOf(), listOf(), LocalDate.of(2025, 7, 1))
            type == Records::class.java -> Records.fromJson("""{"schemaVersion": 1, "synthetic": true, "records": []}""")
            type == List::class.java -> List(random.nextInt(3)) { any(random, element(of)) }
            type.isEnum -> type.enumConstants.random(random)
            else -> made(random, type.declaredClasses.filter { it.superclass == type }.randomOrNull(random) ?: type)
        }
    }

    private fun element(of: Type): Type {
        val argument = (of as ParameterizedType).actualTypeArguments.single()
        return if (argument is java.lang.reflect.WildcardType) argument.upperBounds.single() else argument
    }

    private fun made(random: Random, type: Class<*>): Any {
        type.fields.firstOrNull { it.name == "INSTANCE" }?.let { return it.get(null) }
        val constructor = type.constructors.filter { made -> made.parameterTypes.none { it.simpleName == "DefaultConstructorMarker" } }
            .maxByOrNull { it.parameterCount } ?: error("no way to make a $type")
        return constructor.newInstance(*constructor.genericParameterTypes.map { any(random, it) }.toTypedArray())
    }

    @Test
    fun `any arguments are answered or refused`() {
        val random = Random(12)
        val kinds = File("../generated/kinds.txt").readLines().filterNot { it.startsWith("//") }
        val handles = listOf("Plan", "Registry", "Calendar", "Records", "Obligations", "Timeliness")
        val classes = (kinds + handles).map { Class.forName("vn.tiendo.$it") } + Class.forName("vn.tiendo.TiendoKt")
        val own = setOf("close", "destroy", "wait", "equals", "copy", "uniffiCloneHandle", "use")
        val methods = classes.flatMap { type -> type.declaredMethods.toList() }.filter {
            Modifier.isPublic(it.modifiers) && !it.isSynthetic && it.name !in own && !it.name.startsWith("uniffi") && '$' !in it.name
        }
        assertTrue(methods.size > 400, "${methods.size} methods")
        var refused = 0
        repeat(20_000) {
            val method = methods.random(random)
            val called = "${method.declaringClass.simpleName}.${method.name}"
            val of = if (Modifier.isStatic(method.modifiers)) null else try {
                any(random, method.declaringClass)
            } catch (_: InvocationTargetException) {
                return@repeat
            }
            try {
                method.invoke(of, *method.genericParameterTypes.map { any(random, it) }.toTypedArray())
            } catch (thrown: InvocationTargetException) {
                val said = thrown.targetException
                assertTrue(said is TiendoException, "$called: $said")
                assertTrue((said as TiendoException).message.startsWith(said.code.code), "$called: ${said.message}")
                refused++
            }
        }
        assertTrue(refused in 1_000..19_000, "$refused refused")
    }
}

private val TEXTS = listOf(
    "", " ", "\u0000", "\ud800", "a\udc00", "📱", "≥ 50%.", "trước ngày 15/7/2025", "Sở Y tế; Báo Hà Tĩnh", "8", "so-nv", "2025-06",
    "2025-Q2", "monthly", "ha-tinh-231", "{", "{}", "[]", "null", "\"x\"", "{\"value\":\"1\",\"ambiguous\":false}",
    "2025-06-19T17:00:00Z", "x".repeat(20_000), "[".repeat(500), "0,5",
)
private val NUMBERS = listOf(0L, 1L, 4L, 7L, -1L, 366L, 367L, 1L shl 32, Long.MAX_VALUE, Long.MIN_VALUE)
private val DECIMALS = listOf("0", "45", "-0.5", "0.1234567", "1E+40", "1E+999999999", "1E-999999999", "9223372036854.775807")
private val DATES = listOf(
    LocalDate.of(2025, 6, 19), LocalDate.of(1899, 12, 31), LocalDate.of(9999, 12, 31), LocalDate.of(-5, 1, 1), LocalDate.of(10_000, 1, 1),
    LocalDate.MIN, LocalDate.MAX,
)
