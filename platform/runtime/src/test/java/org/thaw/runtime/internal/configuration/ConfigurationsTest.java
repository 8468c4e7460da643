package org.thaw.runtime.internal.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thaw.api.Parameter;
import org.thaw.api.Spec;
import org.thaw.runtime.experiment.BadInputException;

class ConfigurationsTest {
    enum Rule { SGD, ADAM_W }

    record Inner(@Parameter(value = "momentum", byDefault = "0.9", range = "[0,1)") double momentum) {
    }

    record Config(
            @Parameter(value = "step size", byDefault = "0.1", range = "(0,1]") double rate,
            @Parameter(value = "decay", byDefault = "0.5", range = "[-1,*)") float decay,
            @Parameter(value = "capacity", byDefault = "200", range = "[1,*)") int capacity,
            @Parameter(value = "limit", byDefault = "-7", range = "(*,0]") long limit,
            @Parameter(value = "whether", byDefault = "true") boolean whether,
            @Parameter(value = "title", byDefault = "a plain title") String title,
            @Parameter(value = "rule", byDefault = "adam-w") Rule rule,
            @Parameter(value = "widths", byDefault = "[400,400]", range = "[1,1000]") List<Integer> widths,
            @Parameter(value = "names", byDefault = "[\"a b\",\"c\"]") List<String> names,
            @Parameter(value = "inner", byDefault = "{\"momentum\": 0.5}") Inner inner,
            @Parameter(value = "members", byDefault = "[]") List<Inner> members,
            @Parameter(value = "of", byDefault = "breakout@1.2.0") Spec of) {
    }

    record Needs(@Parameter("how many there are") int count) {
    }

    record Picky(@Parameter(value = "low", byDefault = "1") int low, @Parameter(value = "high", byDefault = "2") int high) {
        Picky {
            if (low > high) {
                throw new IllegalArgumentException("low " + low + " is above high " + high);
            }
        }
    }

    record Odd(@Parameter(value = "bytes", byDefault = "1") byte bytes) {
    }

    record BadRange(@Parameter(value = "x", byDefault = "1", range = "0..1") int x) {
    }

    record State(double best, float part, long count, List<Double> trace) {
    }

    private static final Place HERE = new Place("x.json", "learner");

    private static Config read(String json) {
        return Configurations.read(JsonParser.parseString(json).getAsJsonObject(), Config.class, HERE);
    }

    @Test
    void whatIsLeftOutTakesItsDefault() {
        assertEquals(new Config(0.1, 0.5f, 200, -7, true, "a plain title", Rule.ADAM_W, List.of(400, 400), List.of("a b", "c"), new Inner(0.5), List.of(),
                Spec.of("breakout@1.2.0")), read("{}"));
    }

    @Test
    void everyTypeIsRead() {
        Config config = read("{rate: 1, decay: -1, capacity: 1e3, limit: -9223372036854775808, whether: false, title: \"x\", rule: \"sgd\", widths: [1, 1000], names: [], "
                + "inner: {}, members: [{momentum: 0}, {}], of: {plugin: \"pong\", ramping: false, sizes: [1, 2.5], deep: {k: \"v\"}}}");

        assertEquals(new Config(1, -1, 1000, Long.MIN_VALUE, false, "x", Rule.SGD, List.of(1, 1000), List.of(), new Inner(0.9), List.of(new Inner(0), new Inner(0.9)),
                new Spec("pong", Map.of("ramping", false, "sizes", List.of(new BigDecimal("1"), new BigDecimal("2.5")), "deep", Map.of("k", "v")))), config);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{rat: 1}              | learner.rat: unknown field; did you mean \"rate\"?",
            "{zzzzzzz: 1}          | learner.zzzzzzz: unknown field; there are: rate, decay, capacity",
            "{rate: \"fast\"}      | learner.rate: expected a number, got \"fast\"",
            "{rate: \"NaN\"}       | learner.rate: expected a number, got \"NaN\"",
            "{rate: 0}             | learner.rate: 0 is out of range; expected a number in (0,1]",
            "{rate: 1.01}          | learner.rate: 1.01 is out of range; expected a number in (0,1]",
            "{rate: 1e999}         | learner.rate: 1e999 is out of range",
            "{rate: null}          | learner.rate: expected a number, got null",
            "{decay: -1.5}         | learner.decay: -1.5 is out of range; expected a number in [-1,*)",
            "{decay: 1e39}         | learner.decay: 1e39 is out of range",
            "{capacity: 0}         | learner.capacity: 0 is out of range; expected a whole number in [1,*)",
            "{capacity: 1.5}       | learner.capacity: expected a whole number, got 1.5",
            "{capacity: 3000000000}| learner.capacity: 3000000000 is too large; expected at most 2147483647",
            "{limit: 1}            | learner.limit: 1 is out of range; expected a whole number in (*,0]",
            "{limit: -1e30}        | learner.limit: -1e30 is too large",
            "{whether: \"yes\"}    | learner.whether: expected true or false, got \"yes\"",
            "{title: 3}            | learner.title: expected text, got 3",
            "{rule: \"adamw\"}     | learner.rule: \"adamw\" is not one of the values; did you mean \"adam-w\"?",
            "{rule: 1}             | learner.rule: expected one of sgd, adam-w, got 1",
            "{widths: 400}         | learner.widths: expected a list of whole numbers, got 400",
            "{widths: [1, 1001]}   | learner.widths[1]: 1001 is out of range; expected a whole number in [1,1000]",
            "{names: [1]}          | learner.names[0]: expected text, got 1",
            "{inner: 1}            | learner.inner: expected an object with the fields [momentum], got 1",
            "{inner: {momentm: 1}} | learner.inner.momentm: unknown field; did you mean \"momentum\"?",
            "{members: [{}, {momentum: 1}]} | learner.members[1].momentum: 1 is out of range; expected a number in [0,1)",
            "{of: 5}               | learner.of: expected a plugin, got 5",
            "{of: {ramping: true}} | learner.of: expected a plugin, got {\"ramping\":true}",
            "{of: {plugin: \"p\", x: null}} | learner.of.x: expected a value, got null",
            "{of: \"@1\"}          | learner.of: \"@1\" names no plugin"})
    void whatIsWrongIsSaidWithPlaceAndWhatWouldBeRight(String json, String expected) {
        String message = assertThrows(BadInputException.class, () -> read(json)).getMessage();

        assertTrue(message.startsWith("x.json: " + expected), message);
    }

    @Test
    void whatHasNoDefaultMustBeGiven() {
        String message = assertThrows(BadInputException.class, () -> Configurations.read(new JsonObject(), Needs.class, HERE)).getMessage();
        assertEquals("x.json: learner.count: missing: how many there are must be given", message);
    }

    @Test
    void aRecordsOwnObjectionIsPassedOnWithThePlace() {
        JsonObject json = JsonParser.parseString("{low: 5}").getAsJsonObject();
        String message = assertThrows(BadInputException.class, () -> Configurations.read(json, Picky.class, HERE)).getMessage();
        assertEquals("x.json: learner: low 5 is above high 2", message);
    }

    @Test
    void aTypeThatRecordsCannotHoldIsThePluginsFault() {
        String message = assertThrows(BadInputException.class, () -> Configurations.read(new JsonObject(), Odd.class, HERE)).getMessage();
        assertTrue(message.startsWith("x.json: learner.bytes: the plugin declares it as byte, but such records hold numbers"), message);
    }

    @Test
    void whatWasWrittenReadsBackTheSame() {
        Config config = read("{rate: 1e-7, decay: 0.1, members: [{momentum: 0.25}], of: {plugin: \"pong\", p: 0.1}}");
        JsonObject written = Configurations.write(config);

        assertEquals(config, Configurations.read(written, Config.class, HERE));
        assertEquals("adam-w", written.get("rule").getAsString());
        assertEquals("0.1", written.get("decay").getAsString());
    }

    @Test
    void savedStateKeepsEveryBitOfItsNumbers() {
        State state = new State(Double.NEGATIVE_INFINITY, -0.0f, Long.MAX_VALUE, List.of(Double.NaN, -0.0, Double.MIN_VALUE, 0.1));
        JsonObject written = JsonParser.parseString(Configurations.write(state).toString()).getAsJsonObject();

        assertEquals(state, Configurations.restore(written, State.class, HERE), "records compare numbers by their bits");
    }

    @Test
    void aRecordOfSomethingElseCannotBeWritten() {
        record Raw(double[] values) {
        }
        assertThrows(IllegalArgumentException.class, () -> Configurations.write(new Raw(new double[2])));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"(0,1] | 0 | false", "(0,1] | 1 | true", "[0,1) | 0 | true", "[0,1) | 1 | false", "[1,*) | 1e300 | true", "(*,5) | -1e300 | true",
            "(*,5) | 5 | false", "(-*,*) | 3 | true", "[-1e-3, 1e-3] | 0.001 | true"})
    void anIntervalKnowsItsEnds(String range, double x, boolean within) {
        assertEquals(within, Range.parse(range).contains(x));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0..1", "(0;1)", "[a,b]", "[1", "1,2", "()"})
    void whatIsNoIntervalIsRefused(String range) {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Range.parse(range)).getMessage().contains("expected an interval such as (0,1]"));
        assertThrows(IllegalArgumentException.class, () -> Configurations.read(new JsonObject(), BadRange.class, HERE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "3 | 3", "true | true", "null | null", "word | \"word\"", "1.2.3 | \"1.2.3\"", "two words | \"two words\"", "\"3\" | \"3\"", "[4,4] | [4,4]",
            "[a,b] | [\"a\",\"b\"]", "{frozen: tasks} | {\"frozen\":\"tasks\"}", "`` | \"\"", "[1, | \"[1,\"", "007 | \"007\"", "#x | \"#x\"", "a=b | \"a=b\""})
    void whatIsNoJsonIsText(String text, String json) {
        assertEquals(json, Configurations.parse(text).toString());
    }

    @Test
    void theNearestNameIsTheOneWithFewestChanges() {
        assertEquals("capacity", Nearest.of("capcity", List.of("rate", "capacity", "velocity")).orElseThrow());
        assertEquals("experience-replay", Nearest.of("replay", List.of("ewc", "experience-replay")).orElseThrow());
        assertTrue(Nearest.of("finetune", List.of("slda", "ewc")).isEmpty());
    }
}
