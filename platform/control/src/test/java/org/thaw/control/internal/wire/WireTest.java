package org.thaw.control.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thaw.api.environment.Step;
import org.thaw.runtime.folder.Film;
import org.thaw.runtime.launch.RunOrder;
import org.thaw.runtime.launch.RunOver;
import org.thaw.runtime.launch.RunProgress;
import org.thaw.runtime.run.Checkpoints;
import org.thaw.runtime.run.Limits;
import org.thaw.runtime.run.RunStatus;
import org.thaw.runtime.run.SwapRequest;
import org.thaw.runtime.run.SwapResult;

class WireTest {
    private static final Path FOLDER = Path.of("/runs/an experiment/ä\n\"b\"");

    private static final Film FILM = new Film("learner", "environment", 1, true, 1, 2, List.of(new Film.Paint('"', 0), new Film.Paint('é', 0xffffff)),
            List.of(new Film.Frame(Step.Kind.FIRST, 7, "", 0, "01"), new Film.Frame(Step.Kind.LAST, 8, "0.5, -1", -0.1, "10")));

    static Stream<Message> messages() {
        JsonObject with = new JsonObject();
        with.addProperty("rate", 0.1);
        SwapRequest swap = new SwapRequest("learner", "ewc@[1.0,2)", true, OptionalLong.of(7), false, with);
        RunStatus status = new RunStatus("r-0", "ewc", "mnist", -1L, RunStatus.State.PAUSED, -1, "task 2", OptionalDouble.of(0.1), "", FOLDER);
        return Stream.of(new Message.Experiments(), new Message.Experiment(FOLDER), new Message.Found(List.of(new Message.Sight("x", FOLDER, List.of(status, status)))),
                new Message.Tell(FOLDER, "", Message.Order.PAUSE), new Message.Told(true), new Message.Swap(FOLDER, "r-0", swap), new Message.Waiting(),
                new Message.Swapped(new SwapResult(12, "a@1", "b@2", Double.NaN, 0.25)), new Message.Refused("no"), new Message.Watch(FOLDER, "r-0"),
                new Message.Watched(FILM), new Message.Shoot(5), new Message.Shot(5, FILM), new Message.NotShot(5, "no"), new Message.Fault("what?"), new Message.Hello("t"),
                new Message.Carry(new RunOrder(FOLDER, Path.of("/data"), true, new Limits(Duration.ofMillis(1500), Duration.ofDays(3), 64), Checkpoints.usual())),
                new Message.Obey(Message.Order.STOP), new Message.Exchange(3, new SwapRequest("learner", "x", false, OptionalLong.empty(), true, new JsonObject())),
                new Message.Exchanged(3, new SwapResult(1, "a", "b", 1, 2)), new Message.NotExchanged(4, "no"),
                new Message.Moved(new RunProgress(false, 0.5, "p", OptionalDouble.empty(), "learner ewc@0.1.0 learn", Long.MAX_VALUE)), new Message.Alive(),
                new Message.Ended(new RunOver(RunOver.How.FAILED, "line\nline")));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageIsOneLineAndComesBackEqual(Message message) throws WireException {
        String line = Wire.line(message);

        assertTrue(line.lines().count() == 1 && !line.contains("\n"), line);
        assertEquals(message, Wire.parse(line));
    }

    @Test
    void everyKindOfMessageIsAmongThose() {
        assertEquals(Message.class.getPermittedSubclasses().length, messages().map(Object::getClass).distinct().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "7", "\u0000\u0001", "{}", "{\"thaw\":1}", "{\"thaw\":2,\"alive\":{}}", "{\"thaw\":\"x\",\"alive\":{}}", "{\"alive\":{}}",
        "{\"thaw\":1,\"launch\":{}}", "{\"thaw\":1,\"told\":[]}", "{\"thaw\":1,\"hello\":{}}", "{\"thaw\":1,\"hello\":{\"token\":null}}", "{\"thaw\":1,\"hello\":null}",
        "{\"thaw\":1,\"tell\":{\"folder\":\"/x\",\"run\":\"\",\"order\":\"EXPLODE\"}}", "{\"thaw\":1,\"experiment\":{\"folder\":\"\\u0000\"}}",
        "{\"thaw\":1,\"shot\":{\"number\":1,\"film\":{\"role\":\"learner\",\"rows\":2,\"columns\":2,\"frames\":[]}}}",
        "{\"thaw\":1,\"exchange\":{\"number\":1,\"request\":{\"role\":\"learner\"}}}",
        "{\"thaw\":1,\"carry\":{\"order\":{\"folder\":\"/x\",\"data\":\"/d\",\"offline\":true,\"limits\":{\"call\":\"PT-1S\",\"phase\":\"PT1S\",\"megabytes\":64}}}}"})
    void aLineThatIsNoMessageIsATypedError(String line) {
        assertThrows(WireException.class, () -> Wire.parse(line));
    }

    @Test
    void nestingWithoutEndIsATypedError() {
        assertThrows(WireException.class, () -> Wire.parse("[".repeat(1_000_000)));
    }

    @Test
    void aMissingFieldIsNamed() {
        assertEquals("tell.order is missing", assertThrows(WireException.class, () -> Wire.parse("{\"thaw\":1,\"tell\":{\"folder\":\"/x\",\"run\":\"\"}}")).getMessage());
    }

    @Test
    void linesAreReadUpToTheirBoundAndATornLastOneDoesNotCount() throws Exception {
        byte[] bytes = "äb\n\n12345\n67".getBytes(StandardCharsets.UTF_8);
        Lines lines = new Lines(Channels.newChannel(new ByteArrayInputStream(bytes)), 5);

        assertEquals(List.of(Optional.of("äb"), Optional.of(""), Optional.of("12345"), Optional.empty()), List.of(lines.next(), lines.next(), lines.next(), lines.next()));
        Lines longer = new Lines(Channels.newChannel(new ByteArrayInputStream(bytes)), 4);
        longer.next();
        longer.next();
        assertThrows(WireException.class, longer::next);
    }
}
