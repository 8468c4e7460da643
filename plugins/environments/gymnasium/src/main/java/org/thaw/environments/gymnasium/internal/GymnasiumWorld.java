package org.thaw.environments.gymnasium.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.thaw.api.RandomStream;
import org.thaw.api.Signature;
import org.thaw.api.StateKind;
import org.thaw.api.StateReader;
import org.thaw.api.StateWriter;
import org.thaw.api.Tensor;
import org.thaw.api.environment.Action;
import org.thaw.api.environment.StepBuffer;
import org.thaw.api.environment.World;

/**
 * An environment that lives in a child process. Its inner state cannot be had, but its history can: what is saved is the seed and all that was done since, and
 * restoring does it again. That holds for environments whose course depends on nothing else, and is checked by the last step. So that histories stay short,
 * the environment is seeded anew with the first episode that begins after {@value #LONG} steps; more often would be slow, as Atari's emulator then starts over.
 */
final class GymnasiumWorld implements World {
    static final int LONG = 5000;
    /** Steps repeated in one message: few enough for the limit of time. */
    private static final int BLOCK = 128;

    private final Child child;
    private final Signature signature;
    private final RandomStream seeds;
    private final int longest;
    private final Deeds deeds;
    private final byte[] request;
    private final ByteBuffer requested;
    private final byte[] answer;
    private final ByteBuffer answered;
    private final FloatBuffer floats;
    private boolean begun;
    private int seed;

    /** Where a history begins and what its last step was, as a SHA-256 of all of it. */
    public record History(boolean begun, int seed, String last) {
    }

    /** @param longest steps after which the environment is seeded anew */
    GymnasiumWorld(Child child, Signature signature, RandomStream seeds, int longest) {
        this.child = child;
        this.signature = signature;
        this.seeds = seeds;
        this.longest = longest;
        deeds = new Deeds(signature.output());
        request = new byte[1 + Math.max(Long.BYTES, BLOCK * deeds.width())];
        requested = ByteBuffer.wrap(request).order(ByteOrder.LITTLE_ENDIAN);
        answer = new byte[Wire.OUTCOME + Math.multiplyExact(signature.input().size(), signature.input().type().bytes())];
        answered = ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN);
        floats = answered.slice(Wire.OUTCOME, answer.length - Wire.OUTCOME).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public void reset(StepBuffer out) {
        if (begun && deeds.count() < longest) {
            deeds.addReset();
            ask(Wire.RESET, 0);
        } else {
            begin(seeds.nextInt(Integer.MAX_VALUE));
        }
        if (answer[0] != Wire.FIRST) {
            throw child.garbled(answer, answer.length, "expected a first step");
        }
        observe(out.observation());
        out.first();
    }

    private void begin(int chosen) {
        begun = true;
        seed = chosen;
        deeds.clear();
        requested.putLong(1, seed);
        ask(Wire.SEEDED_RESET, Long.BYTES);
    }

    @Override
    public void step(Action action, StepBuffer out) {
        deeds.add(action);
        deeds.copy(deeds.count() - 1, 1, request, 1);
        ask(Wire.STEP, deeds.width());
        observe(out.observation());
        double reward = answered.getDouble(1);
        switch (answer[0]) {
            case Wire.MIDDLE -> out.transition(reward);
            case Wire.LIFE_LOST -> out.transition(reward, 0);
            case Wire.TERMINATED -> out.termination(reward);
            case Wire.CUT_OFF -> out.truncation(reward);
            default -> throw child.garbled(answer, answer.length, "expected a step after the first");
        }
    }

    private void ask(byte what, int bytes) {
        request[0] = what;
        child.send(request, 1 + bytes);
        int length = child.receive(answer);
        if (length != answer.length) {
            throw child.garbled(answer, length, "expected a step of " + answer.length + " bytes, not of " + length);
        }
    }

    private void observe(Tensor observation) {
        switch (observation.type()) {
            case U8 -> System.arraycopy(answer, Wire.OUTCOME, observation.bytes(), 0, observation.bytes().length);
            case F32 -> floats.get(0, observation.floats());
            default -> observation.ints()[0] = answered.getInt(Wire.OUTCOME);
        }
    }

    @Override
    public void save(StateWriter out) {
        out.record(StateKind.MEMORY, "history", new History(begun, seed, begun ? hash() : ""));
        out.tensor(StateKind.MEMORY, "actions", deeds.toTensor());
    }

    /** Takes as long as the steps do that are repeated. */
    @Override
    public void restore(StateReader in) {
        History history = in.record("history", History.class);
        begun = false;
        deeds.clear();
        if (!history.begun()) {
            return;
        }
        Tensor actions = in.tensor("actions");
        begin(history.seed());
        deeds.from(actions);
        for (int first = 0; first < deeds.count(); first += BLOCK) {
            int number = Math.min(BLOCK, deeds.count() - first);
            deeds.copy(first, number, request, 1);
            ask(Wire.PLAY, number * deeds.width());
        }
        if (!hash().equals(history.last())) {
            begun = false;
            throw new IllegalStateException(child.name() + " cannot be restored: after the " + deeds.count() + " saved steps and resets from seed " + seed
                    + " it shows something else than it did. Expected an environment whose course depends on nothing but its seed and what is done, in the same versions of its packages");
        }
    }

    private String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(answer));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
